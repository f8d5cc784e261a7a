from datetime import date, timedelta

from data.keys import new_key
from data.record.viewer_link import Section, Share

TODAY = date(2026, 11, 22)


def test_a_share_is_over_on_the_day_after_its_last() -> None:
    share = Share(key=new_key(), sections=(Section.MAP,), made_on=TODAY, until=TODAY)

    assert not share.is_over(TODAY)
    assert share.is_over(TODAY + timedelta(days=1))


def test_a_share_without_end_is_never_over() -> None:
    assert not Share(key=new_key(), sections=(Section.MAP,), made_on=TODAY).is_over(date.max)


def test_its_key_is_in_its_file_but_in_no_repr() -> None:
    share = Share(key=new_key(), sections=(Section.MAP,), made_on=TODAY)

    assert share.key in share.model_dump_json()
    assert share.key not in repr(share)
