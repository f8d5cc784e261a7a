"""Dates and numbers as a language writes them, by Babel. Nothing else in Rekindle writes one for people."""

import re
from dataclasses import dataclass
from datetime import date

from babel import dates, numbers

from data.content.language import Language

# A score and its bands: one point is more than anybody's score is sure of, but tables are for checking.
_TWO_PLACES = "0.00"
_THOUSANDS = "#,##0"
# What a box for a day can be told (`streamlit docs st.date_input`): three orders, with one of three signs between.
_PARTS = {"y": "YYYY", "M": "MM", "d": "DD"}
_ORDERS = [["DD", "MM", "YYYY"], ["MM", "DD", "YYYY"], ["YYYY", "MM", "DD"]]
_BETWEEN = "/.-"


@dataclass(frozen=True)
class Dates:
    """How one language writes days and months. No year where a month says which it is."""

    language: Language

    def day(self, day: date) -> str:
        """As `2 September 2026`."""
        return dates.format_date(day, "long", self.language.locale)

    def short_day(self, day: date) -> str:
        """As `2 Sept 2026`, for where there is little room."""
        return dates.format_date(day, "medium", self.language.locale)

    def day_of_month(self, day: date) -> str:
        """As `2 September`."""
        return dates.format_skeleton("MMMMd", day, locale=self.language.locale)

    def month(self, day: date) -> str:
        """As `September 2026`."""
        return dates.format_skeleton("yMMMM", day, locale=self.language.locale)

    def month_name(self, day: date) -> str:
        """As `September`."""
        # Standing alone: in many languages a month has another form beside a day.
        return dates.format_date(day, "LLLL", self.language.locale)

    def typed(self) -> str:
        """How a day is typed into a box, as `DD/MM/YYYY`: in this language's order, and with its sign between where a box takes it."""
        pattern = dates.get_date_format("short", self.language.locale).pattern
        order = [_PARTS[letter] for letter in re.findall(r"[yMd]", re.sub(r"(.)\1+", r"\1", pattern))]
        between = next((sign for sign in pattern if sign in _BETWEEN), _BETWEEN[0])
        return between.join(order if order in _ORDERS else _ORDERS[0])

    def weekdays(self) -> tuple[str, ...]:
        """Their short names, from Monday on."""
        return tuple(dates.get_day_names("abbreviated", "stand-alone", self.language.locale)[day] for day in range(7))


@dataclass(frozen=True)
class Numbers:
    """How one language writes numbers."""

    language: Language

    def exact(self, number: float) -> str:
        """With two places, as `81.25`."""
        return numbers.format_decimal(number, _TWO_PLACES, self.language.locale)

    def people(self, band: str) -> str:
        """How many people, as totals tell it: `6-9` as it is, `1,000-1,249` with this language's sign for thousands."""
        # Bands come with English commas, which elsewhere would make 1,000 a one.
        return re.sub(r"[\d,]+", lambda number: self._whole(number[0]), band)

    def _whole(self, number: str) -> str:
        return numbers.format_decimal(int(number.replace(",", "")), _THOUSANDS, self.language.locale)
