"""The rules of rk-1.1 as its manual words them, slow and plain. They and the code can disagree."""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any, NamedTuple, TypeAlias

from data.instrument.answers import Answer

Sheet: TypeAlias = Mapping[str, Answer]
Found: TypeAlias = dict[str, Any]

# Statement, dimension and key, in the order of presentation; ten to a page.
STATEMENTS = [
    ("align_vehicle", "alignment", "+"), ("purpose_legacy", "purpose", "+"),
    ("align_wasted", "alignment", "R"), ("align_values", "alignment", "+"),
    ("purpose_point", "purpose", "R"), ("align_strengths", "alignment", "+"),
    ("purpose_unseen", "purpose", "R"), ("align_against", "alignment", "R"),
    ("purpose_drive", "purpose", "+"), ("align_away", "alignment", "R"),
    ("spark_moments", "spark", "+"), ("growth_old_ways", "growth", "R"),
    ("spark_end", "spark", "R"), ("growth_risk", "growth", "+"),
    ("spark_dull", "spark", "R"), ("growth_learn", "growth", "+"),
    ("spark_forward", "spark", "+"), ("spark_motions", "spark", "R"),
    ("growth_stop", "growth", "R"), ("spark_savour", "spark", "+"),
    ("mom_skills", "momentum", "+"), ("sup_alone", "support", "R"),
    ("mom_name", "momentum", "+"), ("mom_path", "momentum", "+"),
    ("sup_advice", "support", "R"), ("mom_luck", "momentum", "R"),
    ("sup_circle", "support", "+"), ("mom_still", "momentum", "R"),
    ("sup_peers", "support", "+"), ("mom_stuck", "momentum", "R"),
    ("bal_care", "balance", "+"), ("out_wait", "outlet", "R"),
    ("bal_switch", "balance", "+"), ("bal_first", "balance", "+"),
    ("out_little", "outlet", "R"), ("bal_stress", "balance", "R"),
    ("out_goal", "outlet", "+"), ("bal_spill", "balance", "R"),
    ("out_time", "outlet", "+"), ("bal_energy", "balance", "R"),
]  # fmt: skip

DIMENSIONS = ["spark", "purpose", "alignment", "momentum", "growth", "balance", "outlet", "support"]
PAGES = ["job-and-work", "drive", "path", "balance"]
ORDER = [statement for statement, _, _ in STATEMENTS]
ITEMS = {d: [(s, key == "R") for s, dimension, key in STATEMENTS if dimension == d] for d in DIMENSIONS}
Z80, Z95 = 1.2815515655446004, 1.959963984540054
# What is equal on paper may differ in the last bits.
EPS = 1e-9


class Norm(NamedTuple):
    mean: float
    sd: float
    r: float


Norms: TypeAlias = Mapping[str, Norm]
ASSUMED: Norms = dict.fromkeys(DIMENSIONS, Norm(60, 20, 0.35))

# Order, and each condition: dimension, whether at least or below, cut.
PATTERNS: dict[str, list[tuple[str, str, float]]] = {
    "running_low": [("spark", ">=", 62.5), ("balance", "<", 37.5)],
    "in_tune": [("alignment", ">=", 62.5), ("spark", ">=", 62.5), ("balance", ">=", 50), ("outlet", ">=", 50)],
    "outlet_outside": [("alignment", "<", 50), ("outlet", ">=", 62.5)],
    "drifting": [("alignment", "<", 43.75), ("spark", "<", 43.75)],
    "parked": [("momentum", "<", 37.5)],
    "all_in": [("alignment", ">=", 62.5), ("outlet", "<", 37.5)],
}
STARTS = {
    "running_low": "balance",
    "in_tune": "alignment",
    "outlet_outside": "outlet",
    "drifting": "alignment",
    "parked": "momentum",
    "all_in": "outlet",
}
CONTRADICTORY = [
    {"running_low", "in_tune"}, {"running_low", "drifting"}, {"in_tune", "outlet_outside"}, {"in_tune", "drifting"}, {"in_tune", "all_in"},
    {"outlet_outside", "all_in"}, {"drifting", "all_in"},
]  # fmt: skip


def rated(sheet: Sheet, statement: str) -> int | None:
    answer = sheet.get(statement)
    return None if answer is None or answer == "na" else answer


def halves(sheet: Sheet, dimension: str) -> tuple[list[int], list[int]]:
    """Raw answers to the forward and to the reversed statements."""
    forward = [x for s, reverse in ITEMS[dimension] if not reverse and (x := rated(sheet, s)) is not None]
    return forward, [x for s, reverse in ITEMS[dimension] if reverse and (x := rated(sheet, s)) is not None]


def level(value: float) -> str:
    return "low" if value < 37.5 else "high" if value >= 62.5 else "mid"


def band(value: float, expected: float, sem: float, rho: float, z: float) -> tuple[float, float]:
    e = z * sem * math.sqrt(rho)
    return max(0.0, min(value - z * sem, expected - e)), min(100.0, max(value + z * sem, expected + e))


def score(sheet: Sheet, norms: Norms = ASSUMED) -> dict[str, Found]:
    """Only the dimensions that have a score."""
    return {d: found for d in DIMENSIONS if (found := _score(d, *halves(sheet, d), norms[d]))}


def _score(dimension: str, forward: list[int], turned: list[int], norm: Norm) -> Found | None:
    a, b = len(forward), len(turned)
    if a + b < {4: 3, 6: 5}[len(ITEMS[dimension])]:
        return None
    value = 100 * (sum(x - 1 for x in forward) * b + sum(5 - x for x in turned) * a) / (8 * a * b)
    n = 4 * a * b / (a + b)
    rho = n * norm.r / (1 + (n - 1) * norm.r)
    sem, expected = norm.sd * math.sqrt(1 - rho), norm.mean + rho * (value - norm.mean)
    lines = ((37.5, "low", "mid"), (62.5, "mid", "high"))
    close = [above if value < cut else below for cut, below, above in lines if abs(value - cut) < 0.5 * sem - EPS]
    bands = {"band80": band(value, expected, sem, rho, Z80), "band95": band(value, expected, sem, rho, Z95)}
    return {"n": a + b, "S": value, "level": level(value), "close": close, "rho": rho, "sem": sem, **bands}


def from_the_rest(scores: Mapping[str, Found]) -> dict[str, float]:
    z = {}
    for d in scores:
        others = [scores[o] for o in scores if o != d]
        spread = math.sqrt(scores[d]["sem"] ** 2 + sum(o["sem"] ** 2 for o in others) / len(others) ** 2)
        z[d] = (scores[d]["S"] - fmean(o["S"] for o in others)) / spread
    return z


def most(z: Mapping[str, float], cut: float, sign: int) -> list[str]:
    return sorted((d for d in z if sign * z[d] >= cut - EPS), key=lambda d: round(-sign * z[d], 9))[:3]


def stands_out(scores: Mapping[str, Found]) -> tuple[list[str], list[str], list[str]]:
    """Higher, lower, and the titles of the boxes that are drawn."""
    z = from_the_rest(scores) if len(scores) >= 4 else {}
    up, down = most(z, 1.28, 1), most(z, 1.28, -1)
    titles = (["Strongest" if all(scores[d]["S"] >= 50 for d in up) else "Higher than the rest"] if up else []) + (
        ["Could use attention" if all(scores[d]["S"] < 62.5 for d in down) else "Lower than the rest"] if down else []
    )
    return up, down, titles


def quadrant(scores: Mapping[str, Found]) -> str | None:
    """The corner, the two that it lies between, or "middle"."""
    if "alignment" not in scores or "outlet" not in scores:
        return None
    names = {(True, True): "both", (True, False): "job_only", (False, True): "outside_only", (False, False): "neither"}
    job, outside = scores["alignment"], scores["outlet"]
    corner = (job["S"] >= 50, outside["S"] >= 50)
    across, up = (abs(one["S"] - 50) < one["sem"] - EPS for one in (job, outside))
    if across and up:
        return "middle"
    if across or up:
        return f"{names[corner]}/{names[corner[0] != across, corner[1] != up]}"
    return names[corner]


def pattern(scores: Mapping[str, Found]) -> tuple[list[str], list[str]]:
    """The names, one or two, and those that fit as well."""
    if any(d not in scores for d in ("spark", "alignment", "momentum", "balance", "outlet")):
        return ["incomplete"], []
    margins: dict[str, float] = {}
    holding = []
    for id, conditions in PATTERNS.items():
        apart = [(scores[d]["S"] - cut if sign == ">=" else cut - scores[d]["S"], scores[d]["sem"]) for d, sign, cut in conditions]
        margins[id] = min(points / sem for points, sem in apart)
        if all(scores[d]["S"] >= cut if sign == ">=" else scores[d]["S"] < cut for d, sign, cut in conditions):
            holding.append(id)
    sure = [id for id in PATTERNS if margins[id] >= 1 - EPS]
    if sure:
        return sure[:1], sure[1:2]
    one = max(holding, key=lambda id: round(margins[id], 9), default="steady")
    others = {id: margins[id] for id in PATTERNS if id != one and {id, one} not in CONTRADICTORY}
    if one != "steady":
        others["steady"] = -max(margins.values())
    other = max(others, key=lambda id: round(others[id], 9))
    return ([one] if one == "steady" and others[other] <= -0.5 + EPS else [one, other]), []


def next_steps(scores: Mapping[str, Found], picked: Sequence[str]) -> list[str]:
    start = [STARTS[id] for id in pattern(scores)[0][:1] if id in STARTS]
    own = [d for d in picked if d in scores and d not in start]
    suggested = [d for d in dict.fromkeys(start + stands_out(scores)[1]) if d not in own]
    return (suggested[: max(len(start), 3 - len(own))] + own)[:3]


def drift(sheet: Sheet, scores: Mapping[str, Found], *, new_role: bool) -> str | None:
    if (rated(sheet, "align_away") or 0) < 4 or ("alignment" in scores and scores["alignment"]["S"] >= 50):
        return None
    return "after_new_role" if new_role else "plain"


def heavy(sheet: Sheet, scores: Mapping[str, Found]) -> bool:
    low = {d for d in scores if scores[d]["S"] <= 20}
    return ("balance" in low and (rated(sheet, "bal_energy") or 0) >= 4) or len(low & {"spark", "purpose", "balance", "support"}) >= 2


def scatter(sheet: Sheet) -> tuple[float, float] | None:
    rows = [(f, r) for d in DIMENSIONS for f, r in [halves(sheet, d)] if f and r and len(f) + len(r) >= 3]
    if len(rows) < 6:
        return None
    a = fmean((fmean(f) + fmean(r)) / 2 for f, r in rows) - 3
    keyed = [[x - a for x in f] + [6 - (x - a) for x in r] for f, r in rows]
    return a, fmean(sum((x - fmean(y)) ** 2 for x in y) / (len(y) - 1) for y in keyed)


def repeats(sheet: Sheet) -> float | None:
    best = []
    for distance in range(2, 9):
        two = [(rated(sheet, i), rated(sheet, j)) for i, j in zip(ORDER, ORDER[distance:], strict=False)]
        pairs = [(x, y) for x, y in two if x is not None and y is not None]
        best += [sum(x == y for x, y in pairs) / len(pairs)] if len(pairs) >= 20 else []
    return max(best, default=None)


def signs(sheet: Sheet, seconds: Mapping[str, float]) -> tuple[list[str], bool]:
    """The signs, and whether totals leave the sheet out."""
    fast = same = 0
    for number, page in enumerate(PAGES):
        given = [x for s in ORDER[10 * number : 10 * number + 10] if (x := rated(sheet, s)) is not None]
        fast += page in seconds and len(given) >= 5 and seconds[page] < 2 * len(given)
        same = max([same] + [given.count(v) for v in range(1, 6)])
    found = scatter(sheet)
    w = found[1] if found else 0.0
    on = {"fast": fast >= 2, "scattered": w >= 1.5 - EPS, "same_page": same >= 9, "repeating": (repeats(sheet) or 0) >= 0.8 - EPS}
    shown = [sign for sign, there in on.items() if there]
    return shown, len(shown) + (w >= 1.7 - EPS) >= 2


def retake(first: Sheet, second: Sheet, norms: tuple[Norms, Norms], worked: str | None = None) -> Found:
    """z is the smaller of what the norms of either result give. The area worked on has a line of its own."""
    pairs = [(score(first, n), score(second, n)) for n in norms]
    a, b = pairs[0]
    shared = [d for d in DIMENSIONS if d in a and d in b]
    z = {d: min(((y[d]["S"] - x[d]["S"]) / math.hypot(x[d]["sem"], y[d]["sem"]) for x, y in pairs), key=abs) for d in shared}
    every = None
    if len(shared) >= 6:
        both = [(sum(y[d]["S"] - x[d]["S"] for d in shared), sum(x[d]["sem"] ** 2 + y[d]["sem"] ** 2 for d in shared)) for x, y in pairs]
        every = min((points / math.sqrt(variance) for points, variance in both), key=abs)
    named = [d for d in shared if d != worked and abs(z[d]) >= 2.95 - EPS]
    return {"z": z, "z_all": every, "named": named, "worked": _worked(pairs, norms, worked) if worked and worked in shared else None}


def _worked(pairs: list[tuple[dict[str, Found], dict[str, Found]]], norms: tuple[Norms, Norms], worked: str) -> tuple[float, float, str]:
    found = []
    for (x, y), n in zip(pairs, norms, strict=True):
        r = math.sqrt(x[worked]["rho"] * y[worked]["rho"])
        expected = n[worked].mean + r * (x[worked]["S"] - n[worked].mean)
        found.append(((y[worked]["S"] - expected) / (n[worked].sd * math.sqrt(1 - r * r)), expected))
    z, expected = min(found, key=lambda q: abs(q[0])) if found[0][0] * found[1][0] > 0 else (0.0, found[1][1])
    return z, expected, "higher" if z >= 1.96 - EPS else "lower" if z <= EPS - 1.96 else "as_expected"
