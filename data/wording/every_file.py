"""Every file of a language, so that a mistake in any of them stops the start and never meets a visitor."""

from dataclasses import replace

from data.content.language import Language
from data.errors import BadContent
from data.instrument import instrument
from data.wording import error_words, export_words, method_words, other_languages, personal_values, privacy_words, screens
from data.wording.groups import agreement_words, group_words, guide_words, slide_words


def read(language: Language) -> None:
    """Read all of them. Raises BadContent with the file, the place and the rule of the first mistake."""
    # Before its files: else the first date on somebody's screen would find out.
    if not language.is_known():
        raise BadContent("no_language", folder=language.tag)
    for words in (
        error_words,
        screens,
        group_words,
        guide_words,
        agreement_words,
        slide_words,
        method_words,
        export_words,
        privacy_words,
        personal_values,
    ):
        words.load(language)
    other_languages.load()
    of_others = replace(language, of_others=True)
    screens.load(of_others)
    group_words.load(of_others)
    for version in instrument.versions():
        instrument.load(version, language)
        instrument.load(version, of_others)
