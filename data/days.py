"""Which day counts for whom. The server counts, mixes and erases by UTC; a last day holds everywhere, and a person's day is their own."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Around Baker Island every day ends last, half a day after it did in UTC.
_ENDS_LAST = timezone(timedelta(hours=-12))
# From its beginning on Kiritimati to its end there a day lasts fifty hours, so that two more days may have begun somewhere meanwhile.
_LASTS_BESIDE = timedelta(days=2)


def lasting(moment: datetime) -> date:
    """The earliest day that has not ended everywhere on Earth: whatever holds through that day, or a later one, holds."""
    return moment.astimezone(_ENDS_LAST).date()


def perhaps_lasting(utc_day: date) -> date:
    """The earliest day that may not have ended everywhere at some moment of that day in UTC."""
    return utc_day - timedelta(days=1)


def perhaps_lasting_beside(own_day: date) -> date:
    """The earliest day that may not have ended everywhere while it is that day for somebody, wherever they are."""
    return own_day - _LASTS_BESIDE


def gone_by(last_day: date) -> date:
    """The day in UTC at whose end a last day has ended everywhere."""
    return last_day + timedelta(days=1)


def of_person(moment: datetime, zone: str | None) -> date:
    """Their own calendar day, by the name of a time zone; the day in UTC where it names none that is known."""
    return moment.astimezone(_zone(zone)).date()


def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ValueError, OSError, ZoneInfoNotFoundError):
        # A name that no browser sends may be that of a folder, or too long for a file.
        return UTC
