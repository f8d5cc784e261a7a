"""What was told of a round once and is told for ever: what sets it apart from everyone. Only `publishing` adds to it."""

from uuid import UUID

from pydantic import TypeAdapter

from data.storage.store import Store
from data.totals.published import StandingOut

_TOLD = TypeAdapter(StandingOut)


def standing_out(store: Store, round_id: UUID) -> StandingOut | None:
    """None where everyone has not moved since the round was counted."""
    rows = store.read("SELECT told FROM standing_out WHERE round_id = $1", [round_id])
    return _TOLD.validate_json(rows[0][0]) if rows else None


def keep(store: Store, round_id: UUID, told: StandingOut) -> None:
    store.write("INSERT INTO standing_out VALUES ($1, $2) ON CONFLICT DO NOTHING", [round_id, _TOLD.dump_json(told).decode()])


def not_kept(store: Store) -> list[tuple[UUID, str]]:
    """The counted rounds of which nothing is kept yet, with their version."""
    rounds = """
        SELECT DISTINCT cohort.round_id, cohort.instrument
        FROM cohort
        LEFT JOIN standing_out ON standing_out.round_id = cohort.round_id
        WHERE cohort.round_id IS NOT NULL AND standing_out.round_id IS NULL
        """
    return [(round_id, instrument) for round_id, instrument in store.read(rounds)]
