"""Random sheets: every kind of person, so that rare patterns and gaps come up as well as common ones."""

from hypothesis import strategies as st

from data.instrument.answers import Answer, Area, Week
from tests.oracle import DIMENSIONS, STATEMENTS, Sheet

# Favourable answers to draw from. Drawn per dimension: answers drawn one by one would nearly always average out in the middle.
_MOODS = [(1,), (1, 2), (2, 3), (3,), (3, 4), (4, 5), (5,), (1, 2, 3, 4, 5)]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Statements with skipped ones left out and a few that do not apply."""
    mood = {dimension: draw(st.sampled_from(_MOODS)) for dimension in DIMENSIONS}
    gaps = draw(st.sampled_from(["", "", "few", "many"]))
    sheet: dict[str, Answer] = {}
    for statement, dimension, key in STATEMENTS:
        kind = draw(st.integers(0, 9)) if gaps else 9
        if kind < (2 if gaps == "few" else 5):
            if kind == 0:
                sheet[statement] = "na"
            continue
        favourable = draw(st.sampled_from(mood[dimension]))
        sheet[statement] = _RATINGS[favourable if key == "+" else 6 - favourable]
    return sheet


_RATINGS: dict[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def weeks() -> st.SearchStrategy[Week]:
    """Weeks with areas left out, with nothing in them, and with round hours that give equal gaps."""
    hours = st.one_of(st.integers(0, 80), st.sampled_from([0, 5, 10, 20, 40]))
    amounts = st.dictionaries(st.sampled_from(Area), hours)
    return st.builds(Week, now=amounts, wish=amounts, energy=st.dictionaries(st.sampled_from(Area), st.integers(0, 10)))


def favourable(**levels: int) -> dict[str, Answer]:
    """A sheet where every statement of a dimension has the same favourable answer, 3 where none is given."""
    answers = {s: levels.get(dimension, 3) for s, dimension, _ in STATEMENTS}
    turned = {s: answers[s] if key == "+" else 6 - answers[s] for s, _, key in STATEMENTS}
    return {s: _RATINGS[answer] for s, answer in turned.items()}
