"""Norms as they were measured, kept for ever: a result is shown by those that it was made with. Only `publishing` adds to them."""

from data.instrument.norms import Figures, Norms
from data.storage.store import Store


def newest(store: Store, instrument: str) -> Norms | None:
    """Those with the most people; None before any were measured for that version."""
    newest_first = """
        SELECT name, measured_on, people, dimension, mean, sd, alpha
        FROM norms
        WHERE instrument = $1 AND people = (SELECT max(people) FROM norms WHERE instrument = $1)
        """
    rows = store.read(newest_first, [instrument])
    if not rows:
        return None
    name, day, people = rows[0][:3]
    figures = {dimension: Figures(mean=mean, sd=sd, alpha=alpha) for *_, dimension, mean, sd, alpha in rows}
    return Norms(name=name, day=day, people=people, dimensions=figures)


def add(store: Store, instrument: str, norms: Norms) -> None:
    """Keep measured norms, all figures of them or none."""
    with store.transaction() as cursor:
        for dimension, of in norms.dimensions.items():
            row = [instrument, norms.name, norms.day, norms.people, dimension, of.mean, of.sd, of.alpha]
            cursor.execute("INSERT INTO norms VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", row)
