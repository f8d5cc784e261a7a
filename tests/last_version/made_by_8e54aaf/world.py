"""A small world of invented people, put into a database through the doors of 8e54aaf. Runs in a checkout of that commit alone.

Never changed with the code: what it imports are the modules of that commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from data import assessment, joining, journal, mixing, profile, publishing, records, shared_profile, shares, teams
from data.answers import Answer, Answers, JobAndWork, LifeStage, Obstacles, Responsibility, StageSelf, Step, Transition, YearsBand
from data.record import Consents, Record
from data.sealing import new_key
from data.sharing import Section
from data.store import Store
from data.teams import TeamKeys
from demo.people import People
from tests.data import worked_example

SEED = 8
# The old version ran from the first of these days to the last.
ALONE, FORGOTTEN = date(2025, 11, 3), date(2026, 2, 10)
SPRING, ROUNDS, SUMMER = date(2026, 2, 16), date(2026, 5, 4), date(2026, 7, 13)
RETAKEN, SHARED, LAST = date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 20)
KEPT_UNTIL = date(2027, 11, 20)
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)

NORTH, SOUTH, WEST, OPEN = "North", "South", "West", "Open workshop"
# With enough people for everyone's figures and for one life stage, and too few for percentiles as they are given from rk-1.1 on.
WAVE, WAITING, MEMBERS = 50, 12, {NORTH: 8, SOUTH: 22}

LIFE_STAGE = LifeStage(
    stage_self=StageSelf.MID,
    transition=Transition.NEW_ROLE,
    years_band=YearsBand.FROM_8,
    responsibilities=(Responsibility.CHILDREN, Responsibility.LEADING),
)
OBSTACLES = Obstacles(ticked=("money", "time"), starred=("time",), other="The bus that never comes")
REFLECTIONS = {
    "1": "Grandmother 👵🏽 had a workshop.\n\nWe mended radios there.",
    "2": "مرحبا بالعالم",
    "5": "=1+1, “quotes” and <b>tags</b>",
}


@dataclass
class World:
    """The keys of everybody who is read later, and of the teams."""

    people: dict[str, str] = field(default_factory=dict)
    teams: dict[str, TeamKeys] = field(default_factory=dict)


@dataclass
class Builder:
    """Fills an empty store; days only go forward."""

    store: Store
    world: World = field(default_factory=World)
    invented: People = field(default_factory=lambda: People(SEED))

    def build(self) -> World:
        self._lapses()
        self._spring()
        self._rounds()
        self._reopened()
        self._retaken()
        self._journal()
        self._shares()
        self._open_round()
        mixing.tick(self.store, LAST - A_DAY)
        return self.world

    def last_day(self) -> None:
        """A draft half way, and people who wait for a mixing that the old version does not live to see."""
        self._half_way()
        for place in range(WAITING):
            self._person(f"waits {place}", self.invented.sheet(), LAST)
            self._wait(f"waits {place}", LAST)

    def _lapses(self) -> None:
        """Somebody waits alone for longer than anybody may."""
        self._person("lapsed", self.invented.sheet(), ALONE)
        self._wait("lapsed", ALONE)
        mixing.tick(self.store, FORGOTTEN)

    def _spring(self) -> None:
        self._person("retaken", _worked(worked_example.STATEMENTS), SPRING)
        self._person("journal", self.invented.sheet(), SPRING)
        self._person("heavy", _heavy(self.invented.sheet()), SPRING)
        self._person("gaps", _with_gaps(self.invented.sheet()), SPRING)
        for name in ("retaken", "journal", "heavy", "gaps"):
            self._wait(name, SPRING)
        self._wave(self._sheets(WAVE - 4), SPRING)
        self._wave((_at_mid(sheet) for sheet in self._sheets(WAVE)), SPRING + A_WEEK)

    def _rounds(self) -> None:
        """Three teams whose rounds close by themselves; one had too few people, so some are let go and one is erased uncounted."""
        day = ROUNDS + A_DAY
        for name in (NORTH, SOUTH, WEST):
            self._team(name, ROUNDS, closes_on=ROUNDS + 2 * A_WEEK)
        self._take(self.world.people["journal"], _with_words(self.invented.sheet()), day)
        self._join("journal", NORTH, day)
        joined = [self._member(name, day) for name, people in MEMBERS.items() for _ in range(people - (name == NORTH))]
        let_go = [self._member(WEST, day) for _ in range(3)]
        self._person("erased", self.invented.sheet(), day, for_everyone=False)
        self._join("erased", WEST, day)
        mixing.tick(self.store, ROUNDS + 2 * A_WEEK + A_DAY)
        self._forget(joined)
        self._wave(self._sheets(WAVE), SUMMER)
        self._forget(let_go)

    def _reopened(self) -> None:
        """A result that is completed later: it stands, and its draft is open."""
        record = assessment.reopen(self._read("gaps"), tag="completing")
        self._change("gaps", record)

    def _retaken(self) -> None:
        self._take(self.world.people["retaken"], _worked(worked_example.RETAKE), RETAKEN)
        # Counted within the last twelve months, so nothing more is given.
        self._wait("retaken", RETAKEN)

    def _journal(self) -> None:
        record = journal.set_goal(self._read("journal"), "Ask for one afternoon a week at the bench.", today=date(2026, 5, 6))
        record = journal.finish_goal(record)
        record = journal.set_goal(record, "Read one book to its end.", today=date(2026, 6, 2))
        record = journal.drop_goal(record)
        record = journal.set_goal(record, "Plan an open repair evening with two neighbours.", today=date(2026, 10, 5))
        record = journal.carry_goal(record, today=date(2026, 11, 2))
        record = journal.note_gratitude(record, ["A lamp came on again. 💡", "Coffee with the new colleague."], day=date(2026, 10, 5))
        record = journal.note_gratitude(record, ["An hour without a single message."], day=date(2026, 11, 9))
        record = journal.add_milestone(record, "The first afternoon at the bench.", day=date(2026, 5, 20))
        record = journal.pick_values(record, ("craft", "learning", "belonging", "patience", "humour"), today=date(2026, 5, 6))
        record = journal.pick_values(record, ("craft", "calm", "family", "my own word", "play"), today=date(2026, 10, 5))
        record = journal.write_sentences(record, "mending what people own", "teaching repair", today=date(2026, 10, 6))
        self._change("journal", record)

    def _shares(self) -> None:
        """One link that is over on its day and one until it is withdrawn."""
        key, everyone = self.world.people["journal"], publishing.everyone(self.store)
        latest = profile.of(self._read("journal").results[-1])
        among = shared_profile.comparison_of(latest, everyone, day=SHARED)
        until = shares.last_day(SHARED, 30)
        whole = shared_profile.copy_of(latest, tuple(Section), compared=among)
        part = shared_profile.copy_of(latest, (Section.SUMMARY, Section.MAP, Section.WEEK), until=until)
        for shown, label in ((whole, "A mentor"), (part, "For thirty days")):
            shares.make(self.store, key, shown, label=label, today=SHARED, keep_until=KEPT_UNTIL)

    def _open_round(self) -> None:
        """Three wait in it: two who may be counted among everyone if it stays too small, one who may not. A fourth has withdrawn."""
        opened, day = date(2026, 11, 16), date(2026, 11, 17)
        self._team(OPEN, opened, closes_on=date(2026, 12, 4))
        for name, for_everyone in (("in round", True), ("also in round", True), ("only in round", False), ("withdrawn", True)):
            self._person(name, self.invented.sheet(), day, for_everyone=for_everyone)
            self._join(name, OPEN, day)
        # Through a copy of the record, so that the record itself does not know of it.
        copy, record = new_key(), self._read("withdrawn")
        records.change(self.store, copy, lambda _: record, keep_until=KEPT_UNTIL)
        joining.withdraw(self.store, copy, record.contributions[-1], keep_until=KEPT_UNTIL)
        shares.delete_everything(self.store, copy)
        for place in range(3):
            self._person(f"guest {place}", self.invented.sheet(), day)

    def _half_way(self) -> None:
        sheet, key = _worked(worked_example.STATEMENTS), new_key()
        given = {id: answer for id, answer in sheet.statements.items() if id.startswith(("spark", "purpose"))}
        begun = assessment.begin(Record(), instrument="rk-1.0", tag="half-way", consents=_consents(LAST, for_everyone=True))
        parts = {
            Step.LIFE_STAGE: {"life_stage": LIFE_STAGE},
            Step.JOB_AND_WORK: {"job_and_work": sheet.job_and_work},
            Step.DRIVE: {"statements": given, "page_seconds": {Step.DRIVE: 75.5}},
        }
        for step, part in parts.items():
            begun = assessment.save_step(begun, step, tag="half-way", change=lambda answers, part=part: answers.model_copy(update=part))
        self.world.people["half way"] = key
        self._change("half way", begun)

    def _wave(self, sheets: Iterable[Answers], day: date) -> None:
        """People without a name, who are counted on the next day and then delete their records: their counts stay."""
        keys = []
        for sheet in sheets:
            keys.append(new_key())
            self._take(keys[-1], sheet, day)
            joining.join_everyone(self.store, keys[-1], today=day, keep_until=KEPT_UNTIL)
        mixing.tick(self.store, day + A_DAY)
        self._forget(keys)

    def _sheets(self, people: int) -> Iterable[Answers]:
        return (self.invented.sheet() for _ in range(people))

    def _team(self, name: str, day: date, *, closes_on: date) -> None:
        self.world.teams[name] = teams.create(self.store, name, closes_on=closes_on, today=day)

    def _member(self, team: str, day: date) -> str:
        key = new_key()
        self._take(key, self.invented.sheet(), day)
        self._join_as(key, team, day)
        return key

    def _person(self, name: str, sheet: Answers, day: date, *, for_everyone: bool = True) -> None:
        self.world.people[name] = new_key()
        self._take(self.world.people[name], sheet, day, for_everyone=for_everyone)

    def _take(self, key: str, sheet: Answers, day: date, *, for_everyone: bool = True) -> None:
        """A whole assessment, step by step."""
        record = records.read(self.store, key, keep_until=KEPT_UNTIL) or Record()
        tag, consents = f"begun on {day}", _consents(day, for_everyone=for_everyone)
        record = assessment.begin(record, instrument="rk-1.0", tag=tag, consents=consents)
        for step in Step:
            record = assessment.save_step(record, step, tag=tag, change=lambda _: sheet)
        taken = assessment.finish(record, today=day)
        records.change(self.store, key, lambda _: taken, keep_until=KEPT_UNTIL)

    def _wait(self, name: str, day: date) -> None:
        joining.join_everyone(self.store, self.world.people[name], today=day, keep_until=KEPT_UNTIL)

    def _join(self, name: str, team: str, day: date) -> None:
        self._join_as(self.world.people[name], team, day)

    def _join_as(self, key: str, team: str, day: date) -> None:
        newest = teams.invitation(self.store, self.world.teams[team].join).round
        joining.join_round(self.store, key, newest, today=day, keep_until=KEPT_UNTIL)

    def _read(self, name: str) -> Record:
        record = records.read(self.store, self.world.people[name], keep_until=KEPT_UNTIL)
        assert record
        return record

    def _change(self, name: str, record: Record) -> None:
        records.change(self.store, self.world.people[name], lambda _: record, keep_until=KEPT_UNTIL)

    def _forget(self, keys: Iterable[str]) -> None:
        for key in keys:
            shares.delete_everything(self.store, key)


def _consents(day: date, *, for_everyone: bool) -> Consents:
    return Consents(wording="consent-1", given_on=day, take_part=True, count_in_team=True, count_in_reference=for_everyone)


def _worked(statements: dict[str, Answer]) -> Answers:
    """The worked example of the manual, with something written everywhere."""
    sentences = JobAndWork(work_is="helping people mend what they own", job_is="selling spare parts", portraits=worked_example.PORTRAITS)
    return Answers(
        life_stage=LIFE_STAGE,
        job_and_work=sentences,
        statements=statements,
        week=worked_example.WEEK,
        obstacles=OBSTACLES,
        reflections=REFLECTIONS,
        page_seconds={Step.DRIVE: 80.25, Step.PATH: 91.5},
    )


def _with_words(sheet: Answers) -> Answers:
    return sheet.model_copy(update={"reflections": REFLECTIONS, "obstacles": OBSTACLES})


def _heavy(sheet: Answers) -> Answers:
    """So low in some areas that the care note is shown."""
    low = {"bal_split": 1, "bal_care": 1, "bal_spill": 5, "bal_energy": 5, "bal_flex": 1}
    nobody = {"sup_mentor": 1, "sup_network": 1, "sup_circle": 1, "sup_alone": 5}
    return sheet.model_copy(update={"statements": {**sheet.statements, **low, **nobody}})


def _with_gaps(sheet: Answers) -> Answers:
    """Too few answers for some scores, so that no pattern can be told."""
    left = {id: answer for id, answer in sheet.statements.items() if not id.startswith(("align", "out"))}
    return sheet.model_copy(update={"statements": left})


def _at_mid(sheet: Answers) -> Answers:
    return sheet.model_copy(update={"life_stage": LIFE_STAGE})
