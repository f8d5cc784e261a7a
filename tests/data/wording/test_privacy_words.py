import typing
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from data.content.language import ENGLISH
from data.record.record import Record
from data.storage.engines.duckdb_store import DuckDBStore
from data.wording import privacy_words


def test_the_privacy_screen_names_every_table_of_the_database_and_no_other(tmp_path: Path) -> None:
    store = DuckDBStore(tmp_path / "r.duckdb")
    tables = {name for (name,) in store.read("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")}
    store.close()

    assert {held.table for held in privacy_words.load(ENGLISH).held} == tables


def test_the_privacy_screen_explains_every_field_of_a_record_and_no_other() -> None:
    explained = [field.path for field in privacy_words.load(ENGLISH).fields]

    assert sorted(explained) == sorted(_paths(Record))


def _paths(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = list(_models(field.annotation))
        if not inner:
            yield before + name
        for part in inner:
            yield from _paths(part, f"{before}{name}.")


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models(argument)
