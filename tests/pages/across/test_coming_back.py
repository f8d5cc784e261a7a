"""The start page for whoever was here before: to take it again is one button, with the consents that were given and still say the same."""

from streamlit.testing.v1 import AppTest

from components.session import resources
from data.instrument.answers import Answers
from data.instrument.instrument import CURRENT, load
from data.record.record import Consents, Record, Result
from data.settings import settings
from tests.invented.records import TODAY
from tests.pages.conftest import Somebody

BEFORE = "rk-1.0"
BOTH = {"take_part": True, "count_in_reference": True}
WORDS = resources.wording().welcome


def finished(version: str, *, asked_by: str) -> Record:
    """Somebody with a result of one version, whose boxes were those of a version; both were ticked."""
    consents = Consents(wording=load(asked_by).consent.wording, given_on=TODAY, **BOTH)
    return Record(consents=consents, results=(Result(instrument=version, taken_on=TODAY, answers=Answers()),))


def ticked(drawn: AppTest) -> dict[str, bool]:
    return {box: drawn.checkbox(key=f"consent_{box}").value for box in BOTH}


def said(drawn: AppTest) -> list[str]:
    return [line.value for line in drawn.markdown]


def test_to_take_it_again_is_one_press_with_the_consents_given_before(somebody: Somebody) -> None:
    somebody.holds(finished(CURRENT, asked_by=CURRENT))
    drawn = somebody.arrives()
    before = ticked(drawn)

    drawn.button(key="start").click().run()

    held = somebody.held()
    assert before == BOTH
    assert held and held.draft and held.consents
    assert held.consents.model_dump(include=set(BOTH)) == BOTH
    assert [title.value for title in drawn.title] == [resources.wording().life_stage.title]


def test_each_consent_given_before_can_be_changed(somebody: Somebody) -> None:
    somebody.holds(finished(CURRENT, asked_by=CURRENT))
    drawn = somebody.arrives()

    drawn.checkbox(key="consent_count_in_reference").uncheck()
    drawn.button(key="start").click().run()

    held = somebody.held()
    assert held and held.consents and (held.consents.take_part, held.consents.count_in_reference) == (True, False)


def test_without_the_first_box_nothing_begins_and_nothing_is_kept(somebody: Somebody) -> None:
    record = finished(CURRENT, asked_by=CURRENT)
    somebody.holds(record)
    drawn = somebody.arrives()

    drawn.checkbox(key="consent_take_part").uncheck()
    drawn.button(key="start").click().run()

    assert [warning.value for warning in drawn.warning] == [WORDS.consent_needed]
    assert somebody.held() == record


def test_a_box_that_says_something_new_is_asked_anew(somebody: Somebody) -> None:
    """Seen to fail: with every box taken as known."""
    somebody.holds(finished(BEFORE, asked_by=BEFORE))

    drawn = somebody.arrives()

    assert ticked(drawn) == {"take_part": True, "count_in_reference": False}
    assert WORDS.consent_anew in said(drawn)


def test_where_it_cannot_be_told_which_words_were_agreed_to_all_of_them_are_asked(somebody: Somebody) -> None:
    somebody.holds(finished(BEFORE, asked_by=CURRENT))

    drawn = somebody.arrives()

    assert ticked(drawn) == dict.fromkeys(BOTH, False)
    assert WORDS.consent_anew not in said(drawn)


def test_whoever_lost_their_link_reads_what_helps_and_for_how_long_the_profile_stays(somebody: Somebody) -> None:
    drawn = somebody.arrives()

    assert WORDS.lost.format(keep_days=settings().keep_days).strip() in [line.strip() for line in said(drawn)]
