from datetime import date

import pytest

from data.errors import BadFile
from data.keys import new_key
from data.record import record_file
from data.record.kept_team import KeptTeam
from data.record.record import Record


def test_a_kept_team_is_in_the_download_and_its_key_in_no_repr() -> None:
    key = new_key()
    record = Record(teams=(KeptTeam(key=key, name="North", kept_on=date(2026, 11, 27)),))

    assert record_file.parse(record_file.write(record)) == record
    assert key not in repr(record)


def test_a_file_from_before_opens_and_one_with_a_forged_team_does_not() -> None:
    assert record_file.parse(b'{"format": 1}').teams == ()
    with pytest.raises(BadFile):
        record_file.parse(b'{"format": 1, "teams": [{"key": "not a key", "name": "North", "kept_on": "2026-11-27"}]}')
