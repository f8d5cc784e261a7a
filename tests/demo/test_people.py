from itertools import combinations
from statistics import correlation, fmean

from data.instrument.instrument import CURRENT, load
from data.profile import rules
from data.profile.scoring import rating
from demo.people import GENERAL, People

RK = load(CURRENT)


def test_the_same_seed_gives_the_same_people() -> None:
    one, other = People(7), People(7)

    assert [one.sheet() for _ in range(5)] == [other.sheet() for _ in range(5)]
    assert People(8).sheet() != People(7).sheet()


def test_every_dimension_has_its_place_in_the_model() -> None:
    assert set(GENERAL) == {dimension.id for dimension in RK.dimensions}
    assert all(0.15 <= GENERAL[one] * GENERAL[other] <= 0.65 for one, other in combinations(GENERAL, 2))


def test_statements_of_one_scale_go_together_also_where_they_are_reversed() -> None:
    people = People(3)
    sheets = [people.sheet().statements for _ in range(400)]

    for item, other in (("spark_forward", "spark_dull"), ("bal_first", "bal_energy")):
        pairs = [(a, b) for sheet in sheets if (a := rating(sheet, item)) and (b := rating(sheet, other))]
        assert -0.7 < correlation(*zip(*pairs, strict=True)) < -0.2


def test_a_leaning_moves_its_dimension_and_leaves_the_others() -> None:
    def mean(people: People, leaning: dict[str, float], item: str) -> float:
        answers = (rating(people.sheet(leaning).statements, item) for _ in range(300))
        return fmean(answer for answer in answers if answer)

    assert mean(People(5), {"spark": 1.0}, "spark_forward") - mean(People(5), {}, "spark_forward") > 0.3
    assert abs(mean(People(5), {"spark": 1.0}, "bal_first") - mean(People(5), {}, "bal_first")) < 0.1


def test_most_invented_people_answer_without_signs_of_hurry() -> None:
    people = People(11)
    sheets = [people.sheet() for _ in range(200)]

    hurried = sum(rules.of(RK).signs(sheet).left_out for sheet in sheets)

    assert hurried < 10
