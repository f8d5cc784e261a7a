"""Choosing what to show, looking at it first, making the link, and withdrawing it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from components.screen.own_elements import link_box
from components.session import resources
from data.content.language import ENGLISH
from data.groups import cohort_store
from data.instrument.answers import Answers
from data.privacy_limits import PERCENTILE_FROM
from data.profile import profile as profiles
from data.record.record import Record, Result
from data.record.viewer_link import MAX_LABEL, Section
from data.sharing import shared_profile, viewer_link_store
from data.wording import screens
from tests.browser.visitor import people
from tests.invented import crowd
from tests.pages.across.test_every_screen import FINISHED, RK, finished
from tests.pages.conftest import Somebody

WORDS = resources.wording().sharing
# What is looked at beforehand is what the other one will read.
THEIRS = screens.load(replace(ENGLISH, of_others=True)).profile
# Without asking the visit, which would open the database of whoever runs the tests.
TODAY = datetime.now(UTC).date()
HOSTILE = "![x](http://127.0.0.1/x.png) **Kim** =1+1 \u05d0 🐝"


def press(drawn: AppTest, label: str) -> AppTest:
    return next(button for button in drawn.button if button.label == label).click().run()


def looked_at(somebody: Somebody, *sections: Section, label: str = "") -> AppTest:
    """The screen on which somebody sees what these sections would show."""
    drawn = somebody.opens("share")
    for section in sections:
        drawn.checkbox(key=f"share_{section}").check()
    drawn.text_input(key="share_label").input(label)
    return press(drawn, WORDS.preview)


def headers(drawn: AppTest) -> list[str]:
    return [header.value for header in drawn.header]


def test_whoever_has_no_profile_is_told_where_it_comes_from(somebody: Somebody) -> None:
    drawn = somebody.opens("share")

    assert resources.wording().profile.none in [line.value for line in drawn.markdown]
    assert drawn.checkbox.len == 0


def test_nothing_is_chosen_beforehand_and_the_link_ends_by_itself(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    drawn = somebody.opens("share")

    assert [box.value for box in drawn.checkbox] == [False] * 5
    assert drawn.radio(key="share_lasts").value == 30


def test_looking_without_choosing_says_what_is_missing_and_makes_nothing(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    drawn = looked_at(somebody)

    assert [warning.value for warning in drawn.warning] == [WORDS.nothing_chosen]
    assert WORDS.preview_title not in headers(drawn)


def test_the_look_beforehand_shows_what_was_chosen_and_makes_no_link(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    drawn = looked_at(somebody, Section.DIMENSIONS, Section.WEEK)

    assert headers(drawn) == [WORDS.preview_title, THEIRS.shape_title, THEIRS.week_title, WORDS.list_title]
    assert RK.notes.adverse_use in [caption.value for caption in drawn.caption]
    held = somebody.held()
    assert held is not None
    assert held.shares == ()


def test_what_was_looked_at_survives_a_lost_session_and_becomes_the_link(somebody: Somebody) -> None:
    """A phone that is locked for 75 s has lost its session. Red with the session alone."""
    somebody.holds(FINISHED)
    looked_at(somebody, Section.DIMENSIONS, Section.WEEK, label="For Kim")

    again = somebody.opens("share")
    assert headers(again) == [WORDS.preview_title, THEIRS.shape_title, THEIRS.week_title, WORDS.list_title]
    press(again, WORDS.make)

    held = somebody.held()
    assert held is not None
    assert [(share.sections, share.label) for share in held.shares] == [((Section.DIMENSIONS, Section.WEEK), "For Kim")]
    assert WORDS.preview_title not in headers(somebody.opens("share"))


class Element:
    """In place of the element, whose script AppTest does not run: what it was asked to show."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: dict[str, str] = {}
        monkeypatch.setattr(link_box, "_ELEMENT", self)

    def __call__(self, *, data: dict[str, str], **_: object) -> None:
        self.asked = data


def test_a_link_shows_what_was_looked_at_and_stands_in_the_list(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    element = Element(monkeypatch)
    somebody.holds(FINISHED)

    drawn = press(looked_at(somebody, Section.DIMENSIONS, Section.WEEK, label="For Kim"), WORDS.make)

    held = somebody.held()
    assert held is not None
    (share,) = held.shares
    assert (share.sections, share.label, share.until) == (
        (Section.DIMENSIONS, Section.WEEK),
        "For Kim",
        viewer_link_store.last_day(TODAY, 30),
    )
    assert WORDS.made in [success.value for success in drawn.success]
    assert share.key in element.asked["link"]
    assert "For Kim" in [text.value for text in drawn.text]


def test_a_hostile_name_is_shown_as_text_and_never_leaves_ones_own_list(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    drawn = press(looked_at(somebody, Section.SUMMARY, label=HOSTILE), WORDS.make)

    held = somebody.held()
    assert held is not None
    assert HOSTILE in [text.value for text in drawn.text]
    assert not any("Kim" in line.value for line in (*drawn.markdown, *drawn.caption))
    assert "Kim" not in viewer_link_store.read(resources.store(), held.shares[0].key, TODAY).model_dump_json()


def test_a_name_that_is_too_long_keeps_the_page_and_makes_nothing(somebody: Somebody) -> None:
    somebody.holds(FINISHED)

    # A letter that is written as two once it is composed: the box takes as many as fit, and then they do not.
    drawn = looked_at(somebody, Section.SUMMARY, label="\u0958" * MAX_LABEL)

    assert [error.value for error in drawn.error] == [resources.error_words().rules.text_of_page_too_long.format(most=MAX_LABEL)]
    assert WORDS.preview_title not in headers(drawn)


def test_withdrawing_asks_nothing_and_closes_the_link_at_once(somebody: Somebody) -> None:
    somebody.holds(FINISHED)
    drawn = press(looked_at(somebody, Section.SUMMARY), WORDS.make)

    drawn = press(drawn, WORDS.withdraw)

    held = somebody.held()
    assert held is not None and held.shares == ()
    assert resources.store().read("SELECT count(*) FROM share") == [(0,)]
    assert WORDS.withdrawn in [info.value for info in drawn.info]
    assert WORDS.list_none in [caption.value for caption in drawn.caption]


def test_two_tabs_that_make_a_link_each_both_succeed(somebody: Somebody) -> None:
    somebody.holds(FINISHED)
    one, other = looked_at(somebody, Section.SUMMARY, label="one"), looked_at(somebody, Section.WEEK, label="other")

    press(one, WORDS.make)
    press(other, WORDS.make)

    held = somebody.held()
    assert held is not None and [share.label for share in held.shares] == ["one", "other"]


def test_a_comparison_is_not_offered_before_there_are_enough_people_and_that_is_said(somebody: Somebody) -> None:
    crowd.counted(resources.store(), 49)
    somebody.holds(FINISHED)

    drawn = somebody.opens("share")

    assert WORDS.sections[Section.COMPARISON] not in [box.label for box in drawn.checkbox]
    assert WORDS.comparison_few in [caption.value for caption in drawn.caption]


def test_a_shared_comparison_stays_as_it_was_looked_at_however_many_come_after(somebody: Somebody) -> None:
    """Seen to fail: with the copy made anew when the link is made, and with a section that is offered but not filled."""
    store = resources.store()
    for _ in range(PERCENTILE_FROM):
        crowd.Person().wait(store)
    cohort_store.run_daily(store, TODAY)
    somebody.holds(FINISHED)
    looked = looked_at(somebody, Section.COMPARISON)
    seen = [line.value for line in looked.markdown if "in 100 people" in line.value]
    crowd.counted(store, 50)

    press(looked, WORDS.make)

    held = somebody.held()
    assert held is not None
    shown = viewer_link_store.read(store, held.shares[0].key, TODAY)
    drawn = somebody.opens("shared", rk_viewer=held.shares[0].key)
    assert (shown.sections, shown.comparison and shown.comparison.as_of) == ((Section.COMPARISON,), TODAY)
    assert WORDS.comparison_few not in [caption.value for caption in looked.caption]
    assert len(seen) == 1 and seen[0].count("\n") == 7
    assert [line.value for line in drawn.markdown if "in 100 people" in line.value] == seen
    assert any("50+ people who used Rekindle" in caption.value for caption in drawn.caption)


@pytest.mark.parametrize(
    ("record", "offered"),
    [
        (FINISHED, ["Summary and pattern", "Dimensions", "Job and work", "Week", "Next steps"]),
        (finished({}), ["Summary and pattern"]),
        (finished(dict(people.example().statements)), ["Summary and pattern", "Dimensions", "Job and work", "Next steps"]),
    ],
    ids=["everything", "no answer", "no week"],
)
def test_only_what_has_something_to_show_is_offered(somebody: Somebody, record: Record, offered: list[str]) -> None:
    somebody.holds(record)

    assert [box.label for box in somebody.opens("share").checkbox] == offered


def test_a_heavy_result_is_shown_to_its_owner_before_it_can_be_shown_to_others(somebody: Somebody) -> None:
    somebody.holds(finished(people.HEAVY))

    drawn = somebody.opens("share")

    assert drawn.checkbox.len == 0
    assert RK.notes.care.text in [info.value for info in drawn.info]


def test_deleting_everything_withdraws_every_link(somebody: Somebody) -> None:
    somebody.holds(FINISHED)
    press(looked_at(somebody, Section.SUMMARY), WORDS.make)

    drawn = somebody.opens("profile")
    drawn.button(key=f"sure_{resources.wording().keeping.delete}").click().run()

    assert resources.store().read("SELECT count(*) FROM share") == [(0,)]


def test_a_visit_keeps_a_link_without_end_as_long_as_the_record(somebody: Somebody) -> None:
    somebody.holds(FINISHED)
    shown = shared_profile.copy_of(profiles.from_result(FINISHED.results[0]), [Section.SUMMARY])
    viewer_link_store.create(resources.store(), somebody.key, shown, label="", today=TODAY, keep_until=TODAY)
    resources.store().write("UPDATE share SET kept_until = $1", [TODAY])

    somebody.arrives()

    assert resources.store().read("SELECT kept_until > $1 FROM share", [TODAY]) == [(True,)]


def test_somebody_elses_profile_offers_no_way_to_show_it(somebody: Somebody) -> None:
    theirs = Somebody("AAAAAAAAAAAAAAAAAAAAAA", somebody.monkeypatch)
    theirs.holds(Record(results=(Result(instrument=RK.version, taken_on=TODAY, answers=Answers()),)))

    drawn = somebody.opens("profile", rk_opened=theirs.key)

    assert WORDS.title not in headers(drawn)
