from datetime import UTC, date, datetime, timedelta

from data import days

FRIDAY = date(2026, 11, 27)
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
# Where a day begins first, where it ends last among places with people, and a zone of neither.
ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "Etc/GMT+12")


def test_a_last_day_holds_until_it_has_ended_in_the_last_zone_on_earth() -> None:
    thursday = FRIDAY - timedelta(days=1)

    assert [days.lasting(NOON - timedelta(seconds=1)), days.lasting(NOON)] == [thursday, FRIDAY]


def test_a_persons_day_is_that_of_where_they_are() -> None:
    found = [days.of_person(NOON, zone) for zone in ("Pacific/Kiritimati", "Pacific/Honolulu", "Nowhere/Land", None)]

    assert found == [FRIDAY + timedelta(days=1), FRIDAY, FRIDAY, FRIDAY]


def test_a_day_that_lasts_somewhere_is_never_taken_for_over() -> None:
    for hour in range(72):
        moment = NOON + timedelta(hours=hour)

        assert days.perhaps_lasting(moment.date()) <= days.lasting(moment) <= days.gone_by(days.lasting(moment))
        for zone in ZONES:
            assert days.perhaps_lasting_beside(days.of_person(moment, zone)) <= days.lasting(moment) <= days.of_person(moment, zone)


def test_by_the_day_after_a_last_day_has_ended_everywhere() -> None:
    end = datetime.combine(days.gone_by(FRIDAY) + timedelta(days=1), datetime.min.time(), UTC)

    assert days.lasting(end) > FRIDAY
