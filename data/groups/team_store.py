"""Teams and their rounds: made, opened and looked up by whoever holds the right key. Who takes part, and how many, is told to nobody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from data.errors import BadClosingDay, BadKey, RoundClosed, RoundStillOpen
from data.groups import team_keys, waiting_store
from data.groups.team_keys import TeamKeys
from data.groups.team_name import clean_team_name
from data.groups.umbrellas import umbrella_names, umbrella_store
from data.groups.waiting_store import Wraps
from data.instrument.instrument import CURRENT
from data.keys import Kind, is_key, new_key
from data.privacy_limits import MAX_MORE_WEEKS, MAX_OPEN_DAYS, ROUND_FLOOR, TEAM_KEPT
from data.storage.sealing import row_id
from data.storage.store import Cursor, Store
from data.storage.waiting.waiting_seal import KeyWrap

TEAM_KINDS = (Kind.JOIN, Kind.INSIGHTS, Kind.MANAGE)


@dataclass(frozen=True)
class Team:
    """A team as anybody with one of its links may see it. Its name passed `clean_team_name`; show it as plain text all the same."""

    team_id: UUID
    name: str
    made_on: date


@dataclass(frozen=True)
class Round:
    """One round. Answers come in through its closing day, and it is counted once somebody with a link comes after the close."""

    round_id: UUID
    number: int
    instrument: str
    opened_on: date
    closes_on: date
    closed_on: date | None
    counted_on: date | None
    # For how many weeks it goes on by itself, once, where fewer than six wait at its end.
    more_weeks: int = 0

    def takes_answers(self, today: date) -> bool:
        """Whether somebody may still join or withdraw."""
        return self.closed_on is None and today <= self.closes_on


@dataclass(frozen=True)
class Invitation:
    """What the join screen says. `round` is the newest one, which may be closed.

    Of an umbrella `teams` are the names of all its teams, and `place` is that of the one which the link is for.
    """

    team: Team
    round: Round
    floor: int = ROUND_FLOOR
    teams: tuple[str, ...] = ()
    place: int | None = None


def create(store: Store, name: str, *, closes_on: date, today: date, more_weeks: int = 0, teams: Sequence[str] | None = None) -> TeamKeys:
    """The keys of a new team whose first round is open; of an umbrella, where the names of its teams are given.

    Raises NotATeamName and BadClosingDay.
    """
    name, team_id, names = clean_team_name(name), uuid4(), () if teams is None else umbrella_names.clean(teams)
    keys = team_keys.from_manage(new_key(), len(names))
    with store.transaction() as cursor:
        cursor.execute("INSERT INTO team VALUES ($1, $2, $3)", [team_id, name, today])
        umbrella_store.lay(cursor, team_id, names)
        for kind, key, place in _doors(keys):
            cursor.execute("INSERT INTO team_key VALUES ($1, $2, $3, $4)", [row_id(key, kind), team_id, str(kind), place])
        wraps = _wraps({Kind.INSIGHTS: keys.insights, Kind.MANAGE: keys.manage})
        _open(cursor, team_id, 1, closes_on=closes_on, today=today, wraps=wraps, more_weeks=more_weeks)
    return keys


def find(store: Store, key: str, kind: Kind) -> Team:
    """The team that a key of that kind opens. Raises BadKey, always the same, for whatever opens nothing."""
    look_up = """
        SELECT team.team_id, name, made_on
        FROM team_key
        JOIN team ON team.team_id = team_key.team_id
        WHERE key_id = $1
        """
    rows = store.read(look_up, [row_id(key, kind)])
    if not rows:
        raise BadKey("key_opens_nothing")
    return Team(*rows[0])


def has_derived_keys(store: Store, team: Team, keys: TeamKeys) -> bool:
    """Whether these are the team's own; a team that was made before keys followed from the manage key has others, stored nowhere."""
    # One says it for all: they were either all derived or all drawn.
    derived = row_id(keys.insights, Kind.INSIGHTS)
    return bool(store.read("SELECT 1 FROM team_key WHERE team_id = $1 AND key_id = $2", [team.team_id, derived]))


def kind_of(store: Store, key: str) -> Kind | None:
    """Which of the three team links a key is; None where it is none of them."""
    if not is_key(key):
        return None
    # A key stands for another row under each kind, so all three are looked for (docs/security.md 2.2).
    ids = [row_id(key, kind) for kind in TEAM_KINDS]
    rows = store.read("SELECT kind FROM team_key WHERE key_id IN ($1, $2, $3)", ids)
    return Kind(rows[0][0]) if rows else None


def invitation(store: Store, join_key: str) -> Invitation:
    """What the holder of a join link is told before taking part. Raises BadKey."""
    team = find(store, join_key, Kind.JOIN)
    ((place,),) = store.read("SELECT place FROM team_key WHERE key_id = $1", [row_id(join_key, Kind.JOIN)])
    return Invitation(team, rounds(store, team)[-1], teams=umbrella_store.names(store, team.team_id), place=place)


def rounds(store: Store, team: Team) -> tuple[Round, ...]:
    """All rounds of a team, oldest first; there is always one."""
    return _rounds(store.read(_ROUNDS, [team.team_id]))


def is_counted(store: Store, round_id: UUID) -> bool:
    """Whether the round was counted, or found too small to be."""
    return bool(store.read("SELECT 1 FROM round WHERE round_id = $1 AND counted_on IS NOT NULL", [round_id]))


def end_round(store: Store, round_id: UUID, day: date) -> bool:
    """Whether the round was open, and takes no more answers from now on. It is not counted by that."""
    return bool(store.write("UPDATE round SET closed_on = $1 WHERE round_id = $2 AND closed_on IS NULL", [day, round_id]))


def open_round(store: Store, manage_key: str, *, closes_on: date, today: date, more_weeks: int = 0) -> Round:
    """A new round, after the last one was closed. Raises BadKey, RoundStillOpen and BadClosingDay."""
    team, keys = find(store, manage_key, Kind.MANAGE), team_keys.from_manage(manage_key)
    # Of a team made before keys followed from the manage key nobody has the others here, so that its manage link alone will open the round.
    own = {Kind.INSIGHTS: keys.insights} if has_derived_keys(store, team, keys) else {}
    with store.transaction() as cursor:
        latest = _rounds(cursor.execute(_ROUNDS, [team.team_id]).fetchall())[-1]
        if latest.closed_on is None:
            raise RoundStillOpen("round_still_open")
        wraps = _wraps({Kind.MANAGE: manage_key, **own})
        return _open(cursor, team.team_id, latest.number + 1, closes_on=closes_on, today=today, wraps=wraps, more_weeks=more_weeks)


def latest_last_day(round: Round) -> date:
    """The day to which its last day can be moved at most: from its opening on, a round is open no longer than any other."""
    return round.opened_on + timedelta(days=MAX_OPEN_DAYS)


def move_last_day(store: Store, manage_key: str, *, closes_on: date, lasting: date) -> Round:
    """The open round with a later last day. `lasting`: the earliest day that has not ended everywhere.

    Raises BadKey; RoundClosed where the round takes no more answers, so that nobody is counted who was told that it had ended;
    BadClosingDay for a day that is not later, or beyond the longest time.
    """
    team = find(store, manage_key, Kind.MANAGE)
    with store.transaction() as cursor:
        latest = _rounds(cursor.execute(_ROUNDS, [team.team_id]).fetchall())[-1]
        if not latest.takes_answers(lasting):
            raise RoundClosed("round_closed_already")
        if not latest.closes_on < closes_on <= latest_last_day(latest):
            raise BadClosingDay("last_day_moved", days=MAX_OPEN_DAYS)
        cursor.execute("UPDATE round SET closes_on = $1 WHERE round_id = $2", [closes_on, latest.round_id])
    return replace(latest, closes_on=closes_on)


def closable_round(store: Store, manage_key: str) -> Round:
    """The round that the holder of a manage link may close. Raises BadKey, and RoundClosed where none is open."""
    latest = rounds(store, find(store, manage_key, Kind.MANAGE))[-1]
    if latest.closed_on is not None:
        raise RoundClosed("round_closed_already")
    return latest


def rounds_due(store: Store, day: date) -> tuple[UUID, ...]:
    """The open rounds whose closing day lies before that day."""
    # Answers still come in on the closing day itself.
    return tuple(row[0] for row in store.read("SELECT round_id FROM round WHERE closed_on IS NULL AND closes_on < $1", [day]))


def drop_unused(store: Store, day: date) -> int:
    """How many teams were forgotten because no round of theirs was open in the last two years."""
    unused = """
        SELECT team_id FROM team
        WHERE team_id NOT IN (SELECT team_id FROM round WHERE closed_on IS NULL OR closes_on >= $1)
        """
    teams = [row[0] for row in store.read(unused, [day - TEAM_KEPT])]
    if not teams:
        return 0
    with store.transaction() as cursor:
        for team_id in teams:
            cursor.execute("DELETE FROM team_key WHERE team_id = $1", [team_id])
            cursor.execute("DELETE FROM agreement WHERE round_id IN (SELECT round_id FROM round WHERE team_id = $1)", [team_id])
            cursor.execute("DELETE FROM umbrella_team WHERE team_id = $1", [team_id])
            cursor.execute("DELETE FROM team WHERE team_id = $1", [team_id])
    return len(teams)


_ROUNDS = """
    SELECT round_id, number, instrument, opened_on, closes_on, closed_on, counted_on, more_weeks
    FROM round
    WHERE team_id = $1
    ORDER BY number
    """


def _rounds(rows: list[tuple[Any, ...]]) -> tuple[Round, ...]:
    return tuple(Round(*row) for row in rows)


def _doors(keys: TeamKeys) -> Iterator[tuple[Kind, str, int | None]]:
    """What each key opens, and for which team of an umbrella."""
    yield from ((Kind.INSIGHTS, keys.insights, None), (Kind.MANAGE, keys.manage, None))
    if keys.joins:
        yield from ((Kind.JOIN, key, place) for place, key in enumerate(keys.joins, 1))
    else:
        yield Kind.JOIN, keys.join, None


def _wraps(keys: Mapping[Kind, str]) -> Wraps:
    """Who will be able to open a round; never who may join it."""
    return {str(kind): KeyWrap.of_link(key, kind) for kind, key in keys.items()}


def _open(cursor: Cursor, team_id: UUID, number: int, *, closes_on: date, today: date, wraps: Wraps, more_weeks: int) -> Round:
    if not today <= closes_on <= today + timedelta(days=MAX_OPEN_DAYS) or not 0 <= more_weeks <= MAX_MORE_WEEKS:
        raise BadClosingDay("closing_day", days=MAX_OPEN_DAYS)
    # A round stays of the version that it was opened under, until it closes (docs/rk11.md 8).
    opened = Round(uuid4(), number, CURRENT, today, closes_on, None, None, more_weeks)
    cursor.execute(
        "INSERT INTO round (round_id, team_id, number, instrument, opened_on, closes_on, more_weeks) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [opened.round_id, team_id, number, opened.instrument, today, closes_on, more_weeks],
    )
    waiting_store.new_round_key(cursor, opened.round_id, wraps)
    return opened
