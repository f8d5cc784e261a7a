"""The attacker's algebra: what can be worked out from the sums over every set of people that was ever published. Exact, no rounding."""

from collections import Counter
from collections.abc import Iterable, Sequence

# A prime far above any count, so that nothing vanishes by accident as it could over a small field.
_PRIME = 2**61 - 1

Group = frozenset[int]


def smallest_class(groups: Iterable[Group]) -> int:
    """The fewest people that no set tells apart. Any combination of sums treats them alike, so nothing finer can ever be worked out."""
    every = list(groups)
    marks = Counter(tuple(person in group for group in every) for person in frozenset().union(*every))
    return min(marks.values(), default=10**6)


def smallest_solved(groups: Iterable[Group]) -> int:
    """The fewest people whose own sum comes out of adding and subtracting published sums until no more can be cancelled."""
    every = list(groups)
    people = sorted(frozenset().union(*every))
    rows = reduced([[int(person in group) for person in people] for group in every])
    return min((sum(value != 0 for value in row) for row in rows), default=10**6)


def reduced(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """The reduced row echelon form over the prime field, without its empty rows."""
    left, done = [list(row) for row in rows], list[list[int]]()
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        inverse = pow(pivot[column], -1, _PRIME)
        pivot = [value * inverse % _PRIME for value in pivot]
        left, done = [_without(row, pivot, column) for row in left], [_without(row, pivot, column) for row in done]
        done.append(pivot)
    return done


def _without(row: list[int], pivot: list[int], column: int) -> list[int]:
    return [(value - row[column] * other) % _PRIME for value, other in zip(row, pivot, strict=True)] if row[column] else row
