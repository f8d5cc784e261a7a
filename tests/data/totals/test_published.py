from data.instrument.instrument import CURRENT, load
from data.profile import rules
from data.totals import published
from data.totals.published import Published, Rank, Reason, Standpoint, Withheld
from tests.invented import worked_example

RULES = rules.of(load(CURRENT))
OWN = RULES.score(worked_example.STATEMENTS)
RANKS = (Rank(0.0, False, 5), Rank(50.0, False, 30), Rank(60.0, False, 55), Rank(60.0, True, 60), Rank(70.0, True, 90))
EVERYONE = Published("everyone", "50+", CURRENT, {}, ranks={"spark": RANKS})


def test_a_score_is_placed_with_both_ends_of_its_band() -> None:
    assert published.compare(OWN["spark"], EVERYONE) == Standpoint(low=5, middle=55, high=90)


def test_a_dimension_without_ranks_has_no_standpoint() -> None:
    assert published.compare(OWN["purpose"], EVERYONE) is None


def test_a_score_that_is_missing_has_no_standpoint() -> None:
    assert published.compare(RULES.score({})["spark"], EVERYONE) is None


def test_what_is_withheld_holds_no_number() -> None:
    assert vars(Withheld("team", Reason.TOO_FEW)) == {"label": "team", "reason": Reason.TOO_FEW}
