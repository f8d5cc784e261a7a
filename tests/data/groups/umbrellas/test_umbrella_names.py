import pytest

from data.errors import NotATeamName
from data.groups.umbrellas import umbrella_names
from tests.data.groups.test_team_name import HOSTILE


def test_a_line_is_a_name_and_an_empty_one_is_none() -> None:
    assert umbrella_names.lines("\n North \r\n\n  R&D (South)\n\n") == ("North", "R&D (South)")


@pytest.mark.parametrize("many", [2, 12])
def test_two_to_twelve_teams_hold_a_round_together(many: int) -> None:
    names = [f"Team {number}" for number in range(many)]

    assert umbrella_names.clean(names) == tuple(names)


@pytest.mark.parametrize("many", [0, 1, 13])
def test_fewer_or_more_are_refused(many: int) -> None:
    with pytest.raises(NotATeamName, match="umbrella_size"):
        umbrella_names.clean([f"Team {number}" for number in range(many)])


@pytest.mark.parametrize("second", ["North", "NORTH", "  north ", "Ｎorth"])
def test_a_name_that_is_there_twice_is_refused_whatever_its_letters_look_like(second: str) -> None:
    with pytest.raises(NotATeamName, match="umbrella_twice: 3"):
        umbrella_names.clean(["North", "South", second])


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_each_name_is_held_to_what_any_team_may_be_called(name: str) -> None:
    with pytest.raises(NotATeamName, match="team_name"):
        umbrella_names.clean(["North", name])
