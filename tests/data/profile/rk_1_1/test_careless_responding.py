import pytest

from data.instrument import instrument
from data.instrument.answers import Answer, Answers, Step
from data.instrument.rk_1_1 import SecondRules
from data.profile.rk_1_1 import careless_responding
from data.profile.rk_1_1.careless_responding import Sign

RK = instrument.load("rk-1.1")
OWN = next(own for own in [RK.rules] if isinstance(own, SecondRules))
ATTENTIVE: dict[str, Answer] = {item.id: 2 if item.reverse else 4 for item in RK.items}


def shown(statements: dict[str, Answer], seconds: dict[Step, float] | None = None) -> tuple[tuple[str, ...], bool]:
    found = careless_responding.signs(RK, OWN.signs, Answers(statements=statements, page_seconds=seconds or {}))
    return found.shown, found.left_out


@pytest.mark.parametrize(("path", "fast"), [(19.9, True), (20.0, False)])
def test_two_pages_faster_than_reading_are_a_sign_and_one_is_not(path: float, fast: bool) -> None:
    found, left_out = shown(ATTENTIVE, {Step.DRIVE: 12, Step.PATH: path, Step.BALANCE: 60})

    assert (Sign.FAST in found, left_out) == (fast, False)


def test_a_page_with_few_answers_or_without_a_time_never_counts_as_fast() -> None:
    few = {item.id: ATTENTIVE[item.id] for step in Step for item in RK.page(step)[:4]}

    assert shown(few, {Step.DRIVE: 0.5, Step.PATH: 0.5, Step.LIFE_STAGE: 0.1}) == ((), False)


def test_only_the_time_on_statements_tells_whether_they_were_read() -> None:
    """A week that somebody takes long to think about is outside it (docs/rk11.md 2.8)."""
    pages, quick = dict.fromkeys((Step.JOB_AND_WORK, Step.BALANCE), 240.0), dict.fromkeys((Step.JOB_AND_WORK, Step.BALANCE), 15.0)
    sheet = Answers(statements=ATTENTIVE, page_seconds=pages, statement_seconds=quick)

    assert careless_responding.signs(RK, OWN.signs, sheet).shown == (Sign.FAST,)
    assert shown(ATTENTIVE, pages) == ((), False)


@pytest.mark.parametrize(("equal", "sign"), [(8, False), (9, True)])
def test_nine_equal_answers_on_one_page_are_a_sign(equal: int, sign: bool) -> None:
    page = RK.page(Step.DRIVE)
    sheet = ATTENTIVE | {item.id: 4 for item in page[:equal]} | {item.id: 2 for item in page[equal:]}

    assert (Sign.SAME_PAGE in shown(sheet)[0]) is sign


def test_an_order_that_comes_back_is_a_sign() -> None:
    zigzag: dict[str, Answer] = {item.id: (1, 2, 3, 4, 5, 4, 3, 2)[n % 8] for n, item in enumerate(RK.items)}

    assert careless_responding.repeated(RK, OWN.signs, zigzag) == 1
    assert Sign.REPEATING in shown(zigzag)[0]
    assert careless_responding.repeated(RK, OWN.signs, {item.id: 3 for item in RK.items[:20]}) is None


def test_answers_that_point_in_opposite_directions_are_a_sign_and_very_many_leave_the_sheet_out() -> None:
    opposite: dict[str, Answer] = {}
    for dimension in RK.dimensions:
        for half in (False, True):
            items = [item for item in RK.items_of(dimension.id) if item.reverse is half]
            opposite |= {item.id: 5 if n % 2 else 1 for n, item in enumerate(items)}

    found = careless_responding.signs(RK, OWN.signs, Answers(statements=opposite))

    assert (found.shown[0], found.left_out) == (Sign.SCATTERED, True)


def test_agreeing_with_everything_is_told_apart_from_scattering() -> None:
    spread = careless_responding.scatter(RK, OWN.signs, {item.id: 5 for item in RK.items})

    assert spread == (2, 0)
    assert careless_responding.scatter(RK, OWN.signs, {item.id: 5 for item in RK.page(Step.DRIVE)}) is None


def test_each_sign_has_its_sentence_and_two_of_them_say_that_nothing_is_counted() -> None:
    all_four = careless_responding.signs(RK, OWN.signs, Answers(statements=dict.fromkeys(ATTENTIVE, 4)))
    one = careless_responding.signs(RK, OWN.signs, Answers(statements=ATTENTIVE, page_seconds={Step.DRIVE: 1, Step.PATH: 1}))

    remark, kind = careless_responding.remark(OWN.words.signs, all_four), careless_responding.remark(OWN.words.signs, one)

    assert remark is not None and kind is not None
    assert remark.lines == (
        "Before your result, one remark.",
        "On one page nearly all answers are the same, though its statements point both ways.",
        "Your answers follow a repeating order.",
        "If that is how it is for you, keep them. Your result is shown either way.",
    )
    assert (remark.not_counted or "").startswith("As it stands, your answers will not be counted")
    assert (len(kind.lines), kind.not_counted) == (3, None)
    assert careless_responding.remark(OWN.words.signs, careless_responding.signs(RK, OWN.signs, Answers(statements=ATTENTIVE))) is None
