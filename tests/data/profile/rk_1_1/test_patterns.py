import random
from itertools import combinations

from data.instrument import instrument
from data.instrument.advice import Condition
from data.instrument.answers import Answer
from data.instrument.rk_1_1 import SecondRules
from data.profile import rules
from data.profile.rk_1_1 import patterns
from tests import oracle_rk_1_1 as oracle
from tests.invented import rk_1_1

RK = instrument.load("rk-1.1")
RULES = rules.of(RK)
OWN = next(own for own in [RK.rules] if isinstance(own, SecondRules))
_RATINGS: dict[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def test_the_patterns_that_contradict_each_other_are_those_of_the_manual() -> None:
    found = [{one.id, other.id} for one, other in combinations(RK.patterns.ruled, 2) if patterns.contradict(one, other)]

    assert sorted(map(sorted, found)) == sorted(map(sorted, oracle.CONTRADICTORY))


def test_two_patterns_that_contradict_each_other_are_never_named_together() -> None:
    dice = random.Random(1)
    found = [RULES.pattern(RULES.score(rk_1_1.anybody(dice))) for _ in range(2_000)]
    pairs = [(one.chosen, other) for one in found for other in (*one.also, *([one.other] if one.other else []))]

    assert len(pairs) > 200
    assert [pair for pair in pairs if patterns.contradict(*pair)] == []


def test_not_even_patterns_that_meet_at_one_cut_are_named_together() -> None:
    above, below = (
        one.model_copy(update={"conditions": (Condition(dimension="momentum", **bound),)})
        for one, bound in zip(RK.patterns.ruled[:2], ({"at_least": 50}, {"below": 50}), strict=True)
    )
    meeting = RK.model_copy(update={"patterns": RK.patterns.model_copy(update={"ruled": (above, below)})})
    slightly = {item.id: _RATINGS[4 if item.id == "mom_path" else 3] for item in RK.items}

    found = patterns.found(meeting, OWN.certainty, RULES.score(slightly))

    assert (found.chosen, found.other) == (above, RK.patterns.otherwise)


def test_one_answer_throughout_is_plainly_steady() -> None:
    for answer in range(1, 6):
        found = RULES.pattern(RULES.score({item.id: _RATINGS[answer] for item in RK.items}))

        assert (found.chosen.id, found.other, found.also) == ("steady", None, ())


def test_a_plain_title_is_said_with_its_rule_and_its_limits() -> None:
    said = RULES.pattern_said(RULES.pattern(RULES.score(rk_1_1.statements(rk_1_1.examples()[0]["answers"]))))

    assert (said.title, len(said.texts)) == ("Outlet outside", 1)
    assert said.remarks == (
        "The rule: alignment below 50 and outlets 63 or more.",
        "A title stands alone only where each of its conditions holds by a clear margin.",
        "This is a prompt for thought, not a type.",
    )


def test_between_two_patterns_both_are_said_and_the_person_decides() -> None:
    again = rk_1_1.examples()[2]["second"]["answers"]
    found = RULES.pattern(RULES.score(rk_1_1.statements(again), rk_1_1.invented_norms()))

    said = RULES.pattern_said(found)

    assert said.title == "Between “Steady” and “Outlet outside”"
    assert said.texts == (
        "Your answers lie near the line between these two. Read both and see which fits you better.",
        f"Steady: {RK.patterns.otherwise.text}",
        f"Outlet outside: {RK.patterns.named('outlet_outside').text}",
    )
    assert said.remarks[:2] == (
        "Steady: The rule: no other is near.",
        "Outlet outside: The rule: alignment below 50 and outlets 63 or more.",
    )


def test_a_second_plain_title_is_said_to_fit_as_well() -> None:
    middle = {item.id: _RATINGS[3] for item in RK.items}
    low = {item.id: _RATINGS[5 if item.reverse else 1] for item in RK.items if item.dimension in ("momentum", "alignment")}
    high = {item.id: _RATINGS[1 if item.reverse else 5] for item in RK.items if item.dimension == "outlet"}

    found = RULES.pattern(RULES.score(middle | low | high))

    assert (found.chosen.id, [also.id for also in found.also]) == ("outlet_outside", ["parked"])
    assert "This fits too: *Parked*." in RULES.pattern_said(found, emphasis="*{}*").remarks
