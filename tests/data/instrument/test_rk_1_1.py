"""What rk-1.1 asks, held to the rules of form that its scoring rests on (docs/rk11.md 1.2 and 1.3)."""

import re
from itertools import groupby

from data.content.language import ENGLISH
from data.instrument import instrument
from data.instrument.answers import Outcome, Step
from data.instrument.rk_1_1 import SecondRules
from tests import oracle_rk_1_1 as oracle

RK = instrument.load("rk-1.1")
PAGES = [RK.page(step) for step in (Step.JOB_AND_WORK, Step.DRIVE, Step.PATH, Step.BALANCE)]
OWN = next(own for own in [RK.rules] if isinstance(own, SecondRules))
# Negations are misread, and frequencies and pairs of ideas leave it open what is agreed with.
NEGATIONS = r"\b(not|never|no|none|nothing|without|hardly|rarely|lack|cannot)\b|n[\u2019']t\b"
FREQUENCIES = r"\b(always|often|sometimes|usually|seldom|regularly|every|each)\b"
TWO_IDEAS = r"\b(and|or)\b"


def test_there_are_forty_statements_with_ids_of_their_own_as_promised() -> None:
    assert len({item.id for item in RK.items}) == len(RK.items) == RK.statements == 40
    assert RK.minutes == 9


def test_the_statements_stand_in_the_order_and_with_the_keys_of_the_manual() -> None:
    shipped = [(item.id, item.dimension, "R" if item.reverse else "+") for item in RK.items]

    assert shipped == oracle.STATEMENTS


def test_no_statement_is_long_or_says_a_word_that_is_misread() -> None:
    assert max(len(item.text) for item in RK.items) <= 80
    assert [item.id for item in RK.items if re.search(f"{NEGATIONS}|{FREQUENCIES}|{TWO_IDEAS}", item.text, re.IGNORECASE)] == []


def test_half_of_every_dimension_and_of_every_page_is_reversed() -> None:
    for dimension in RK.dimensions:
        keys = [item.reverse for item in RK.items_of(dimension.id)]
        assert 2 * sum(keys) == len(keys) in (4, 6)
    assert [(len(page), sum(item.reverse for item in page)) for page in PAGES] == [(10, 5)] * 4


def test_every_page_begins_with_a_forward_statement_and_no_run_is_longer_than_three() -> None:
    runs = [len(list(run)) for _, run in groupby(RK.items, key=lambda item: item.reverse)]

    assert not any(page[0].reverse for page in PAGES)
    assert max(runs) <= 3


def test_no_attentive_sheet_repeats_itself_at_any_distance() -> None:
    keys = [item.reverse for item in RK.items]

    for distance in range(2, 9):
        equal = [one == other for one, other in zip(keys, keys[distance:], strict=False)]
        assert sum(equal) / len(equal) <= 0.55


def test_each_page_holds_one_area_of_six_and_one_of_four() -> None:
    for page in PAGES:
        sizes = sorted(sum(item.dimension == dimension for item in page) for dimension in {item.dimension for item in page})
        assert sizes == [4, 6]


def test_every_pair_of_opposites_lies_within_one_dimension() -> None:
    belongs = {item.id: item.dimension for item in RK.items}

    assert len(RK.antonym_pairs) == 13
    assert all(belongs[one] == belongs[other] for one, other in RK.antonym_pairs)


def test_two_outcome_questions_are_asked_with_both_their_ends() -> None:
    assert RK.outcomes is not None
    assert [question.id for question in RK.outcomes.questions] == list(Outcome)
    assert {(question.low, question.high) for question in RK.outcomes.questions} == {("Very badly", "Very well")}


def test_what_stays_is_word_for_word_what_it_was() -> None:
    old = instrument.load("rk-1.0")

    assert (RK.scale, RK.frame.statements, RK.week, RK.portraits, RK.areas) == (
        (old.scale, old.frame.statements, old.week, old.portraits, old.areas)
    )
    assert (RK.sentences.work_is.stem, RK.sentences.job_is) == (old.sentences.work_is.stem, old.sentences.job_is)
    assert (RK.life_stage, RK.prompts[:-1]) == (old.life_stage, old.prompts)


def test_advice_stays_but_for_what_presupposed_something_or_was_hard_to_read() -> None:
    old = instrument.load("rk-1.0")

    actions = [new.id for new, was in zip(RK.actions, old.actions, strict=True) if new != was]
    obstacles = [new.id for new, was in zip(RK.obstacles, old.obstacles, strict=True) if new != was]

    assert (actions, obstacles) == (["alignment.mid.2", "outlet.high.1", "alignment.stage.later"], ["inflexible", "barrier"])
    assert [one.label for one in RK.obstacles] == [one.label for one in old.obstacles]


def test_the_tenth_prompt_asks_what_somebody_is_good_at() -> None:
    assert (RK.prompts[-1].number, RK.prompts[-1].text) == (10, "What are you good at by nature, and where do you use it?")


def test_the_consent_names_what_answers_are_counted_for() -> None:
    assert RK.consent.wording == "consent-2"
    assert RK.consent.intro.startswith("This takes about 9 minutes.")
    assert all(box.label.startswith("Count my answers as numbers, without my words, in ") for box in RK.consent.boxes[1:])
    assert RK.consent.boxes[1].label.endswith("and for the figures behind the bands.")


def test_every_number_of_the_rules_has_its_reason_beside_it() -> None:
    numbers = (ENGLISH.folder / "rk-1.1" / "rules.toml").read_text(encoding="utf-8").split("[words.")[0]
    sections = re.split(r"^\[\w+\]$", numbers, flags=re.MULTILINE)[1:]

    assert len(sections) == 6
    assert all("# " in section for section in sections)
    assert (OWN.certainty.stand_out, OWN.retake.one, OWN.retake.side_by_side) == (1.28, 2.95, 2.7344)
