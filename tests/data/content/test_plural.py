import pytest
from babel import Locale

from data.content import plural

DAYS = "{days, plural, one {# day} other {# days}} left"


@pytest.mark.parametrize(
    ("days", "said"), [(0, "0 days left"), (1, "1 day left"), (2, "2 days left"), (21, "21 days left"), ("10-19", "10-19 days left")]
)
def test_words_beside_a_number_follow_it(days: object, said: str) -> None:
    assert plural.counted(DAYS, Locale("en", "GB")).format(days=days) == said


def test_a_language_with_more_forms_has_them_all() -> None:
    polish = "{days, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}"

    said = [plural.counted(polish, Locale("pl")).format(days=days) for days in (1, 3, 5, "1-9")]

    assert said == ["1 dzień", "3 dni", "5 dni", "1-9 dnia"]


@pytest.mark.parametrize(("text", "locale"), [(DAYS, "pl"), ("{days, plural, other {# days}}", "en"), (DAYS.replace("one", "few"), "en")])
def test_a_form_too_few_or_too_many_is_refused(text: str, locale: str) -> None:
    with pytest.raises(ValueError, match=r"\{days\} must have exactly the forms"):
        plural.counted(text, Locale(locale))


def test_other_gaps_beside_it_are_filled_as_ever() -> None:
    text = "{name}: {days, plural, one {# day} other {# days}} and {minutes, plural, one {a minute} other {# minutes}}"

    assert plural.counted(text, Locale("en")).format(name="Spark", days=2, minutes=1) == "Spark: 2 days and a minute"
    assert plural.flat(text) == "{name}: {days} and {minutes}"


def test_a_sentence_without_numbers_stays_what_it_is() -> None:
    assert type(plural.counted("Nothing to count, {name}.", Locale("en"))) is str
