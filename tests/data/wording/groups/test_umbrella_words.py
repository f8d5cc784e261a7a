from data.content.language import ENGLISH
from data.privacy_limits import MAX_UMBRELLA_TEAMS, MIN_UMBRELLA_TEAMS, ROUND_FLOOR
from data.wording.groups.group_words import load


def test_who_makes_an_umbrella_or_joins_by_one_reads_the_rule_with_its_numbers() -> None:
    words = load(ENGLISH).umbrella

    assert all(str(number) in words.lead for number in (MIN_UMBRELLA_TEAMS, MAX_UMBRELLA_TEAMS, ROUND_FLOOR))
    assert words.floor.count(str(ROUND_FLOOR)) == 2
