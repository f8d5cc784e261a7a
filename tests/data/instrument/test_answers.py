import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import AnswerNotAllowed
from data.instrument.answers import (
    MAX_HOURS,
    MAX_REFLECTION,
    MAX_SENTENCE,
    Answers,
    Area,
    FrozenValue,
    JobAndWork,
    LifeStage,
    Obstacles,
    Portrait,
    StageSelf,
    Step,
    Week,
    clean_text,
    validated,
)

NOT_OFFERED = [
    (Answers, "statements", {"spark_drag": 0}),
    (Answers, "statements", {"spark_drag": 6}),
    (Answers, "statements", {"spark_drag": True}),
    (Answers, "statements", {"spark_drag": False}),
    (Answers, "statements", {"spark_drag": None}),
    (Answers, "statements", {"spark_drag": "4"}),
    (Answers, "statements", {"spark_drag": "NA"}),
    (Answers, "statements", {"spark_drag": 3.5}),
    (Answers, "statements", {"spark_drag": float("nan")}),
    (Answers, "statements", {"spark_drag": [4]}),
    (Answers, "statements", [4, 4, 4]),
    (Answers, "reflections", {"1": "x" * (MAX_REFLECTION + 1)}),
    (Answers, "page_seconds", {Step.DRIVE: float("inf")}),
    (Answers, "page_seconds", {Step.DRIVE: float("nan")}),
    (Answers, "page_seconds", {Step.DRIVE: -1}),
    (Answers, "page_seconds", {"profile": 1}),
    (Week, "now", {Area.CAREER: MAX_HOURS + 1}),
    (Week, "now", {Area.CAREER: -1}),
    (Week, "wish", {Area.CAREER: True}),
    (Week, "wish", {Area.CAREER: "40"}),
    (Week, "wish", {"garden": 40}),
    (Week, "energy", {Area.REST: 11}),
    (Week, "energy", {Area.REST: 1.5}),
    (JobAndWork, "work_is", "x" * (MAX_SENTENCE + 1)),
    (JobAndWork, "work_is", None),
    (JobAndWork, "portraits", {Portrait.JOB: 4}),
    (JobAndWork, "portraits", {Portrait.JOB: True}),
    (JobAndWork, "portraits", {"hobby": 1}),
    (LifeStage, "stage_self", "old"),
    (LifeStage, "responsibilities", ["cats"]),
    (LifeStage, "age_band", 35),
    (LifeStage, "income", "high"),
    (Obstacles, "starred", ["time", "money", "fear"]),
    (Obstacles, "ticked", "time"),
]


@pytest.mark.parametrize(("part", "name", "value"), NOT_OFFERED)
def test_what_no_question_offers_is_refused_without_repeating_it(part: type[FrozenValue], name: str, value: object) -> None:
    with pytest.raises(AnswerNotAllowed) as refusal:
        validated(part, **{name: value})

    assert str(refusal.value) == f"answer_not_offered: {part.__name__}"
    assert refusal.value.__suppress_context__ and refusal.value.__cause__ is None


def test_everything_that_the_questions_offer_is_accepted() -> None:
    assert validated(Answers, statements={"spark_drag": 1, "spark_moments": 5, "sup_mentor": "na"}).statements["sup_mentor"] == "na"
    assert validated(Week, now={Area.CAREER: 0, Area.REST: MAX_HOURS}).now[Area.REST] == MAX_HOURS
    assert validated(JobAndWork, work_is="x" * MAX_SENTENCE, portraits={Portrait.JOB: 0}).portraits == {Portrait.JOB: 0}
    assert validated(LifeStage, stage_self="mid").stage_self is StageSelf.MID
    assert validated(Obstacles, ticked=["time"], starred=["time"]).starred == ("time",)


def test_a_sheet_starts_with_nothing_answered() -> None:
    assert Answers() == validated(Answers)
    assert not any((Answers().statements, Answers().reflections, Answers().week.now, Answers().obstacles.ticked))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  with room around \n", "with room around"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("nul\x00 bell\x07 escape\x1b[31m", "nul bell escape[31m"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("lone \ud800 half", "lone  half"),
        ("e\u0301", "\u00e9"),
        # Joiners hold families and Persian words together.
        (
            "\U0001f469\u200d\U0001f467 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\U0001f469\u200d\U0001f467 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("O’Brien & 東京", "O’Brien & 東京"),
        ("\x00", ""),
    ],
)
def test_words_lose_invisible_characters_and_nothing_else(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@given(st.text(st.characters()))
def test_kept_words_hold_no_control_or_direction_characters_whatever_was_typed(typed: str) -> None:
    kept = clean_text(typed)

    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert clean_text(kept) == kept
