"""Which teams an umbrella holds: several small ones that hold each round together and are counted together."""

from collections.abc import Sequence
from uuid import UUID

from data.storage.store import Cursor, Store


def lay(cursor: Cursor, team_id: UUID, names: Sequence[str]) -> None:
    """Lay down the teams of a new umbrella, by their place from 1."""
    for place, name in enumerate(names, 1):
        cursor.execute("INSERT INTO umbrella_team VALUES ($1, $2, $3)", [team_id, place, name])


def names(store: Store, team_id: UUID) -> tuple[str, ...]:
    """The names of its teams in their order; none of a team by itself."""
    rows = store.read("SELECT name FROM umbrella_team WHERE team_id = $1 ORDER BY place", [team_id])
    return tuple(name for (name,) in rows)


def places(store: Store, round_id: UUID) -> tuple[int, ...]:
    """The places of the teams that hold a round together; none where a team holds it by itself."""
    of_round = """
        SELECT place
        FROM umbrella_team
        JOIN round ON round.team_id = umbrella_team.team_id
        WHERE round_id = $1
        ORDER BY place
        """
    return tuple(place for (place,) in store.read(of_round, [round_id]))
