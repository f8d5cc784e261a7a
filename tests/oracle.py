"""The rules as the manual words them, slow and plain. Written from the manual and not from the code, so that the two can disagree."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import TypeAlias

from data.instrument.answers import Answer

Sheet: TypeAlias = Mapping[str, Answer]
Points: TypeAlias = dict[str, Fraction]

# Statement, dimension and key, in the order of presentation.
STATEMENTS = [
    ("align_vehicle", "alignment", "+"), ("purpose_drive", "purpose", "+"), ("align_drift", "alignment", "R"),
    ("purpose_fog", "purpose", "R"), ("align_shape", "alignment", "+"), ("purpose_impact", "purpose", "+"),
    ("align_gap", "alignment", "R"), ("purpose_legacy", "purpose", "+"), ("align_values", "alignment", "+"),
    ("spark_origin", "spark", "+"), ("growth_goal", "growth", "+"), ("spark_motions", "spark", "R"),
    ("growth_stretch", "growth", "+"), ("spark_moments", "spark", "+"), ("growth_still", "growth", "R"),
    ("spark_drag", "spark", "R"), ("growth_time", "growth", "+"), ("spark_fulfil", "spark", "+"),
    ("mom_path", "momentum", "+"), ("sup_mentor", "support", "+"), ("mom_stuck", "momentum", "R"),
    ("sup_alone", "support", "R"), ("mom_skills", "momentum", "+"), ("sup_network", "support", "+"),
    ("mom_pay", "momentum", "R"), ("sup_circle", "support", "+"), ("mom_change", "momentum", "+"),
    ("bal_care", "balance", "+"), ("out_time", "outlet", "+"), ("bal_spill", "balance", "R"),
    ("out_burner", "outlet", "R"), ("bal_flex", "balance", "+"), ("out_lift", "outlet", "+"),
    ("bal_energy", "balance", "R"), ("out_place", "outlet", "+"), ("bal_split", "balance", "+"),
]  # fmt: skip

DIMENSIONS = ["spark", "purpose", "alignment", "momentum", "growth", "balance", "outlet", "support"]

# 3 of 4, 4 of 5.
NEEDED = {4: 3, 5: 4}

OPPOSITES = [
    ("spark_fulfil", "spark_motions"),
    ("align_vehicle", "align_gap"),
    ("mom_path", "mom_stuck"),
    ("bal_split", "bal_spill"),
    ("out_time", "out_burner"),
    ("sup_circle", "sup_alone"),
    ("purpose_impact", "purpose_fog"),
    ("growth_stretch", "growth_still"),
]


def favourable(sheet: Sheet, dimension: str) -> list[int]:
    """The answers of one dimension, each turned so that 5 is good."""
    answers: list[int] = []
    for statement, belongs_to, key in STATEMENTS:
        answer = sheet.get(statement)
        if belongs_to != dimension or answer is None or answer == "na":
            continue
        answers.append(answer if key == "+" else 6 - answer)
    return answers


def has_score(sheet: Sheet, dimension: str) -> bool:
    asked = len([statement for statement in STATEMENTS if statement[1] == dimension])
    return len(favourable(sheet, dimension)) >= NEEDED[asked]


def score(sheet: Sheet, dimension: str) -> Fraction:
    """From 0 to 100 and exact, of a dimension that has a score."""
    answers = favourable(sheet, dimension)
    mean = Fraction(sum(answers), len(answers))
    return 25 * (mean - 1)


def error(sheet: Sheet, dimension: str) -> float:
    """Spearman-Brown first, then the standard error that follows from it."""
    n = len(favourable(sheet, dimension))
    reliability = n * 0.40 / (1 + (n - 1) * 0.40)
    return 20 * sqrt(1 - reliability)


def level(score: Fraction) -> str:
    if score < Fraction("37.5"):
        return "low"
    if score < Fraction("62.5"):
        return "mid"
    return "high"


def neighbours(sheet: Sheet, dimension: str) -> list[str]:
    """The level on the other side of each cut that is nearer than one standard error."""
    value = score(sheet, dimension)
    found = []
    if abs(value - Fraction("37.5")) < error(sheet, dimension):
        found.append("mid" if level(value) == "low" else "low")
    if abs(value - Fraction("62.5")) < error(sheet, dimension):
        found.append("high" if level(value) == "mid" else "mid")
    return found


def overall(sheet: Sheet) -> tuple[float, float] | None:
    """Value and error over the scored dimensions, or None with fewer than six."""
    scored = [d for d in DIMENSIONS if has_score(sheet, d)]
    if len(scored) < 6:
        return None
    value = sum(float(score(sheet, d)) for d in scored) / len(scored)
    return value, sqrt(sum(error(sheet, d) ** 2 for d in scored)) / len(scored)


def alike(sheet: Sheet, which: Callable[[Iterable[Fraction]], Fraction]) -> list[str]:
    """The set named with the top or the bottom dimension."""
    scored = [d for d in DIMENSIONS if has_score(sheet, d)]
    if not scored:
        return []
    end = which(score(sheet, d) for d in scored)
    t = next(d for d in scored if score(sheet, d) == end)
    wide = {d: 1.2815515655446004 * sqrt(error(sheet, t) ** 2 + error(sheet, d) ** 2) for d in scored}
    return [d for d in scored if abs(score(sheet, d) - end) <= wide[d]]


def _rules(sheet: Sheet, give: int) -> list[str]:
    """Every rule of docs/instrument.md 3.1 in words of Python, each threshold eased by `give` times the dimension's own error."""
    s = {d: float(score(sheet, d)) for d in DIMENSIONS if has_score(sheet, d)}
    e = {d: give * error(sheet, d) for d in s}
    high = {d for d in s if s[d] >= 62.5 - e[d]}
    upper = {d for d in s if s[d] >= 50 - e[d]}
    lower = {d for d in s if s[d] < 50 + e[d]}
    low = {d for d in s if s[d] < 37.5 + e[d]}
    rules = {
        "running_low": "spark" in high and "balance" in low,
        "in_tune": "alignment" in high and "spark" in high and "balance" in upper and "outlet" in upper,
        "outlet_outside": "alignment" in lower and "outlet" in high,
        "drifting": "alignment" in lower and "spark" in lower,
        "parked": "momentum" in low,
        "all_in": "alignment" in high and "outlet" in low,
    }
    return [name for name, holds in rules.items() if holds]


def pattern(sheet: Sheet) -> tuple[str, list[str], list[str]]:
    """Chosen, also, near."""
    if any(not has_score(sheet, d) for d in ("spark", "alignment", "momentum", "balance", "outlet")):
        return "incomplete", [], []
    exact = _rules(sheet, 0)
    near = [name for name in _rules(sheet, 1) if name not in exact]
    if not exact:
        return "steady", [], near
    return exact[0], exact[1:], near


def quadrant(sheet: Sheet) -> tuple[str, list[str]] | None:
    """Its name and the axes on which the place is near the line, or None."""
    if not has_score(sheet, "alignment") or not has_score(sheet, "outlet"):
        return None
    alignment, outlet = score(sheet, "alignment"), score(sheet, "outlet")
    near = [d for d in ("alignment", "outlet") if abs(score(sheet, d) - 50) < error(sheet, d)]
    if alignment >= 50:
        return ("both" if outlet >= 50 else "job_only"), near
    return ("outside_only" if outlet >= 50 else "neither"), near


def orientation(portraits: Mapping[str, int]) -> str | None:
    if len(portraits) < 3:
        return None
    job, career, calling = portraits["job"], portraits["career"], portraits["calling"]
    if job < 2 and career < 2 and calling < 2:
        return "unsettled"
    if job == career == calling:
        return "mixed"
    names = []
    if job >= career and job >= calling:
        names.append("job")
    if career >= job and career >= calling:
        names.append("career")
    if calling >= job and calling >= career:
        names.append("calling")
    return "+".join(names)


AREAS = ["career", "passions", "care", "rest"]


def shares(amounts: Mapping[str, int]) -> Points | None:
    total = sum(amounts.get(area, 0) for area in AREAS)
    if total == 0:
        return None
    return {area: Fraction(100 * amounts.get(area, 0), total) for area in AREAS}


def difference(one: Points | None, other: Points | None) -> Points | None:
    if one is None or other is None:
        return None
    return {area: one[area] - other[area] for area in AREAS}


def shift(gap: Points) -> Fraction:
    return sum((abs(points) for points in gap.values()), Fraction(0)) / 2


def size(shift: Fraction) -> str:
    if shift < 10:
        return "small"
    return "medium" if shift < 20 else "large"


def most_missed(gap: Points) -> str | None:
    most = max(gap.values())
    if most < 2.5:
        return None
    for area in ("rest", "passions", "care", "career"):
        if gap[area] == most:
            return area
    raise AssertionError("the largest gap belongs to some area")


def life_stage(stage_self: str | None, years: str | None, responsibilities: Sequence[str]) -> str | None:
    load = len({r for r in responsibilities if r != "none"})
    if stage_self in ("early", "mid", "later"):
        return stage_self
    if years in ("0-2", "3-7") and load <= 1:
        return "early"
    if years == "25+" or load >= 3:
        return "later"
    if years is not None:
        return "mid"
    return None


def heavy(sheet: Sheet) -> bool:
    """Whether the care note of docs/instrument.md 8.1 is shown."""
    very_low = [d for d in DIMENSIONS if has_score(sheet, d) and score(sheet, d) <= 20]
    tired = sheet.get("bal_energy") in (4, 5)
    several = len([d for d in ("spark", "purpose", "balance", "support") if d in very_low]) >= 2
    return ("balance" in very_low and tired) or several


def flags(sheet: Sheet, page_seconds: Sequence[float]) -> list[str]:
    """The four rules of docs/instrument.md 7.1 over raw answers in order of presentation."""
    answered: dict[str, int] = {}
    for statement, _, _ in STATEMENTS:
        answer = sheet.get(statement)
        if answer is not None and answer != "na":
            answered[statement] = answer
    raw = list(answered.values())
    found = []
    if len([seconds for seconds in page_seconds if seconds < 18]) >= 2:
        found.append("fast")
    if any(len(set(raw[start : start + 12])) == 1 for start in range(len(raw) - 11)):
        found.append("longstring")
    if len(raw) >= 27:
        mean = Fraction(sum(raw), len(raw))
        if sum((x - mean) ** 2 for x in raw) / (len(raw) - 1) < Fraction("0.25"):
            found.append("irv")
    gaps = []
    for a, b in OPPOSITES:
        if a in answered and b in answered:
            gaps.append(abs(answered[a] - (6 - answered[b])))
    if len(gaps) >= 5 and Fraction(sum(gaps), len(gaps)) >= Fraction("2.25"):
        found.append("inconsistent")
    return found
