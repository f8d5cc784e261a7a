"""Records with a lot in them, and words that break things in other programs."""

from datetime import date, timedelta

from data.instrument.answers import Answers, JobAndWork, LifeStage, Obstacles, StageSelf
from data.instrument.instrument import load
from data.keys import new_key
from data.profile.profile import Profile, from_result
from data.record.journal_entries import Goal, GoalState, Gratitude, Milestone, Sentences, ValuesPicked
from data.record.record import Record, Result
from data.record.viewer_link import Section, Share
from tests.invented import worked_example

FIRST_DAY = date(2024, 2, 29)

HOSTILE = (
    "Grandmother 👵🏽 and family 👩‍👩‍👧‍👦 🏳️‍🌈",
    "مرحبا بالعالم، كيف حالك؟",
    "שלום עולם (abc) 123",
    "東京にいます。漢字とかな",
    "नमस्ते दुनिया สวัสดี",
    "<script>alert(1)</script><img src=http://127.0.0.1:9/x.png onerror=alert(2)>",
    "![x](http://127.0.0.1:9/x.png) **bold** [link](javascript:alert(1)) `code` # head",
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@cmd|' /C calc'!A0",
    ' \t=HYPERLINK("http://127.0.0.1:9","x")',
    "quotes \"double\" 'single' , ; comma, back\\slash {braces} $dollar ${x} %s %(x)s",
    "BEGIN:VEVENT\nSUMMARY:mine\nEND:VEVENT",
    "one\n\ntwo\r\nthree\u2028four",
    "e\u0301 \u200d\u200b\ufeff a\u0300\u0301\u0302\u0303",
    "\U0001f9ff\U000e0041 \ufffe \x00 \x1b[31m",
)

SECTIONS = tuple(Section)


def result(taken_on: date, words: str = "A line of my own") -> Result:
    """The worked example with something written everywhere; words are cut to what each question takes."""
    answers = Answers(
        life_stage=LifeStage(stage_self=StageSelf.MID),
        job_and_work=JobAndWork(work_is=words[:160], job_is=words[:160], portraits=worked_example.PORTRAITS),
        statements=worked_example.STATEMENTS,
        week=worked_example.WEEK,
        obstacles=Obstacles(ticked=("money", "time"), starred=("time",), other=words[:160]),
        reflections={str(prompt.number): words[:2000] for prompt in load("rk-1.0").prompts},
    )
    return Result(instrument="rk-1.0", taken_on=taken_on, answers=answers)


def profile(words: str = "A line of my own") -> Profile:
    """The profile of the worked example."""
    return from_result(result(date(2026, 11, 22), words))


def full(
    results: int = 10, notes: int = 300, words: str = "Finished the plan that nobody wanted to begin, and laughed about it at lunch"
) -> Record:
    """A record of years: a result a quarter, a note on most workdays, and some of everything else."""
    days = [FIRST_DAY + timedelta(days=place) for place in range(notes)]
    lines = [tuple(f"{words} ({day:%A})"[:280] for _ in range(1 + day.day % 2)) for day in days]
    return Record(
        results=tuple(result(FIRST_DAY + timedelta(days=90 * place), f"{words} in quarter {place}") for place in range(results)),
        gratitude=tuple(Gratitude(day=day, lines=written) for day, written in zip(days, lines, strict=True)),
        goals=tuple(Goal(text=words[:300], month=day, made_on=day, state=GoalState.DONE) for day in days[::30]),
        milestones=tuple(Milestone(day=day, text=words[:280]) for day in days[::20]),
        values=(ValuesPicked(picked_on=FIRST_DAY, values=("craft", "calm", "family", "my own", "play")),),
        sentences=(Sentences(written_on=FIRST_DAY, work_is=words[:160], job_is=words[:160]),),
        shares=(Share(key=new_key(), label=words[:60], sections=(Section.SUMMARY,), made_on=FIRST_DAY, until=None),),
    )
