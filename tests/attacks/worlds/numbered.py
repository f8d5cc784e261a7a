"""Sheets by which people are known: each has a number of minutes of their own, so the counts themselves tell who is in them."""

from collections.abc import Iterator

from data.groups import codebook, submission
from data.groups.agreements.happened import PLACES, Happened, Happenings
from data.groups.submission import Submission
from data.instrument.answers import Answers
from data.instrument.instrument import CURRENT
from data.profile import profile
from data.record.record import Result
from data.storage.store import Store
from tests.invented.records import TODAY

# The codes of an empty sheet, among which minutes are replaced by the number of a person.
_TEMPLATE = submission.from_profile(profile.from_result(Result(instrument=CURRENT, taken_on=TODAY, answers=Answers()))).codes
_MINUTES = submission.measures(CURRENT).index(codebook.MINUTES)
_HAPPENED = {place: submission.measures(CURRENT).index(codebook.happened(place)) for place in PLACES}


def sheet(number: int, stage: str, said: Happenings) -> Submission:
    """What somebody of that number gives, with what they say of agreements."""
    codes = {_MINUTES: number, **{_HAPPENED[place]: tuple(Happened).index(one) for place, one in said.items()}}
    return Submission(CURRENT, stage, tuple(codes.get(place, code) for place, code in enumerate(_TEMPLATE)))


def said_of_agreements(store: Store) -> Iterator[tuple[int, int]]:
    """Of how many people what they said of one agreement was counted, and how many their whole round holds."""
    said = """
        SELECT sum(cohort_count.people), (SELECT sum(whole.people) FROM cohort AS whole WHERE whole.round_id = cohort.round_id)
        FROM cohort_count
        JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
        WHERE measure LIKE 'happened.%'
        GROUP BY cohort.round_id, measure
        """
    yield from ((int(people), int(whole)) for people, whole in store.read(said))


def said_among_everyone(store: Store) -> list[tuple[object, ...]]:
    """What is counted of agreements among everyone: nothing."""
    return store.read("SELECT total, code FROM total_count WHERE measure LIKE 'happened.%'")
