"""The texts say what the command does, and the consent can be read by whoever is asked."""

import re
from pathlib import Path

import pytest

from pilot import bars, rows, statements
from pilot.__main__ import main
from pilot.analysis import FEWEST_FOR_MODELS
from pilot.figures import correlations, fairness, retest

FOLDER = Path(bars.__file__).parent
# The interviews that rk-1.1 asks for, each for its own doubt.
IN_DOUBT = (
    *("purpose_legacy", "align_against", "mom_luck", "mom_still", "growth_old_ways"),
    *("out_little", "bal_first", "sup_peers", "spark_savour"),
)


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def grade(prose: str) -> float:
    """Flesch and Kincaid's, syllables counted as runs of vowels without a silent e."""
    plain = re.sub(r"\[[^\]]*\]|[*#_]", " ", prose)
    sentences = [part for part in re.split(r"[.?!:]\s|\n", plain) if re.search(r"\w\w", part)]
    words = re.findall(r"[A-Za-z']+", plain)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^l])e$|(?<=[^td])ed$", "", word.lower()))))


def test_the_grade_is_the_one_of_a_known_text() -> None:
    """The cat sat on the mat: six words of one syllable, -1.45 by the formula; and one that nobody reads for pleasure."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45, abs=0.01)
    assert grade("Participation necessitates unequivocal comprehension of organisational confidentiality considerations.") > 20


def test_the_consent_is_read_at_grade_eight_or_below() -> None:
    assert grade(text("consent.md")) <= 8


def test_the_consent_says_what_a_person_must_know_first() -> None:
    said = text("consent.md")

    assert [
        part
        for part in ("stop at any time", "skip any question", "change your mind", "Who sees what", "18 or over", "helpline")
        if part not in said
    ] == []


def test_the_protocol_states_the_very_bars_that_are_judged() -> None:
    stated = re.findall(r"^\| (.+?) \| .+ \|$", text("protocol.md").split("## 8.")[1].split("## 9.")[0], re.MULTILINE)

    assert stated[1:] == [bar.words for bar in bars.BARS]


def test_the_protocol_asks_about_every_statement_in_doubt() -> None:
    asked = text("protocol.md").split("## 2.")[1].split("## 3.")[0]

    assert [name for name in IN_DOUBT if f"`{name}`" not in asked or name not in statements.ids()] == []


def test_the_readme_names_the_columns_and_the_floors() -> None:
    said = text("README.md")
    floors = (f"At least {rows.FEWEST} people", f"from {FEWEST_FOR_MODELS} people", f"from {retest.FEWEST} people")
    others = (
        f"groups of {fairness.FEWEST_IN_GROUP} people",
        f"anew {correlations.DRAWS} times",
        *(f"`{name}`" for name in statements.OUTCOMES),
    )

    assert [part for part in (*floors, *others) if part not in said] == []


def test_the_readme_names_every_option_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}

    assert options == set(re.findall(r"--[a-z]+", text("README.md")))
