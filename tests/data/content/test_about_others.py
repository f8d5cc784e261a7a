import re
from dataclasses import replace

import pytest

from data.content import about_others
from data.content.language import ENGLISH
from data.instrument import instrument
from data.wording import screens

OF_OTHERS = replace(ENGLISH, of_others=True)
LISTED = {"name": "{n} areas", "entry": [{"id": "one", "text": "Your week"}, {"id": "two", "text": "Your job"}]}


def test_words_about_others_take_the_place_of_those_to_the_owner_and_leave_the_rest() -> None:
    said = about_others.laid_over(LISTED, {"entry": {"two": {"text": "Their job"}}})

    assert said == {"name": "{n} areas", "entry": [{"id": "one", "text": "Your week"}, {"id": "two", "text": "Their job"}]}


@pytest.mark.parametrize(
    ("instead", "place", "rule"),
    [
        ({"other": "Theirs"}, ("other",), "nothing of this name"),
        ({"entry": {"three": {"text": "Theirs"}}}, ("entry", "three"), "nothing of this name"),
        ({"name": "Their areas"}, ("name",), "must be exactly {n}"),
        ({"entry": {"one": {"text": "{n} theirs"}}}, ("entry", "one", "text"), "nothing is filled in here"),
        ({"entry": "Theirs"}, ("entry",), "a sentence must stand here"),
        ({"name": {"text": "Theirs"}}, ("name",), "a sentence must stand here"),
    ],
)
def test_what_has_no_place_or_other_gaps_is_a_mistake(instead: dict[str, object], place: tuple[str, ...], rule: str) -> None:
    found = about_others.mistake(LISTED, instead)

    assert found and found[0] == place and rule in found[1]


@pytest.mark.parametrize("version", instrument.versions())
def test_nothing_that_stands_around_somebody_elses_result_speaks_to_you(version: str) -> None:
    """What no share ever shows is left out, and what whoever reads it must not do. Seen to fail: with one text less."""
    rules, words = instrument.load(version, OF_OTHERS), screens.load(OF_OTHERS).profile

    notes, said = rules.notes.model_dump(exclude={"care", "adverse_use"}), rules.rules.words.model_dump()
    shown = {
        name: said.get(name)
        for name in ("band", "level", "sets", "stands_out", "pattern", "quadrant", "side_by_side", "close", "near_line")
    }
    titles = (words.title, words.shape_title, words.map_title, words.map_missing, words.week_title, words.week_alt, words.week_missing)
    texts = [
        notes,
        shown,
        rules.patterns.model_dump(),
        [one.definition for one in rules.dimensions],
        *titles,
        words.steps_lead,
        words.steps_neighbour,
    ]
    assert re.findall(r".{30}\byou\w*", str(texts), re.IGNORECASE) == []
