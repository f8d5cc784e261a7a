"""Invented people who already have a record when the server starts, so that a test begins where it wants to."""

import random
import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from data.instrument.answers import Answer, Answers, JobAndWork, LifeStage, Obstacles, Outcome, StageSelf, Step
from data.instrument.instrument import Instrument, load
from data.keys import new_key
from data.record import record_store
from data.record.journal_entries import Goal
from data.record.record import Consents, Draft, Record, Result
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented import rk_1_1, worked_example

RK, BEFORE = load(), load("rk-1.0")
_DAY = date(2026, 11, 1)
# More than any one file of tests asks for.
_OF_EACH = 40
_CONSENTS = Consents(wording=RK.consent.wording, given_on=_DAY, take_part=True)

STRAIGHT_LINE: dict[str, Answer] = {item.id: 4 for item in RK.items if item.id not in ("bal_first", "bal_care")}
"""Everything agreed with, and balance left without a score."""

_LOW: dict[str, Answer] = {item.id: 5 if item.reverse else 1 for item in RK.items}
_MIDDLING: dict[str, Answer] = {item.id: 3 for item in RK.items}
_RESTLESS = {item.id for item in RK.items if item.dimension in ("balance", "spark")}
HEAVY: dict[str, Answer] = _MIDDLING | {item: answer for item, answer in _LOW.items() if item in _RESTLESS}
"""Balance and spark as low as can be: the care note (docs/rk11.md 2.7)."""


# As long as a suggestion may be.
_GOAL = "Write two lines, “My work is...” and “My job is...”. Mark where they meet and where they part."


class Person(StrEnum):
    """Who may arrive."""

    FINISHED = "the first worked example, with a profile"
    TIRED = "somebody to whom the care note is shown"
    RETAKEN = "the third worked example and its retake, between two patterns"
    AT_IT = "a goal under way, a link not saved yet, and as much to say as can be: between two long names, up here, down there"
    LONGEST = "nothing kept short: the longest title, two areas up and two down, seven changes, a long idea and a link not saved yet"
    STARTED = "nothing saved yet"
    HALFWAY = "the first three steps saved"
    CAREFUL = "every step saved, without hurry"
    HURRIED = "every step saved, in one straight line"
    BEGUN_BEFORE = "nothing saved yet, begun when rk-1.0 was the version of the day"
    RETAKEN_BEFORE = "the first worked example of rk-1.0 and its retake"


def settle(database: Path) -> dict[Person, list[str]]:
    """Write some of each kind into a new database; their keys, each to be used by one test."""
    store = DuckDBStore(database)
    keys = {person: [_moved_in(store, record) for _ in range(_OF_EACH)] for person, record in _records().items()}
    store.close()
    return keys


def _moved_in(store: DuckDBStore, record: Record) -> str:
    key = new_key()
    record_store.change(store, key, lambda _: record, keep_until=date.today() + timedelta(days=365))
    return key


def example() -> Answers:
    """The whole sheet of the first worked example (docs/rk11.md 2.11), with words of its own."""
    sheet = rk_1_1.sheet(rk_1_1.examples()[0])
    return _with_words(sheet.model_copy(update={"outcomes": {Outcome.WORKING_LIFE: 7, Outcome.LIFE_OUTSIDE: 4}}))


def example_before() -> Answers:
    """The same of rk-1.0 (docs/instrument.md 9.1)."""
    return _with_words(
        Answers(
            life_stage=LifeStage(stage_self=StageSelf.MID),
            job_and_work=JobAndWork(portraits=worked_example.PORTRAITS),
            statements=worked_example.STATEMENTS,
            week=worked_example.WEEK,
        )
    )


def _with_words(sheet: Answers) -> Answers:
    own = {
        "job_and_work": JobAndWork(work_is="keeping bees", job_is="selling honey", portraits=sheet.job_and_work.portraits),
        "obstacles": Obstacles(ticked=("money", "time"), starred=("time",), other="Long winters"),
        "reflections": {"1": "The sound of a hive"},
        "page_seconds": dict.fromkeys((Step.JOB_AND_WORK, Step.DRIVE, Step.PATH, Step.BALANCE), 60.0),
    }
    return sheet.model_copy(update=own)


def _records() -> Mapping[Person, Record]:
    straight = Answers(statements=STRAIGHT_LINE, life_stage=example().life_stage)
    return {
        Person.FINISHED: _finished(example()),
        Person.TIRED: _finished(Answers(statements=HEAVY)),
        Person.RETAKEN: _retaken(),
        Person.AT_IT: _at_it(),
        Person.LONGEST: _longest(),
        Person.STARTED: _drafted(Answers(), 0),
        Person.HALFWAY: _drafted(_first_half(), 3),
        Person.CAREFUL: _drafted(example(), 6),
        Person.HURRIED: _drafted(straight, 6),
        Person.BEGUN_BEFORE: _drafted(Answers(), 0, BEFORE),
        Person.RETAKEN_BEFORE: _retaken_before(),
    }


def _finished(answers: Answers) -> Record:
    return Record(consents=_CONSENTS, results=(Result(instrument=RK.version, taken_on=_DAY, answers=answers),))


def _retaken() -> Record:
    third = rk_1_1.examples()[2]
    sheets = ((_DAY - timedelta(days=140), rk_1_1.sheet(third)), (_DAY, rk_1_1.sheet(third["second"], worked=third["worked"])))
    results = tuple(Result(instrument=RK.version, taken_on=day, answers=sheet) for day, sheet in sheets)
    return Record(consents=_CONSENTS, results=results, link_saved=True)


def _at_it() -> Record:
    sheets = ((_DAY - timedelta(days=140), _anybody(1)), (_DAY, _anybody(625)))
    results = tuple(Result(instrument=RK.version, taken_on=day, answers=sheet) for day, sheet in sheets)
    return Record(consents=_CONSENTS, results=results, goals=(Goal(text=_GOAL, month=_DAY, made_on=_DAY),))


def _longest() -> Record:
    # Found among 6,000 sheets and 250 that each might come after; no goal, whose line is cut where an idea's is not.
    sheets = ((_DAY - timedelta(days=39), _anybody(223)), (_DAY, _anybody(2298)))
    results = tuple(Result(instrument=RK.version, taken_on=day, answers=sheet) for day, sheet in sheets)
    return Record(consents=_CONSENTS, results=results)


def _anybody(chance: int) -> Answers:
    return Answers(statements=rk_1_1.anybody(random.Random(chance)))


def _drafted(answers: Answers, steps: int, asked: Instrument = RK) -> Record:
    saved = dict.fromkeys(list(Step)[:steps], 1)
    return Record(consents=_CONSENTS, draft=Draft(instrument=asked.version, tag=secrets.token_hex(8), answers=answers, saved=saved))


def _retaken_before() -> Record:
    first = Result(instrument=BEFORE.version, taken_on=_DAY - timedelta(days=35), answers=example_before())
    again = first.answers.model_copy(update={"statements": worked_example.RETAKE})
    return Record(consents=_CONSENTS, results=(first, first.model_copy(update={"taken_on": _DAY, "answers": again})))


def _first_half() -> Answers:
    whole = example()
    early = {item.id for step in (Step.JOB_AND_WORK, Step.DRIVE) for item in RK.page(step)}
    statements = {item: answer for item, answer in whole.statements.items() if item in early}
    return Answers(life_stage=whole.life_stage, job_and_work=whole.job_and_work, statements=statements)
