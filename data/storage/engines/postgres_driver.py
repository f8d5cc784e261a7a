"""Whether a PostgreSQL server can be spoken to from here."""

from importlib import import_module

from data.errors import StoreTrouble

_PARTS = ("psycopg", "psycopg_pool")


def check() -> None:
    """Raises StoreTrouble where the driver is missing, or does not find what it is made of."""
    try:
        for part in _PARTS:
            import_module(part)
    except ImportError:
        raise StoreTrouble("postgres_no_driver") from None
