"""What cohorts of rounds keep once they are in everyone or never will be: what is shown of their round (docs/anonymity.md 3.16)."""

from data.groups import codebook, tally_store
from data.privacy_limits import DETAIL_FROM, PERCENTAGES_FROM
from data.storage.store import Store

# By measure, in patterns of SQL: what is shown of rounds from 10 people on, and from 20.
_FROM_TEN = (codebook.STAGE, codebook.score_of("%"), codebook.ORIENTATION, codebook.obstacle_is("%"), codebook.happened("%"))
_FROM_TWENTY = (*_FROM_TEN, codebook.answer_to("%"), codebook.QUADRANT, codebook.PATTERN, "week.%")
_FROM_SIX = (codebook.STAGE, codebook.score_of("%"))


def reduce_all(store: Store) -> int:
    """How many cohorts keep less now: those of rounds whose comparison with everyone is kept, and that enter everyone no more."""
    due = """
        SELECT cohort_id, (SELECT sum(people) FROM cohort AS part WHERE part.round_id = cohort.round_id) AS people
        FROM cohort
        WHERE NOT reduced AND (in_totals OR NOT for_everyone) AND round_id IN (SELECT round_id FROM standing_out)
        """
    cohorts = store.read(due)
    for cohort_id, people in cohorts:
        _reduce(store, cohort_id, int(people))
    return len(cohorts)


def _reduce(store: Store, cohort_id: int, people: int) -> None:
    kept = _FROM_TWENTY if people >= DETAIL_FROM else _FROM_TEN if people >= PERCENTAGES_FROM else _FROM_SIX
    with store.transaction() as cursor:
        tally_store.drop_all_but(cursor, cohort_id, kept)
        if people < PERCENTAGES_FROM:
            tally_store.keep_sums_alone(cursor, cohort_id)
        cursor.execute("UPDATE cohort SET reduced = TRUE WHERE cohort_id = $1", [cohort_id])
