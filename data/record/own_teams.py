"""What an organiser does with the list of teams in their own record, as pure changes to it."""

from datetime import date

from data.errors import TooManyTeams
from data.record.kept_team import KeptTeam
from data.record.record import Record

# As many as a list can be looked through that is sorted by no figure.
MAX_TEAMS = 40


def is_kept(record: Record, manage_key: str) -> bool:
    """Whether the team is in the list."""
    return any(team.key == manage_key for team in record.teams)


def keep(record: Record, manage_key: str, name: str, *, today: date) -> Record:
    """The record with the team at the end of its list; as it is where the team is in it already. Raises TooManyTeams."""
    if is_kept(record, manage_key):
        return record
    if len(record.teams) >= MAX_TEAMS:
        raise TooManyTeams("too_many_teams", most=MAX_TEAMS)
    return record.model_copy(update={"teams": (*record.teams, KeptTeam(key=manage_key, name=name, kept_on=today))})


def take_out(record: Record, manage_key: str) -> Record:
    """The record without that team in its list."""
    return record.model_copy(update={"teams": tuple(team for team in record.teams if team.key != manage_key)})
