"""Every number that people are promised, in one place. Constants and not settings: nobody who runs Rekindle may lower them.

Texts name them by gaps, and tests/data/test_privacy_limits.py holds the schema, the documents and the versioned texts to them.
"""

from collections.abc import Mapping
from datetime import timedelta

# A round of fewer people is never mixed, and nothing is shown of it (docs/anonymity.md 2.5). The schema refuses smaller cohorts as well.
ROUND_FLOOR = 6
# The pool asks for more: its cohorts are added to totals that anybody sees, one after the other (docs/anonymity.md 2.5).
POOL_FLOOR = 10
# Everyone moves by so many people at least, and where a tenth of them is more, by that; but never are more needed than this many.
BUNDLE_FLOOR, BUNDLE_MOST_NEEDED = 30, 200
# With fewer, a percentage would be one of a handful of fractions.
PERCENTAGES_FROM = 10
# Statements and distributions: with fewer, most bars would hold one person or nobody.
DETAIL_FROM = 20
# Comparisons with others.
REFERENCE_FROM = 50
# A place among others: with fewer, both ends of it are off by too much to be told, in any version (docs/rk11.md 2.10).
PERCENTILE_FROM = 200
# Figures on reliability, of everyone only: below, the interval of alpha says nothing (docs/instrument.md 6.6).
RELIABILITY_FROM = 100
# Norms of everyone, in whole answers to every area (docs/rk11.md 2.2); held to the rules of rk-1.1 by a test.
NORMS_FROM = 200
# Finer figures of a round. Below either, who knows all others, or a team of which nobody else changed an answer, learns the last score
# too often (docs/anonymity.md 5.1 and 5.8).
FINER_FROM, FINEST_FROM = 200, 1_000

# Whoever could not be mixed for so long is forgotten unmixed (docs/anonymity.md 2.9).
LONGEST_WAIT = timedelta(days=90)
# Whoever's round came to nothing waits among everyone from a random day of this time on, so that nothing tells that they took part.
LATER_WITHIN = timedelta(days=14)
# A round that ends well before the longest wait loses nobody.
MAX_OPEN_DAYS = 60
# A round may go on by itself for so many weeks at most where it would be too small (docs/anonymity.md 3.4).
MAX_MORE_WEEKS = 3
# So many teams hold a round together under one umbrella: with one there is nobody to be mixed with, with more its figures fill no screen.
MIN_UMBRELLA_TEAMS, MAX_UMBRELLA_TEAMS = 2, 12
# Somebody is counted among everyone once in this time (docs/anonymity.md 2.7).
COUNTED_ONCE_IN = timedelta(days=365)
# An older result says little about the team's present.
MAX_RESULT_AGE = timedelta(days=30)
# A team that has opened no round for so long is forgotten. Its totals stay part of everyone's.
TEAM_KEPT = timedelta(days=730)
# How long a record is kept after it was last opened, where the operator sets nothing else.
KEEP_DAYS = 365
# A visit extends the stay at most this often, so that looking at a profile seldom writes and saving writes but one column.
EXTEND_AFTER = timedelta(days=30)

# The names by which texts say these numbers.
IN_TEXTS: Mapping[str, int] = {
    "round_floor": ROUND_FLOOR,
    "bundle_floor": BUNDLE_FLOOR,
    "percentages_from": PERCENTAGES_FROM,
    "detail_from": DETAIL_FROM,
    "reliability_from": RELIABILITY_FROM,
    "norms_from": NORMS_FROM,
    "percentile_from": PERCENTILE_FROM,
    "fewest_teams": MIN_UMBRELLA_TEAMS,
    "most_teams": MAX_UMBRELLA_TEAMS,
    "longest_wait_days": LONGEST_WAIT.days,
    "later_within_days": LATER_WITHIN.days,
    "max_result_age_days": MAX_RESULT_AGE.days,
}
