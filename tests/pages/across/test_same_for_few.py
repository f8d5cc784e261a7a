"""What all screens of a round are made of is the same for nobody as for five people, whose round is never shown."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from components.session import resources
from data.groups import cohort_store, contribution_store, team_store
from data.groups.team_keys import TeamKeys
from data.keys import new_key
from data.privacy_limits import ROUND_FLOOR
from data.record.record import Consents, Record, Result
from tests.browser.visitor import people
from tests.pages.conftest import Somebody

TODAY = datetime.now(UTC).date()
# The last day of a round that is over, and the weeks that another one is given.
OVER, WEEKS = TODAY - timedelta(days=3), 2
MADE = OVER - timedelta(weeks=WEEKS)
WORDS = resources.group_words()
MEMBER = Record(
    consents=Consents(wording=people.RK.consent.wording, given_on=MADE, take_part=True),
    results=(Result(instrument=people.RK.version, taken_on=MADE, answers=people.example()),),
)
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}/\d{2}/\d{2}|\d{4}-\d{2}-\d{2}")
MORE = WORDS.joining.more_time[WEEKS - 1]

# Each screen as the parts that it is made of.
Screens = list[list[str]]


def screens(somebody: Somebody, keys: TeamKeys) -> Screens:
    """The desk, what each join link opens, and the insights, less the links, their pictures and random names."""
    joins = keys.joins or (keys.join,)
    drawn = (
        somebody.opens("team", rk_manage=keys.manage),
        *(somebody.opens("team", rk_join=key) for key in joins),
        somebody.opens("insights", rk_insights=keys.insights),
    )
    hidden = r"data:image/png;base64,[\w+/=]+|[0-9a-f-]{32,}|" + "|".join((*joins, keys.insights, keys.manage))
    return [[re.sub(hidden, "", str(element.proto)) for element in screen.main] for screen in drawn]


def rounds(somebody: Somebody, weeks: int, of: tuple[str, ...] | None, many: int) -> Iterator[Screens]:
    """Of a round that so many joined: while it is open; once its last day is over; and once the time that it was given is over as well."""
    # Without weeks, the last of these is the one before it.
    for closes in dict.fromkeys((TODAY, OVER, OVER - timedelta(weeks=weeks))):
        keys = team_store.create(resources.store(), "North", closes_on=closes, today=MADE, more_weeks=weeks, teams=of)
        doors = keys.joins or (keys.join,)
        for number in range(many):
            join(somebody, doors[number % len(doors)])
        for night in (closes + timedelta(days=2), TODAY):
            if night <= TODAY:
                pass_night(night)
        yield screens(somebody, keys)


def join(somebody: Somebody, join_key: str) -> None:
    member = Somebody(new_key(), somebody.monkeypatch)
    member.holds(MEMBER)
    invited = team_store.invitation(resources.store(), join_key)
    give = partial(contribution_store.join_round, resources.store(), member.key, invited.round, place=invited.place)
    give(today=MADE, keep_until=TODAY + timedelta(days=365))


def pass_night(day: date) -> None:
    resources.store().write("UPDATE mixing SET done_for = $1", [day - timedelta(days=1)])
    assert cohort_store.run_daily(resources.store(), day)


def without_more(screens: Screens) -> Screens:
    """Without the one sentence that says how much more time there will be."""
    return [[part for part in screen if MORE not in part] for screen in screens]


def without_days(screens: Screens) -> Screens:
    return [[DAY.sub("", part) for part in screen] for screen in screens]


@pytest.mark.parametrize("of", [None, ("North", "East", "South")], ids=["a team", "an umbrella"])
def test_screens_are_the_same_for_nobody_as_for_five_with_and_without_more_time(somebody: Somebody, of: tuple[str, ...] | None) -> None:
    """Seen to fail: with the number of people who wait told on the desk."""
    usual, given = ([list(rounds(somebody, weeks, of, many)) for many in range(ROUND_FLOOR)] for weeks in (0, WEEKS))

    assert usual == usual[:1] * ROUND_FLOOR
    assert given == given[:1] * ROUND_FLOOR
    (open_, over), (open_with, gone_on, over_with) = usual[0], given[0]
    # The choice is said beforehand, on the desk and on each join screen, and in nothing else are they told apart.
    assert without_more(open_with) == open_
    assert [sum(MORE in part for part in screen) for screen in open_with] == [1] * (len(open_) - 1) + [0]
    # That a round went on tells that fewer than six had answered, as the join screen says: it looks like any that is open.
    assert without_days(gone_on) == without_days(open_)
    # Over in the end, it looks like one that was given none.
    assert without_days(over_with) == without_days(over)
    assert WORDS.insights.withheld_few in "".join(over[-1])
