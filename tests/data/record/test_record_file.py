import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.content.language import ENGLISH
from data.errors import BadFile
from data.instrument import instrument
from data.instrument.answers import (
    MAX_OBSTACLE,
    MAX_OUTCOME,
    MAX_REFLECTION,
    MAX_SENTENCE,
    NONE_IN_PARTICULAR,
    AgeBand,
    Answers,
    JobAndWork,
    LifeStage,
    Obstacles,
    Outcome,
    Portrait,
    Responsibility,
    ResponsibilityChange,
    StageSelf,
    Step,
    Transition,
    YearsBand,
)
from data.keys import new_key
from data.profile import rules
from data.record.record import Consents, Draft, Record, Result
from data.record.record_file import MAX_BYTES, merged_with_file, parse, write
from data.record.viewer_link import Section, Share
from data.wording.error_words import sentence
from tests.invented import rk_1_1
from tests.invented.full_record import full
from tests.invented.records import TODAY
from tests.invented.sheets import sheets, weeks

RK, NEW = instrument.load("rk-1.0"), instrument.load("rk-1.1")
OBSTACLES = [obstacle.id for obstacle in RK.obstacles]

days = st.dates(date(2020, 1, 1), date(2099, 12, 31))
life_stages = st.builds(
    LifeStage,
    stage_self=st.none() | st.sampled_from(StageSelf),
    transition=st.none() | st.sampled_from(Transition),
    years_band=st.none() | st.sampled_from(YearsBand),
    responsibilities=st.lists(st.sampled_from(Responsibility), max_size=3, unique=True).map(tuple),
    resp_change=st.none() | st.sampled_from(ResponsibilityChange),
    age_band=st.none() | st.sampled_from(AgeBand),
)
jobs = st.builds(
    JobAndWork,
    work_is=st.text(max_size=MAX_SENTENCE),
    job_is=st.text(max_size=MAX_SENTENCE),
    portraits=st.dictionaries(st.sampled_from(Portrait), st.sampled_from([0, 1, 2, 3])),
)
in_the_way = st.builds(
    Obstacles,
    ticked=st.lists(st.sampled_from(OBSTACLES), unique=True).map(tuple),
    starred=st.lists(st.sampled_from(OBSTACLES), unique=True, max_size=2).map(tuple),
    other=st.text(max_size=MAX_OBSTACLE),
)
answers = st.builds(
    Answers,
    life_stage=life_stages,
    job_and_work=jobs,
    statements=sheets(),
    week=weeks(),
    obstacles=in_the_way,
    reflections=st.dictionaries(
        st.sampled_from([str(prompt.number) for prompt in RK.prompts]), st.text(max_size=MAX_REFLECTION), max_size=2
    ),
    page_seconds=st.dictionaries(st.sampled_from(Step), st.floats(0, 1e6)),
)
drafts = st.builds(
    Draft,
    instrument=st.just(RK.version),
    tag=st.text(max_size=16),
    answers=answers,
    saved=st.dictionaries(st.sampled_from(Step), st.integers(1, 99)),
    replaces=st.none() | days,
)
results = st.builds(Result, instrument=st.just(RK.version), taken_on=days, answers=answers)
newer = st.builds(
    Result,
    instrument=st.just(NEW.version),
    taken_on=days,
    answers=st.builds(
        Answers,
        statements=st.randoms(use_true_random=False).map(rk_1_1.anybody),
        worked=st.none() | st.sampled_from([*(dimension.id for dimension in NEW.dimensions), NONE_IN_PARTICULAR]),
        outcomes=st.dictionaries(st.sampled_from(Outcome), st.integers(0, MAX_OUTCOME)),
    ),
    norms=st.none() | st.sampled_from([rules.of(NEW).assumed_norms, rk_1_1.invented_norms()]),
)
consents = st.builds(
    Consents,
    wording=st.just("consent-1"),
    given_on=days,
    take_part=st.booleans(),
    count_in_reference=st.booleans(),
)
records = st.builds(
    Record, consents=st.none() | consents, draft=st.none() | drafts, results=st.lists(results | newer, max_size=2).map(tuple)
)

SOMEBODY = Record(
    consents=Consents(wording="consent-1", given_on=TODAY, take_part=True),
    draft=Draft(instrument=RK.version, tag="mine", answers=Answers(statements={"spark_drag": 4})),
    results=(Result(instrument=RK.version, taken_on=TODAY, answers=Answers(job_and_work=JobAndWork(work_is="keeping bees"))),),
)


@given(records)
def test_what_was_downloaded_starts_again_as_it_was(record: Record) -> None:
    assert parse(write(record)) == record


# As editors save it: with a mark in front, in two bytes to a sign, or with the line ends of other systems.
SAVED = {
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "as Unicode in Notepad": lambda text: text.encode("utf-16"),
    "in the other order of bytes": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "without its mark": lambda text: text.encode("utf-16-le"),
    "with line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "with line ends of old": lambda text: text.replace("\n", "\r").encode(),
    "with both ends twice": lambda text: text.replace("\n", "\r\r\n").encode(),
    "in four bytes a sign": lambda text: text.encode("utf-32"),
    "in four bytes without their mark": lambda text: text.encode("utf-32-be"),
    "without the mark in the other order": lambda text: text.encode("utf-16-be"),
    "with the mark twice": lambda text: b"\xef\xbb\xbf" * 2 + text.encode(),
    "with the mark after an empty line": lambda text: b"\n\xef\xbb\xbf" + text.encode(),
    "with a space that cannot be seen": lambda text: f"\u200b\u00a0{text}\u00a0".encode(),
    "filled up with nothing": lambda text: text.encode() + bytes(512),
    "with the last sign of DOS": lambda text: text.encode() + b"\x1a",
    "with letters as numbers": lambda text: json.dumps(json.loads(text)).encode(),
    "in one line": lambda text: json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).encode(),
    "in order of its names": lambda text: json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent="\t").encode(),
    "with strokes before strokes": lambda text: json.dumps(json.loads(text)).replace("/", "\\/").encode(),
}


@pytest.mark.parametrize("saved", SAVED.values(), ids=SAVED.keys())
def test_a_file_that_an_editor_saved_its_own_way_opens(saved: Callable[[str], bytes]) -> None:
    record = full(results=2, notes=9, words="Für später: „Æsir“, 東京, 🐝")

    assert parse(saved(write(record).decode())) == record


@given(records, st.data())
def test_a_file_that_was_cut_short_is_refused_in_one_sentence(record: Record, data: st.DataObject) -> None:
    whole = write(record)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]

    with pytest.raises(BadFile, match="file_damaged"):
        parse(cut)


@given(st.binary(max_size=2_000))
def test_no_other_file_does_more_than_be_refused(content: bytes) -> None:
    with pytest.raises(BadFile, match=r"^file_"):
        parse(content)


def edited(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file of somebody, changed by hand."""
    held = json.loads(write(SOMEBODY))
    change(held)
    return json.dumps(held).encode()


def statements_of(held: dict[str, Any]) -> dict[str, Any]:
    return dict.__getitem__(held["draft"]["answers"], "statements")


EDITED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda held: statements_of(held).update(spark_drag=9), "“draft.answers.statements.spark_drag"),
    (lambda held: statements_of(held).update(spark_drag=True), "“draft.answers.statements.spark_drag"),
    (lambda held: statements_of(held).update(made_up=4), "it answers questions that we do not ask"),
    (lambda held: held["draft"]["answers"]["reflections"].update({"99": "x"}), "it answers questions that we do not ask"),
    (lambda held: held["draft"]["answers"]["obstacles"].update(ticked=["dragons"]), "it answers questions that we do not ask"),
    (lambda held: held["draft"]["answers"]["obstacles"].update(starred=["dragons"]), "it answers questions that we do not ask"),
    (lambda held: held["draft"]["answers"].update(worked="dragons"), "it answers questions that we do not ask"),
    (lambda held: held["draft"]["answers"].update(outcomes={"working_life": 7}), "it answers questions that we do not ask"),
    (lambda held: held["results"][0].update(norms={"name": "norms-0", "dimensions": {}}), "it answers questions that we do not ask"),
    (lambda held: held["results"][0].update(norms={"name": "mine", "dimensions": {}}), "“results.0.norms.name”"),
    (lambda held: held["draft"]["answers"]["job_and_work"].update(work_is="x" * 161), "“draft.answers.job_and_work.work_is”"),
    (lambda held: held["draft"]["answers"]["job_and_work"].update(work_is=None), "“draft.answers.job_and_work.work_is”"),
    (lambda held: held["draft"]["answers"]["week"].update(now={"rest": 81}), "“draft.answers.week.now.rest”"),
    (lambda held: held["draft"]["answers"]["week"].update(now={"rest": "8"}), "“draft.answers.week.now.rest”"),
    (lambda held: held["draft"]["answers"]["page_seconds"].update(drive=float("inf")), "“draft.answers.page_seconds.drive”"),
    (lambda held: held["draft"].pop("tag"), "“draft.tag” is not as we wrote it"),
    (lambda held: held["results"][0].update(taken_on="yesterday"), "“results.0.taken_on” is not as we wrote it"),
    (lambda held: held.update(results="none"), "“results” is not as we wrote it"),
    (lambda held: held.update(colour="red"), "“colour” is not as we wrote it"),
]


@pytest.mark.parametrize(("change", "where"), EDITED)
def test_a_file_that_was_edited_is_refused_with_the_place(change: Callable[[dict[str, Any]], object], where: str) -> None:
    with pytest.raises(BadFile) as refusal:
        parse(edited(change))

    said = sentence(refusal.value, ENGLISH)
    assert where in said
    assert said.endswith(" Nothing was changed.")
    assert "keeping bees" not in str(refusal.value)


@pytest.mark.parametrize("newer", [2, "1", None])
def test_a_file_of_another_format_is_refused_as_newer(newer: object) -> None:
    with pytest.raises(BadFile, match="file_newer"):
        parse(edited(lambda held: held.update(format=newer)))


@pytest.mark.parametrize("part", ["draft", "results"])
def test_a_result_of_newer_questions_is_refused_whole(part: str) -> None:
    def newer(held: dict[str, Any]) -> None:
        sheet = held["draft"] if part == "draft" else held["results"][0]
        sheet["instrument"] = "rk-9.9"

    with pytest.raises(BadFile, match="file_result_newer"):
        parse(edited(newer))


@pytest.mark.parametrize("content", [b"{}", b"[]", b"1", b'"format"', b'{"results": []}', b'["format"]'])
def test_other_json_is_no_record_and_never_an_empty_one(content: bytes) -> None:
    with pytest.raises(BadFile, match="file_not_ours"):
        parse(content)


def test_two_megabytes_are_refused_before_they_are_read() -> None:
    with pytest.raises(BadFile, match="file_too_large"):
        parse(edited(lambda held: held.update(padding="x" * 2 * MAX_BYTES)))


@pytest.mark.parametrize("opening", [b"[", b'{"format": 1, "draft": ', b'{"a":'])
def test_thousands_of_brackets_do_not_end_the_run(opening: bytes) -> None:
    with pytest.raises(BadFile, match="file_damaged"):
        parse((opening * 100_000)[:MAX_BYTES])


def test_starting_again_from_a_file_keeps_links_that_are_out_withdrawable() -> None:
    present = Record(shares=(Share(key=new_key(), sections=(Section.MAP,), made_on=date(2026, 11, 22)),))

    assert merged_with_file(present, Record()) == present
