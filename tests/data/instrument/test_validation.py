import shutil
from pathlib import Path

import pytest

from data.content.language import ENGLISH, Language
from data.errors import BadContent
from data.instrument import instrument
from data.wording import error_words

FIRST_ITEM = """[[item]]
id = "align_vehicle"
dimension = "alignment"
page = "job-and-work"
text = "My job lets me do the work that matters to me."
seed = "s4"
idea = "the job as a way into the work"
"""

ADVICE = """
[obstacle.action]
text = "Rest."
how = "Lie down. Close your eyes."
minutes = 10
when = "If it is …, then I will rest."
why = "Rest helps."
"""

# What is replaced by what (its first place in the file), and what the message must say: where, and which rule.
STATEMENTS = [
    ('id = "purpose_drive"', 'id = "align_vehicle"', "item 1: id", "align_vehicle is used 2 times; every id must be used once"),
    ('id = "align_vehicle"', 'id = "alignVehicle"', "item 1: id", "pattern"),
    ("My job lets me do", "My job, on most of the days of a usual working week, lets me do", "item 1: text", "at most 90 characters"),
    ("My job lets me do", "My job never lets me do", "item 1: text", "a statement must not say 'never'"),
    ("My job lets me do", "My job does Not let me do", "item 1: text", "a statement must not say 'Not'"),
    ("I can put into words what", "There is no word for what", "item 2: text", "a statement must not say 'no'"),
    ("My job lets me do", "I go without", "item 1: text", "a statement must not say 'without'"),
    ("My job lets me do", "My job won't let me do", "item 1: text", "a statement must not say 'n't'"),
    ("My skills have been standing still lately.", "", "item 15: text", "at least 1 character"),
    (FIRST_ITEM, "", "item", "there must be 36 statements, and there are 35"),
    ('dimension = "alignment"', 'dimension = "alinement"', "item 1: dimension", "there is no alinement"),
    ('page = "job-and-work"', 'page = "balance"', "item 2: page", "statements must stand in the order of the steps"),
    ('page = "job-and-work"', 'page = "job"', "item 1: page", "Input should be 'life-stage', 'job-and-work'"),
    ('reverse = true\nseed = "s0"\nidea = "standing still"', 'seed = "s0"\nidea = "standing still"', "dimension 5", "growth must have"),
    ('seed = "s4"\nidea = "the job', 'seed = "s9"\nidea = "the job', "item 1: seed", "there is no s9"),
    ('text = "My job lets', 'wording = "My job lets', "item 1: text", "Field required"),
    ('id = "align_vehicle"', 'id = "align_vehicle"\ncolour = "red"', "item 1: colour", "Extra inputs are not permitted"),
]

OTHERS = [
    ("instrument", 'version = "rk-1.0"', 'version = "rk-1.1"', "version", "the version must be the name of its folder, rk-1.0"),
    ("instrument", ', "Strongly agree"]', "]", "scale 5", "Field required"),
    ("instrument", "mid = 50", "mid = 30", "scoring: cuts", "the cuts must rise"),
    ("instrument", "high = 62.5", "high = nan", "scoring: cuts: high", "finite number"),
    ("instrument", 'item = "bal_energy"', 'item = "bal_enrgy"', "scoring: care: item", "there is no bal_enrgy"),
    ("instrument", 'item = "align_drift"', 'item = "align_drft"', "scoring: drift: item", "there is no align_drft"),
    ("instrument", 'alone = "balance"', 'alone = "rest"', "scoring: care: alone", "there is no rest"),
    ("instrument", '"support"]\ntogether', '"friends"]\ntogether', "scoring: care: watched 4", "there is no friends"),
    ("instrument", '"balance.low.2"', '"balance.low.3"', "scoring: care: action", "there is no balance.low.3"),
    ("instrument", '["spark_fulfil", "spark_motions"]', '["spark_fulfil", "spark"]', "antonym_pairs 1", "there is no spark"),
    ("instrument", '"spark_motions"]', '"spark_moments"]', "antonym_pairs 1", "one statement of a pair must be reversed and the other not"),
    ("instrument", 'id = "purpose"', 'id = "spark"', "dimension 1: id", "spark is used 2 times"),
    ("instrument", 'seeds = ["s0", "s1"]', 'seeds = ["s0", "s7"]', "dimension 1: seeds", "there is no s7"),
    ("instrument", '[[portrait]]\nid = "job"', '[[portrait]]\nid = "career"', "portrait", "the ids must be exactly job, career, calling"),
    ("instrument", '[[area]]\nid = "rest"', '[[area]]\nid = "care"', "area", "the ids must be exactly career, passions, care, rest"),
    ("life_stage", 'id = "early"', 'id = "young"', "question 1: option", "the ids must be exactly early, mid, later, unsure"),
    ("life_stage", 'id = "3-7"', 'id = "3-8"', "question 3: option", "the ids must be exactly 0-2, 3-7, 8-14, 15-24, 25+"),
    ("life_stage", 'id = "transition"', 'id = "age_band"', "question", "the ids must be exactly stage_self, transition"),
    ("life_stage", 'id = "transition"', 'id = "change"', "question 2: id", "Input should be"),
    ("life_stage", "[[question]]", 'title = "x"\n[[question]]', "question", "must hold [[question]] tables and nothing else"),
    ("patterns", 'dimension = "spark"', 'dimension = "joy"', "pattern 1: conditions 1", "there is no joy"),
    ("patterns", "at_least = 62.5", "at_least = 62.5, below = 90", "pattern 1: conditions 1", "either at_least or below"),
    ("patterns", ", at_least = 62.5", "", "pattern 1: conditions 1", "either at_least or below"),
    ("patterns", "order = 3", "order = 4", "pattern", "the order must count up from 0"),
    ("patterns", 'id = "in_tune"', 'id = "running_low"', "pattern 2: id", "running_low is used 2 times"),
    ("patterns", 'start_with = "balance"', 'start_with = "sleep"', "pattern 1: start_with", "there is no sleep"),
    (
        "patterns",
        'start_with = "lowest"',
        'start_with = "spark"',
        "otherwise: start_with",
        "must start with lowest or nowhere",
    ),
    ("patterns", "order = 0", "order = 0\nconditions = [{ dimension = 'spark', below = 50 }]", "incomplete: conditions", "no conditions"),
    ("patterns", 'required = ["spark"', 'required = ["sparks"', "required 1", "there is no sparks"),
    ("patterns", '"{dimension} below {cut}"', '"{dimension} below"', "words: below", "exactly {dimension}, {cut}"),
    ("obstacles", 'id = "money"', 'id = "expectations"', "obstacle 1: id", "expectations is used 2 times"),
    ("obstacles", 'id = "none"', 'id = "nothing"', "obstacle", "the last one must be none"),
    ("obstacles", 'text = "List the costs', 'label2 = "List the costs', "obstacle 2: action: text", "Field required"),
    ("obstacles", "minutes = 30", "minutes = 90", "obstacle 2: action: minutes", "Input should be less than or equal to 60"),
    ("obstacles", 'label = "None of these"', f'label = "None of these"\n{ADVICE}', "obstacle 13: action", "every obstacle but none"),
    ("obstacles", 'seed = "s2"', 'seed = "s8"', "obstacle 1: seed", "there is no s8"),
    ("actions", 'id = "spark.low.1"', 'id = "spark.mid.3"', "action spark.low", "there must be 2 actions for each level"),
    ("actions", 'id = "spark.low.1"', 'id = "spark.low.2"', "action 1: id", "spark.low.2 is used 2 times"),
    ("actions", 'id = "spark.low.1"', 'id = "spark.low.3"\ncolour = "red"', "action 1: colour", "Extra inputs are not permitted"),
    ("actions", 'id = "spark.low.1"', 'id = "joy.low.1"', "action 1: id", "there is no joy"),
    ("actions", 'id = "spark.low.1"', 'id = "spark.lowest.1"', "action 1: id", "pattern"),
    ("actions", "when = ", "where = ", "action 1: when", "Field required"),
    ("actions", "of me on …, then", "of me, then", "action 1: when", "there must be one … for people to fill in"),
    ("actions", 'seed = "s1"', 'seed = "s6"', "action 1: seed", "there is no s6"),
    ("prompts", "number = 3", "number = 4", "prompt", "the numbers must rise"),
    ("prompts", 'seed = "s0"', 'seed = "s5"', "prompt 1: seed", "there is no s5"),
    ("notes", 'rest = "Your week', 'sleep = "Your week', "week: missed: sleep", "Input should be"),
    (
        "notes",
        'rest = "Your week is short of rest by {points} points. Put the first hour back this week."',
        "",
        "week: missed",
        "a line for",
    ),
    ("notes", "short of rest by {points} points", "short of rest", "week: missed: rest", "exactly {points}"),
    ("notes", 'url = "https://', 'url = "http://', "care: link 1: url", "pattern"),
    ("notes", 'footer = "', 'foot = "', "footer", "Field required"),
    ("consent", 'id = "take_part"', 'id = "count_in_reference"', "box", "the ids must be exactly take_part, count_in_reference"),
    ("consent", "optional = true", "optional = false", "box", "the first box must be needed and the other optional"),
    ("consent", '"consent-3"', '"v1"', "wording", "pattern"),
]


# Reversed, and in no pair of opposites, which would be refused first.
UNPAIRED = 'text = "It is hard for me to see who is helped by what I do."\nreverse = true\n'
# The same for what only the rules of rk-1.1 know.
NEWER = [
    ("instrument", UNPAIRED, UNPAIRED.replace("reverse = true\n", ""), "rules.toml, kind", "half of the statements of purpose"),
    ("rules", "ladder = [200, 500", "ladder = [500, 200", "rules.toml, norms: ladder", "the steps must rise"),
    ("rules", 'dimension = "alignment"', 'dimension = "alinement"', "rules.toml, drift: dimension", "there is no alinement"),
    ("rules", 'kind = "rk-1.1"', 'kind = "rk-1.2"', "rules.toml, ", "rk-1.2"),
    ("rules", "sd = 20", "sd = 0", "rules.toml, rk-1.1: norms: sd", "greater than 0"),
    ("rules", 'close = "close to {level}"', 'close = "close to"', "rules.toml, rk-1.1: words: level: close", "exactly {level}"),
    (
        "instrument",
        'id = "life_outside"',
        'id = "working_life"',
        "instrument.toml, outcomes: question",
        "exactly working_life",
    ),
    ("instrument", "statements = 40", "statements = 41", "instrument.toml, item", "there must be 41 statements, and there are 40"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped content of the first version, to be broken."""
    return Path(shutil.copytree(ENGLISH.folder / "rk-1.0", tmp_path / "rk-1.0"))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is no longer in {file.name}, so this test breaks nothing"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(folder: Path) -> str:
    with pytest.raises(BadContent) as refused:
        instrument.read(folder.name, Language("en", folder.parent))
    return error_words.sentence(refused.value, ENGLISH)


@pytest.mark.parametrize(("file", "old", "new", "place", "rule"), NEWER)
def test_a_broken_rule_of_the_newer_version_is_refused_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, place: str, rule: str
) -> None:
    folder = Path(shutil.copytree(ENGLISH.folder / "rk-1.1", tmp_path / "rk-1.1"))
    replace(folder / f"{file}.toml", old, new)

    message = refusal(folder)

    assert message.startswith(place)
    assert rule in message


@pytest.mark.parametrize(("old", "new", "place", "rule"), STATEMENTS)
def test_a_broken_statement_is_refused_with_its_place_and_the_rule(copy: Path, old: str, new: str, place: str, rule: str) -> None:
    replace(copy / "instrument.toml", old, new)

    message = refusal(copy)

    assert message.startswith(f"instrument.toml, {place}: ")
    assert rule in message


@pytest.mark.parametrize(("file", "old", "new", "place", "rule"), OTHERS)
def test_a_broken_file_is_refused_with_its_name_the_place_and_the_rule(
    copy: Path, file: str, old: str, new: str, place: str, rule: str
) -> None:
    replace(copy / f"{file}.toml", old, new)

    message = refusal(copy)

    assert message.startswith(f"{file}.toml, {place}: ")
    assert rule in message


def test_a_long_run_of_statements_keyed_the_same_way_is_refused(copy: Path) -> None:
    file = copy / "instrument.toml"
    replace(file, 'text = "There is a gap between my job and the purpose I am chasing."\nreverse = true', 'text = "There is a gap."')

    assert refusal(copy).startswith("instrument.toml, item 5: at most 4 statements in a row may be keyed the same way, and here are 7")


def test_a_pattern_without_any_condition_is_refused(copy: Path) -> None:
    replace(copy / "patterns.toml", '{ dimension = "momentum", below = 37.5 },', "")

    assert refusal(copy).startswith("patterns.toml, pattern 5: conditions: a pattern must have at least one condition")


def test_a_missing_stage_action_is_refused(copy: Path) -> None:
    file = copy / "actions.toml"
    start = file.read_text(encoding="utf-8").index('[[action]]\nid = "support.stage.later"')
    file.write_text(file.read_text(encoding="utf-8")[:start], encoding="utf-8")

    assert refusal(copy).startswith("actions.toml, action support.stage.later: there must be one action for each life stage")


def test_an_obstacle_without_an_action_is_refused(copy: Path) -> None:
    text = (copy / "obstacles.toml").read_text(encoding="utf-8")
    before, _, after = text.partition('id = "time"')
    advice, _, others = after.partition("[[obstacle]]")
    (copy / "obstacles.toml").write_text(
        f'{before}id = "time"{advice.partition("[obstacle.action]")[0]}[[obstacle]]{others}', encoding="utf-8"
    )

    assert refusal(copy).startswith("obstacles.toml, obstacle 5: action: every obstacle but none must have an action")


def test_an_area_without_a_line_for_missing_it_is_refused(copy: Path) -> None:
    replace(copy / "notes.toml", 'rest = "Your week is short of rest by {points} points. Put the first hour back this week."', "")

    assert refusal(copy).startswith("notes.toml, week: missed: there must be a line for each of career, passions, care, rest")


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "prompts.toml").unlink()

    assert refusal(copy).startswith("prompts.toml, whole file: the file is missing")


def test_a_file_that_is_not_toml_is_named_with_the_line(copy: Path) -> None:
    (copy / "notes.toml").write_text('footer = "a"\nfooter\n', encoding="utf-8")

    message = refusal(copy)

    assert message.startswith("notes.toml, whole file: the file must be valid TOML")
    assert "line 2" in message


def test_a_file_in_another_encoding_is_named(copy: Path) -> None:
    (copy / "consent.toml").write_bytes('wording = "caf\u00e9"'.encode("latin-1"))

    assert refusal(copy).startswith("consent.toml, whole file: the file must be UTF-8 text")


def test_a_refusal_is_one_calm_line_without_the_machinery(copy: Path) -> None:
    replace(copy / "instrument.toml", 'id = "align_vehicle"', "id = 7")

    message = refusal(copy)

    assert message == "instrument.toml, item 1: id: Input should be a valid string. Mend the file and start again."
