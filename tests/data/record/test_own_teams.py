from datetime import date

import pytest

from data.errors import TooManyTeams
from data.keys import new_key
from data.record import own_teams, record_file
from data.record.record import Record

TODAY = date(2026, 11, 27)


def kept(*names: str) -> tuple[Record, list[str]]:
    """A record that holds teams of these names, and their keys."""
    record, keys = Record(), [new_key() for _ in names]
    for key, name in zip(keys, names, strict=True):
        record = own_teams.keep(record, key, name, today=TODAY)
    return record, keys


def test_teams_stand_in_the_order_of_keeping_and_each_once() -> None:
    record, keys = kept("South", "North")

    assert own_teams.keep(record, keys[0], "South", today=TODAY) == record
    assert [team.name for team in record.teams] == ["South", "North"]
    assert own_teams.take_out(record, keys[0]).teams == record.teams[1:]
    assert not own_teams.is_kept(own_teams.take_out(record, keys[0]), keys[0])


def test_no_more_are_kept_than_a_list_can_be_looked_through() -> None:
    record, _ = kept(*("North" for _ in range(own_teams.MAX_TEAMS)))

    with pytest.raises(TooManyTeams):
        own_teams.keep(record, new_key(), "One more", today=TODAY)


def test_a_file_brings_its_teams_and_takes_none_away() -> None:
    """Their links can be had nowhere else."""
    here, there = kept("North")[0], kept("South")[0]

    assert [team.name for team in record_file.merged_with_file(here, there).teams] == ["North", "South"]
