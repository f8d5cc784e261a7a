"""Calendar files (RFC 5545): a reminder to look again, and the last day of a round.

They say nothing about a result, and hold no link unless one is given.
"""

import calendar
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from data.wording.export_words import CalendarWords

MONTHS = 3
# Octets in a line before it must be folded, without the line break (RFC 5545, 3.1).
_LINE = 75
# Counted from the midnight at which the day begins; one that nobody is woken by.
_AT_NINE = "TRIGGER:PT9H"
_MARK, _LAST_DAY_MARK = b"rekindle look again ", b"rekindle last day "


def look_again(today: date, words: CalendarWords, *, key: str, link: str | None = None) -> bytes:
    """One whole day three months from today, as a file for any calendar. A link goes in only if the person asked for it.

    The key opens the profile to look at again; none of it can be read out of the file unless its link is in there.
    """
    return _file(in_months(today, MONTHS), today, words, id=_id(_MARK, key.encode()), link=link)


def last_day(day: date, today: date, words: CalendarWords, *, round_id: UUID, link: str) -> bytes:
    """The last day of a team's round, with the link to take part by. It names no team; the next file replaces it."""
    return _file(day, today, words, id=_id(_LAST_DAY_MARK, round_id.bytes), link=link)


def _id(mark: bytes, of: bytes) -> UUID:
    """One to a profile or a round: the next file replaces the date that the former one put into a calendar, and no other."""
    return UUID(bytes=sha256(mark + of).digest()[:16])


def _file(day: date, today: date, words: CalendarWords, *, id: UUID, link: str | None) -> bytes:
    described = "\n".join([words.description, *([_on_one_line(link)] if link else [])])
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rekindle//Look again//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{id}",
        # The day only: when somebody pressed a button is nobody's business.
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        # An end is the first day that no more belongs to it (RFC 5545, 3.6.1).
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(words.title)}",
        # Most calendars show the description, and not the address of an event.
        f"DESCRIPTION:{_escaped(described)}",
        *([f"URL:{_on_one_line(link)}"] if link else []),
        # A reminder takes no time, so nobody is shown as busy by it.
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(words.title)}",
        _AT_NINE,
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def in_months(day: date, months: int) -> date:
    """The same day that many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _on_one_line(link: str) -> str:
    """A line break in it would begin a property of its own."""
    return "".join(link.split())


def _folded(line: str) -> bytes:
    """The line with its ending, broken between letters so that no piece is longer than a line may be."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LINE:
            pieces.append(piece)
            # The space that begins a continued line counts as well.
            piece = " "
        piece += letter
    return "".join(f"{one}\r\n" for one in (*pieces, piece)).encode()
