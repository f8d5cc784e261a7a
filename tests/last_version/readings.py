"""What the present code reads from a database, in the plain values that the last version wrote down of its own."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.groups import contribution_store, team_store
from data.instrument.advice import Stage
from data.profile import guidance, history, pattern_rules
from data.profile.profile import Profile
from data.record import record_store
from data.record.record import Record
from data.sharing import viewer_link_store
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Insights, Outcome, Percentage, Withheld
from data.totals.reliability.shown import Reliability

RK_1_0 = "rk-1.0"
KEPT_UNTIL = date(2027, 11, 20)
# On which both links were made, and open.
SHARED = date(2026, 11, 10)

# The coarsest steps of percentages then and now, and of means now; means were told to the point.
_BEFORE, _NOW, _MEAN = 10, 20, 5

Plain = dict[str, Any]


def plain(value: object) -> Any:
    """As it comes back from JSON: tuples as lists, names as text."""
    return json.loads(json.dumps(value))


def kept_of(before: Any, now: Any) -> Any:
    """Of what is there now, the part that was there before: later versions may remember more about anything."""
    if isinstance(before, dict) and isinstance(now, dict):
        return {name: kept_of(value, now[name]) for name, value in before.items() if name in now}
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [kept_of(*pair) for pair in zip(before, now, strict=True)]
    return now


def as_told_now(before: Any, now: Any) -> Any:
    """What was told before, and for each figure the one of now if it may tell of the same people: it is coarser (docs/anonymity.md 3.5)."""
    if isinstance(before, dict) and isinstance(now, dict):
        return {name: as_told_now(value, now.get(name)) for name, value in before.items()}
    if _is_mean(before) and _is_mean(now):
        return now if _within(before, now) else before
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [as_told_now(*pair) for pair in zip(before, now, strict=True)]
    return now if _meet(_people(before, _BEFORE / 2), _people(now, _NOW / 2)) else before


def still_told(before: Any) -> Any:
    """What was told of rounds, without bars and how many are in the middle, which no round tells any more (docs/anonymity.md 5.8)."""
    if not isinstance(before, dict):
        return before
    if "levels" not in before:
        return {name: still_told(value) for name, value in before.items()}
    ends = {area: {level: said for level, said in levels.items() if level != "mid"} for area, levels in before["levels"].items()}
    return before | {"levels": ends, "bars": {}}


def _is_mean(told: Any) -> bool:
    return isinstance(told, list) and len(told) == 3 and all(isinstance(one, int) for one in told)


def _within(before: list[int], now: list[int]) -> bool:
    """Whether a mean lies in the same place, with an interval that is as wide or wider."""
    slack = _MEAN / 2 + 0.5
    return abs(before[0] - now[0]) <= slack and now[1] <= before[1] + slack and now[2] >= before[2] - slack


def _people(told: Any, half_a_step: float) -> tuple[float, float] | None:
    """Between which percentages words as "about 20" lie; nothing for other words."""
    bound, _, points = told.rpartition(" ") if isinstance(told, str) else ("", "", "")
    if bound == "about":
        return int(points) - half_a_step, int(points) + half_a_step
    return {"at most": (0, int(points)), "at least": (int(points), 100)}.get(bound) if bound and points.isdigit() else None


def _meet(before: tuple[float, float] | None, now: tuple[float, float] | None) -> bool:
    return before is not None and now is not None and before[0] <= now[1] and now[0] <= before[1]


def record_of(store: Store, key: str) -> Record:
    record = record_store.read(store, key, keep_until=KEPT_UNTIL)
    assert record
    return record


def result(found: Profile) -> Plain:
    rules, scores = found.instrument, found.scores.values()
    stage = guidance.stage(found.answers.life_stage)
    return {
        "taken_on": str(found.result.taken_on),
        "scores": {s.dimension: [near(s.value), s.level, near(s.band80), near(s.band95), s.neighbours] for s in scores},
        "overall": found.overall and found.overall.shown,
        "strongest": found.strongest,
        "lowest": found.lowest,
        "pattern": [found.pattern.chosen.title, found.pattern.chosen.text, pattern_rules.in_words(rules, found.pattern.chosen)],
        "also": [pattern.title for pattern in found.pattern.also],
        "near": [pattern.title for pattern in found.pattern.near],
        "orientation": found.orientation and guidance.orientation_name(rules, found.orientation),
        "place": found.place and [found.place.quadrant, found.place.near_line],
        "week": [near(found.week.now), near(found.week.wish), near(found.week.energy), found.week.most_missed],
        "shift": guidance.shift_sentence(rules, found.week),
        "drift": found.drift,
        "care": found.care and found.care.words.text,
        "steps": [
            [step.dimension, *(action.id for action in (*step.actions, *step.neighbouring)), step.for_stage and step.for_stage.id]
            for step in guidance.next_steps(rules, found.scores, stage)
        ],
    }


def near(value: Any) -> Any:
    """Numbers to six decimals: their last bit is no promise."""
    if isinstance(value, Mapping):
        return {name: near(one) for name, one in value.items()}
    if isinstance(value, Sequence):
        return [near(one) for one in value]
    return value if value is None else round(value, 6)


def retake(record: Record) -> Plain | None:
    compared = history.last_two(history.profiles(record))
    if compared is None:
        return None
    return {
        "statements": [[one.name, one.before, one.after, one.words] for one in compared.statements or ()],
        "headline": [one.name for one in compared.headline],
    }


def standings(store: Store, record: Record) -> list[list[object]]:
    return [
        [standing.state, standing.in_round, str(standing.contribution.joined_on)]
        for standing in contribution_store.standings(store, record)
    ]


def shared(store: Store, key: str) -> Plain:
    return viewer_link_store.read(store, key, SHARED).model_dump(mode="json")


def newest_round(store: Store, join_key: str) -> list[object]:
    newest = team_store.invitation(store, join_key).round
    return [newest.number, newest.instrument, str(newest.opened_on), str(newest.closes_on), newest.closed_on and str(newest.closed_on)]


# Half of a step of a mean of fewer than 50, and half a point that it was off before.
_COARSER = 3


def insights(found: Insights) -> Plain:
    return {
        "whole": outcome(found.whole),
        "stages": {stage: outcome(of_stage) for stage, of_stage in found.stages.items()},
        "differences": found.standing_out.differences,
    }


def agree(found: Any, before: Any) -> bool:
    """Whether two outcomes say the same: what is rounded more coarsely now is near what it was, of everyone only how scores lie is left."""
    if "withheld" in before:
        return bool(found == before)
    means = {area: (mean[0], before["means"][area][0]) for area, mean in found["means"].items()}
    parts = [part for part in before if part not in ("means", "people") and found[part]]
    return (
        found["people"] == before["people"]
        and all(abs(now - then) <= _COARSER for now, then in means.values())
        and all(found[part].keys() == before[part].keys() for part in parts)
        and bool(found["bars"]) == bool(before["bars"])
    )


def everyone(store: Store) -> Plain:
    return outcome(publishing.reference_group(store, RK_1_0))


def stages(store: Store) -> Plain:
    """By life stage; only the name where there are too few people of it."""
    compared = {stage: publishing.stage_group(store, stage, RK_1_0) for stage in Stage}
    return {stage: {"asked": found.asked} if found.asked else outcome(found.shown) for stage, found in compared.items()}


def outcome(found: Outcome) -> Plain:
    """Everything but the ranks that percentiles are read from, which are given from 200 people on now."""
    if isinstance(found, Withheld):
        return {"withheld": found.reason}
    return {
        "people": found.n_band,
        "means": found.means,
        "levels": {dimension: percentages(levels) for dimension, levels in found.levels.items()},
        "orientations": percentages(found.orientations),
        "obstacles": percentages(found.obstacles),
        "bars": {dimension: [[bar.low, bar.high, percentage(bar.percentage)] for bar in bars] for dimension, bars in found.bars.items()},
        "statements": {statement: percentages(sides) for statement, sides in found.statements.items()},
        "agreement": found.agreement,
        "quadrants": percentages(found.quadrants),
        "patterns": percentages(found.patterns),
        "week": found.week,
    }


def percentages(found: Mapping[Any, Percentage]) -> dict[str, str]:
    return {str(name): percentage(one) for name, one in found.items()}


def percentage(found: Percentage) -> str:
    return f"{found.bound} {found.points}"


def gaps(found: Reliability) -> dict[str, list[str]]:
    return {statement: [percentage(one.skipped), percentage(one.does_not_apply)] for statement, one in found.gaps.items()}


def people(store: Store) -> dict[str, int]:
    """How many each total holds, exactly."""
    return dict(store.read("SELECT total, sum(people)::INTEGER FROM total_count WHERE measure = 'stage' GROUP BY total"))


def waiting(store: Store) -> list[list[object]]:
    """How many rows wait: in rounds, then among everyone."""
    return [list(row) for row in store.read("SELECT round_id IS NOT NULL, count(*) FROM pending GROUP BY 1 ORDER BY 1 DESC")]


def cohorts(store: Store) -> list[list[object]]:
    rows = store.read("SELECT CAST(mixed_on AS VARCHAR), stage, people, in_totals FROM cohort ORDER BY cohort_id")
    return [list(row) for row in rows]
