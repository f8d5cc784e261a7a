"""The names of the teams of an umbrella: two to twelve, each a team name, and none of them twice. Pure."""

from collections.abc import Sequence

from data.errors import NotATeamName
from data.groups.team_name import clean_team_name
from data.privacy_limits import MAX_UMBRELLA_TEAMS, MIN_UMBRELLA_TEAMS


def lines(text: str) -> tuple[str, ...]:
    """The names in a text, one to a line; empty lines are none."""
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


def clean(names: Sequence[str]) -> tuple[str, ...]:
    """The names as they may be shown to others. Raises NotATeamName, also for too few, too many, or one that is there twice."""
    if not MIN_UMBRELLA_TEAMS <= len(names) <= MAX_UMBRELLA_TEAMS:
        raise NotATeamName("umbrella_size", fewest=MIN_UMBRELLA_TEAMS, most=MAX_UMBRELLA_TEAMS)
    found = tuple(map(clean_team_name, names))
    for place, name in enumerate(found):
        if name.casefold() in {other.casefold() for other in found[:place]}:
            raise NotATeamName("umbrella_twice", place=place + 1)
    return found
