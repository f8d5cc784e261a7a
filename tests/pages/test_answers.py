"""What a page gives is checked before anything is locked or opened, and reaches the disk as one value."""

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.assessment import radio_groups, week_sliders
from components.session import resources
from data.instrument.answers import Area, Step, Week
from data.record.record import Draft
from tests.pages.across.test_every_screen import HALF_WAY, NOBODY
from tests.pages.conftest import PATIENCE, Somebody

BALANCE = "bal_first"


def browser_says(monkeypatch: pytest.MonkeyPatch, **values: Any) -> None:
    """AppTest runs no element's script: what the script of a browser would have sent stands here."""
    said = SimpleNamespace(**{"seconds": None} | values)
    monkeypatch.setattr(radio_groups, "_ELEMENT", lambda **_: said)
    monkeypatch.setattr(week_sliders, "_ELEMENT", lambda **_: said)


def go_on(drawn: AppTest, step: Step) -> AppTest:
    return drawn.button(key=f"continue_{step}").click().run()


def draft_of(somebody: Somebody) -> Draft:
    held = somebody.held()
    assert held is not None and held.draft is not None
    return held.draft


@pytest.mark.parametrize(
    ("step", "forged"),
    [
        (Step.DRIVE, {"answers": {"spark_dull": 99}}),
        (Step.PATH, {"answers": {"spark_dull": 4}}),
        (Step.JOB_AND_WORK, {"answers": [4]}),
        (Step.BALANCE, {"answers": {BALANCE: 4}, "hours": [1]}),
        (Step.BALANCE, {"answers": {BALANCE: True}, "hours": {}}),
    ],
)
def test_bad_input_is_refused_while_somebody_else_holds_the_lock(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch, step: Step, forged: dict[str, object]
) -> None:
    somebody.holds(HALF_WAY)
    browser_says(monkeypatch, **forged)
    drawn = somebody.opens(step.replace("-", "_"))

    # By a thread of its own: AppTest waits for a run that waits for the lock, and then nobody would let go of it.
    with ThreadPoolExecutor(max_workers=1) as beside, resources.store().write_lock():
        drawn = beside.submit(go_on, drawn, step).result(timeout=PATIENCE / 2)

    assert [error.value for error in drawn.error] == [resources.error_words().rules.answer_not_allowed]
    assert resources.instrument().notes.footer in [caption.value for caption in drawn.caption]
    assert somebody.held() == HALF_WAY


def test_a_page_of_several_parts_is_saved_as_one(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody.holds(HALF_WAY)
    browser_says(monkeypatch, answers={BALANCE: 4}, hours={"now": {"career": 40}})
    drawn = somebody.opens("balance")
    drawn.checkbox(key="obstacle_time").check().run()

    drawn.text_input(key="obstacles_other").input("long winters")
    go_on(drawn, Step.BALANCE)

    draft = draft_of(somebody)
    assert draft.answers.week == Week(now={Area.CAREER: 40})
    assert ("time" in draft.answers.obstacles.ticked, draft.answers.obstacles.other) == (True, "long winters")
    assert {item.id: draft.answers.statements.get(item.id) for item in resources.instrument().page(Step.BALANCE)} == {
        item.id: 4 if item.id == BALANCE else None for item in resources.instrument().page(Step.BALANCE)
    }
    assert draft.saved == {**draft_before().saved, Step.BALANCE: 1}


def draft_before() -> Draft:
    assert HALF_WAY.draft is not None
    return HALF_WAY.draft


def test_what_a_browser_says_nothing_about_stays_as_it_was_saved(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody.holds(HALF_WAY)
    browser_says(monkeypatch, answers=None, hours=None)

    go_on(somebody.opens("balance"), Step.BALANCE)

    assert draft_of(somebody).answers.model_copy(update={"page_seconds": {}}) == draft_before().answers.model_copy(
        update={"page_seconds": {}}
    )


def test_a_step_that_somebody_was_just_told_of_is_not_told_as_news(somebody: Somebody) -> None:
    somebody.holds(HALF_WAY)
    drawn = somebody.arrives()

    drawn = drawn.button(key="go_on").click().run()

    assert resources.wording().step.restored not in [info.value for info in drawn.info]


def test_a_step_whose_assessment_is_gone_says_so_and_keeps_its_foot(somebody: Somebody) -> None:
    somebody.holds(HALF_WAY)
    drawn = somebody.opens("life_stage")
    somebody.holds(NOBODY)

    drawn = go_on(drawn, Step.LIFE_STAGE)

    assert [info.value for info in drawn.info] == [resources.wording().step.gone]
    assert resources.instrument().notes.footer in [caption.value for caption in drawn.caption]


def test_a_second_click_that_ends_the_run_of_the_first_is_no_other_tab(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody.holds(HALF_WAY)
    browser_says(monkeypatch, answers={BALANCE: 4}, hours={})
    drawn = somebody.opens("balance")
    held = drawn.session_state[f"drawn_{Step.BALANCE}"]
    go_on(drawn, Step.BALANCE)

    # As the first run leaves it where it has saved and is ended before it can let go of what it drew.
    drawn.switch_page("balance.py").run()
    drawn.session_state[f"drawn_{Step.BALANCE}"] = held
    drawn = go_on(drawn, Step.BALANCE)

    assert draft_of(somebody).saved[Step.BALANCE] == 2
    assert resources.wording().step.also_elsewhere not in [info.value for info in drawn.info]


def test_the_time_on_statements_is_kept_apart_from_the_time_on_the_page(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody.holds(HALF_WAY)
    browser_says(monkeypatch, answers={}, seconds=12.5)

    for _ in range(2):
        go_on(somebody.opens("drive"), Step.DRIVE)

    answers = draft_of(somebody).answers
    assert answers.statement_seconds == {Step.DRIVE: 25.0}
    assert answers.seconds_on_statements[Step.DRIVE] == 25.0
    assert answers.page_seconds[Step.DRIVE] != 25.0


@pytest.mark.parametrize("lie", [-1, 86_401, True, "12", None, float("nan"), float("inf"), [1]])
def test_a_time_that_cannot_be_true_is_taken_for_none(somebody: Somebody, monkeypatch: pytest.MonkeyPatch, lie: object) -> None:
    somebody.holds(HALF_WAY)
    browser_says(monkeypatch, answers={}, seconds=lie)

    go_on(somebody.opens("drive"), Step.DRIVE)

    answers = draft_of(somebody).answers
    assert answers.statement_seconds == {}
    assert answers.seconds_on_statements[Step.DRIVE] == answers.page_seconds[Step.DRIVE]
