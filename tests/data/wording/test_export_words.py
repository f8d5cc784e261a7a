from data.content.language import ENGLISH
from data.wording import export_words
from data.wording.export_words import CsvWords


def test_every_word_of_the_exports_is_there_once_and_every_gap_has_its_name() -> None:
    words = export_words.load(ENGLISH)

    assert words.report.taken.format(day="1 May 2026") == "From the answers of 1 May 2026."
    assert len(set(words.csv.model_dump().values())) == len(CsvWords.model_fields)
