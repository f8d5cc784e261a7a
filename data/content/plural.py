"""Sentences whose words follow a number: `{count, plural, one {# link} other {# links}}`, as ICU writes it, by the plural rules of CLDR."""

import re
from collections.abc import Mapping

from babel import Locale

_PLURAL = re.compile(r"\{(\w+), plural,((?:\s*\w+\s*\{[^{}]*\})+)\s*\}")
_FORM = re.compile(r"(\w+)\s*\{([^{}]*)\}")
# What every language has, and what is said of whatever is no single number, such as 10-19.
_OTHER = "other"


class Counted(str):
    """A sentence that is filled in like any other; the words beside its numbers follow them."""

    locale: Locale

    def format(self, *args: object, **values: object) -> str:
        """The sentence with every gap filled, in the form that its language has for each number."""
        return _PLURAL.sub(lambda found: self._form(found, values), self).format(*args, **values)

    def _form(self, found: re.Match[str], values: Mapping[str, object]) -> str:
        number, forms = values[found[1]], _forms(found[2])
        form = self.locale.plural_form(number) if isinstance(number, int) else _OTHER
        return forms[form].replace("#", str(number))


def flat(text: str) -> str:
    """The sentence with a plain gap in place of each that has forms."""
    return _PLURAL.sub(r"{\1}", text)


def counted(text: str, locale: Locale) -> str:
    """The same sentence, ready to follow its numbers. ValueError where a form is missing that the language has, or is one too many."""
    found = list(_PLURAL.finditer(text))
    needed = {*locale.plural_form.tags, _OTHER}
    for one in found:
        if _forms(one[2]).keys() != needed:
            raise ValueError(f"{{{one[1]}}} must have exactly the forms {', '.join(sorted(needed))}")
    if not found:
        return text
    sentence = Counted(text)
    sentence.locale = locale
    return sentence


def _forms(written: str) -> dict[str, str]:
    return dict(_FORM.findall(written))
