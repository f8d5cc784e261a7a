"""Invented people for the tests of the store: a day, a record with words in it, and the changes that a visit makes."""

from collections.abc import Callable
from datetime import date

from data.instrument.answers import Answers, JobAndWork, Step
from data.record.record import Draft, Record

TODAY = date(2026, 11, 22)
NEXT_YEAR = date(2027, 11, 22)

WORDS = "Beekeeping at the edge of town"


def somebody(tag: str = "first", words: str = WORDS) -> Record:
    """A draft whose tag tells it from others."""
    return Record(draft=Draft(instrument="rk-1.0", tag=tag, answers=Answers(job_and_work=JobAndWork(work_is=words))))


def becoming(record: Record) -> Callable[[Record], Record]:
    """The change that makes any record this one."""
    return lambda _: record


def tag_of(record: Record | None) -> str:
    """Whose draft it is; empty where there is no record."""
    return record.draft.tag if record and record.draft else ""


def saving(step: Step) -> Callable[[Record], Record]:
    """The change that counts one more save of a step and leaves the others alone."""

    def change(record: Record) -> Record:
        draft = record.draft or Draft(instrument="rk-1.0", tag="steps")
        saved = {**draft.saved, step: draft.saved.get(step, 0) + 1}
        return record.model_copy(update={"draft": draft.model_copy(update={"saved": saved})})

    return change
