"""The keys of a team. All others follow from the one that manages it, so one link leads its organiser to everything."""

from dataclasses import dataclass, field

from data.keys import Kind
from data.storage import sealing


@dataclass(frozen=True)
class TeamKeys:
    """The keys of a team. They are stored nowhere. `joins`: one for each team of an umbrella, where `join` leads to nothing."""

    join: str = field(repr=False)
    insights: str = field(repr=False)
    manage: str = field(repr=False)
    joins: tuple[str, ...] = field(default=(), repr=False)


def from_manage(manage_key: str, teams: int = 0) -> TeamKeys:
    """The keys that follow from a manage key, one way: none of the others leads to it, nor to each other. `teams`: those of an umbrella.

    Those of a team that was made before did not follow (`team_store.has_derived_keys`). Raises BadKey for what has not the form of a key.
    """
    joins = tuple(sealing.key_from(manage_key, f"{_label(Kind.JOIN)} {place}") for place in range(1, teams + 1))
    return TeamKeys(sealing.key_from(manage_key, _label(Kind.JOIN)), sealing.key_from(manage_key, _label(Kind.INSIGHTS)), manage_key, joins)


def _label(kind: Kind) -> str:
    # Never the bare kind, which is the label of the row that a key stands for: that row is stored, and would be the key.
    return f"team key {kind}"
