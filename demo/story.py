"""What the two invented people with a link of their own have written. Nobody has said any of it."""

from datetime import date, timedelta

from data.groups.agreements.happened import Happened
from data.instrument.answers import Answers, JobAndWork
from data.record import journal
from data.record.record import Record


def _said(*, yes: int, partly: int, no: int, cannot_say: int) -> tuple[Happened, ...]:
    """What so many people say."""
    return tuple(said for said, people in zip(Happened, (yes, partly, no, cannot_say), strict=True) for _ in range(people))


TEAMS = {"Invented harbour": 7, "Invented orchard": 14, "Invented observatory": 32}
OPEN_TEAM = "Invented workshop"
# What one team agreed on after its first round, and what it agreed on after its second.
TEAM_OVER_TIME = "Invented ferry"
AGREED_FIRST, AGREED_THEN = ("balance.1", "support.2"), ("balance.1",)
# What its 24 people say of them.
HALF_DAY = _said(yes=7, partly=9, no=4, cannot_say=4)
THANKS = _said(yes=14, partly=6, no=0, cannot_say=4)
HALF_DAY_LATER = _said(yes=15, partly=6, no=0, cannot_say=3)
# A round that goes on because fewer than six had answered by its last day.
LONGER_TEAM = "Invented lighthouse"
# Four small teams that hold a round together: by themselves only the first two are shown.
UMBRELLA = "Invented quarter"
UMBRELLA_TEAMS = {"Invented bakery": 9, "Invented laundry": 7, "Invented garage": 4, "Invented kiosk": 2}

WORK_IS, JOB_BEFORE, JOB_NOW = "helping people mend what they own", "selling spare parts", "teaching repair on two days a week"
REFLECTIONS = {
    "1": "An uncle who could take any radio apart and put it together again.",
    "2": "The afternoons at the bench, when somebody sees why it did not work.",
    "5": "A workshop that is open to everybody on the street.",
}
# Learning and patience are on no list: own words may be picked as well.
VALUES = ("craft", "learning", "belonging", "patience", "humour")


def with_words(sheet: Answers, job_is: str) -> Answers:
    """The sheet with the two sentences and some reflections."""
    own = JobAndWork(work_is=WORK_IS, job_is=job_is, portraits=sheet.job_and_work.portraits)
    return sheet.model_copy(update={"job_and_work": own, "reflections": REFLECTIONS})


def journal_kept(record: Record, today: date) -> Record:
    """The record with a journal of the last months."""
    earlier = today - timedelta(days=65)
    record = journal.set_goal(
        record, "Ask for one afternoon a week at the bench, and have an answer by the end of the month.", today=earlier
    )
    record = journal.finish_goal(record)
    record = journal.set_goal(record, "Plan a first open repair evening with two neighbours.", today=today)
    for days, *lines in _GRATITUDE:
        record = journal.note_gratitude(record, lines, day=today - timedelta(days=days))
    record = journal.add_milestone(record, "The first afternoon at the bench that is part of the job.", day=earlier + timedelta(days=20))
    return journal.pick_values(record, VALUES, today=earlier)


_GRATITUDE: tuple[tuple[int, *tuple[str, ...]], ...] = (
    (1, "A lamp that had been dark for ten years came on.", "Coffee with the new colleague."),
    (2, "An hour without a single message."),
    (6, "Somebody came back to show that it still works."),
    (9, "Walked home the long way, along the river."),
    (33, "The answer was yes: one afternoon a week."),
)
