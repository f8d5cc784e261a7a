"""What is carried from one database into another, and what is compared before anybody relies on it."""

from data.errors import StoreTrouble
from data.storage.moving.tables import End, Table, Tally, tables, tally

# Made by the database that things are moved to: its schema is its own.
_STAYS = "migration"


class Carrier:
    """Everything that one database holds, on its way into another that has the same tables."""

    def __init__(self, here: End) -> None:
        self._here = here
        # Of each table, what was taken out of here.
        self.taken: dict[str, Tally] = {}

    def carry(self, there: End) -> None:
        """Put every row of every table there. Raises StoreTrouble where the tables are not the same."""
        ours, theirs = tables(self._here.cursor), tables(there.cursor)
        if _names(ours) != _names(theirs):
            raise StoreTrouble("move_differs")
        for table in theirs:
            self.taken[table.name] = self._carried(table, there)

    def compare(self, there: End) -> None:
        """Raises StoreTrouble unless each table there holds just what was taken out of it here, and nobody came here meanwhile."""
        for table in tables(there.cursor):
            if tally(there.rows(table.reading)) != self.taken[table.name]:
                raise StoreTrouble("move_differs")
        # Last of all: a server that was started while things were on their way would save into what is left behind.
        self._here.check_alone()

    def _carried(self, table: Table, there: End) -> Tally:
        taken = Tally()
        stays = table.name == _STAYS
        if not stays:
            there.cursor.execute(table.emptying)
        for rows in self._here.rows(table.reading):
            taken.add(rows)
            if not stays:
                there.cursor.execute(table.adding, [list(column) for column in zip(*rows, strict=True)])
        return taken


def _names(found: list[Table]) -> list[tuple[str, list[str]]]:
    return [(table.name, sorted(name for name, _ in table.columns)) for table in found]
