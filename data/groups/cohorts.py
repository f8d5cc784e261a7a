"""How people are put into groups that are mixed: disjoint, and never below the floor (docs/anonymity.md 2.5). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

# The total that holds every cohort; the others are named after their life stage.
EVERYONE = "everyone"
# The stage of somebody whose life stage is not known.
UNKNOWN = "unknown"


@dataclass(frozen=True)
class CohortPlan:
    """One cohort to be: the life stages whose people are mixed in it, and how many they are. Of an umbrella, teams stand for stages."""

    stages: tuple[str, ...]
    people: int

    @property
    def stage(self) -> str | None:
        """Its stage where it holds only one; None where stages are mixed, or where the one is not known."""
        return self.stages[0] if len(self.stages) == 1 and self.stages[0] != UNKNOWN else None


def partition(sizes: Mapping[str, int], floor: int) -> tuple[CohortPlan, ...]:
    """Disjoint parts of whole stages, each of at least `floor` people, holding everybody; none where there are too few in all.

    Stages below the floor are mixed with each other, and with the smallest ones above it until they reach the floor. One of nobody that is
    among the sizes is below it like any other, so that no page tells whether it was nobody.
    """
    if sum(sizes.values()) < floor:
        return ()
    # The smallest first, so that as few people as may be are missing from the figures of their stage.
    alone = sorted((stage for stage in sizes if sizes[stage] >= floor), key=lambda stage: sizes[stage])
    mixed = [stage for stage in sizes if sizes[stage] < floor]
    while mixed and sum(sizes[stage] for stage in mixed) < floor:
        mixed.append(alone.pop(0))
    parts = [CohortPlan((stage,), sizes[stage]) for stage in alone]
    if mixed:
        parts.append(CohortPlan(tuple(mixed), sum(sizes[stage] for stage in mixed)))
    return tuple(parts)
