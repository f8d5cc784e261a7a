"""More time for a round that would be too small: it goes on by itself once, for as many weeks as its organiser chose when it was opened.

That it went on tells that fewer than six people waited at its end, and no more; neither how many nor who.
"""

from datetime import date

from data.privacy_limits import MAX_OPEN_DAYS, ROUND_FLOOR
from data.storage.store import Store


def give(store: Store, day: date) -> int:
    """How many rounds whose last day lies before that day go on now. Never beyond the longest time that a round is open."""
    # In one statement, so that nobody joins or leaves between the look and the new day.
    go_on = """
        UPDATE round
        SET closes_on = least(closes_on + 7 * more_weeks, opened_on + $3), more_weeks = 0
        WHERE closed_on IS NULL AND more_weeks > 0 AND closes_on < $1
            AND (SELECT count(*) FROM pending WHERE pending.round_id = round.round_id) < $2
        """
    return store.write(go_on, [day, ROUND_FLOOR, MAX_OPEN_DAYS])
