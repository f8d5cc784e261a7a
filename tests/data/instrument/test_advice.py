import re
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from data.instrument import instrument
from data.instrument.advice import BLANK, Advice

FIRST = instrument.load().actions[0]


def suggested() -> Iterator[tuple[str, Advice]]:
    """Every action and every obstacle's action of every version, named by both."""
    for version in instrument.versions():
        rules = instrument.load(version)
        yield from ((f"{version} {action.id}", action) for action in rules.actions)
        yield from ((f"{version} {obstacle.id}", obstacle.action) for obstacle in rules.obstacles if obstacle.action)


EVERY = dict(suggested())


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", text)


def test_everything_that_is_suggested_says_how_when_and_why() -> None:
    """72 actions and 12 obstacles of each version; the thirteenth obstacle says that nothing weighs."""
    assert len(EVERY) == 2 * (72 + 12)
    assert all(one.how and one.when and one.why for one in EVERY.values())


@pytest.mark.parametrize("name", EVERY)
def test_how_is_two_short_sentences_and_when_a_plan_to_fill_in(name: str) -> None:
    one = EVERY[name]

    assert len(sentences(one.how)) == 2 and len(one.how.split()) <= 36
    assert re.fullmatch(rf"If [^{BLANK}]*{BLANK}[^{BLANK}]*, then I will [^{BLANK}]+\.|If .*, then I will [^,]*{BLANK}[^,]*\.", one.when)
    assert len(sentences(one.why)) <= 2 and len(one.why.split()) <= 28


def test_no_advice_is_said_twice_in_one_version() -> None:
    for version in instrument.versions():
        said = [part for name, one in EVERY.items() if name.startswith(version) for part in (one.text, one.how, one.when, one.why)]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("minutes", 4),
        ("minutes", 61),
        ("when", "If it is Monday, then I will begin."),
        ("when", f"If {BLANK}, then I will {BLANK}."),
        ("how", ""),
    ],
)
def test_advice_without_a_way_to_begin_is_refused(part: str, value: object) -> None:
    with pytest.raises(ValidationError, match=part):
        Advice.model_validate(FIRST.model_dump(include={"text", "how", "minutes", "when", "why"}) | {part: value})
