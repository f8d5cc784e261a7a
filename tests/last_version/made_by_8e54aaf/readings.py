"""What 8e54aaf reads from its own database, as plain values for a JSON file. Runs in a checkout of that commit alone."""

from collections.abc import Mapping
from typing import Any

from data import guidance, history, joining, publishing, records, shares, teams
from data.advice import Stage
from data.coarsening import Share
from data.profile import Profile
from data.published import Outcome, Withheld
from data.record import Record
from data.sealing import Kind
from data.store import Store
from data.teams import TeamKeys
from world import KEPT_UNTIL, SHARED, World

Plain = dict[str, Any]

# Of these only what became of their answers is read.
CROWD = ("waits", "guest")


def everything(store: Store, world: World) -> Plain:
    """All that people and teams can open with their keys, and what is shown to everybody."""
    return {
        "migrations": [name for (name,) in store.read("SELECT name FROM migration ORDER BY name")],
        "people": {name: person(store, key) for name, key in world.people.items() if not name.startswith(CROWD)},
        "crowd": {
            name: {"key": key, "standings": standings(store, _record(store, key))}
            for name, key in world.people.items()
            if name.startswith(CROWD)
        },
        "shares": {share.label: shared(store, share.key) for share in _record(store, world.people["journal"]).shares},
        "teams": {name: team(store, keys) for name, keys in world.teams.items()},
        "totals": totals(store),
        "reliability": reliability(store),
        "cohorts": counted(store, "SELECT CAST(sealed_on AS VARCHAR), stage, people, in_totals FROM cohort ORDER BY cohort_id"),
        "waiting": waiting(store),
    }


def _record(store: Store, key: str) -> Record:
    record = records.read(store, key, keep_until=KEPT_UNTIL)
    assert record
    return record


def person(store: Store, key: str) -> Plain:
    record = _record(store, key)
    # Whether somebody may be counted in a team was stored but never acted on.
    return {
        "key": key,
        "record": record.model_dump(mode="json", exclude={"consents": {"count_in_team"}}),
        "results": [result(found) for found in history.profiles(record)],
        "retake": retake(record),
        "standings": standings(store, record),
    }


def result(found: Profile) -> Plain:
    rules, answers = found.instrument, found.answers
    stage = guidance.stage(answers.life_stage)
    return {
        "taken_on": str(found.result.taken_on),
        "scores": {
            score.dimension: [near(score.value), score.level, near(score.band80), near(score.band95), score.neighbours]
            for score in found.scores.values()
        },
        "overall": found.overall and found.overall.shown,
        "strongest": found.strongest,
        "lowest": found.lowest,
        "pattern": [found.pattern.chosen.title, found.pattern.chosen.text, found.pattern.rule],
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
    if isinstance(value, tuple):
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


def standings(store: Store, record: Record) -> list[list[Any]]:
    return [[standing.state, standing.in_round, str(standing.contribution.joined_on)] for standing in joining.standings(store, record)]


def shared(store: Store, key: str) -> Plain:
    return {"key": key, "shown": shares.read(store, key, SHARED).model_dump(mode="json")}


def team(store: Store, keys: TeamKeys) -> Plain:
    invited, seen = teams.invitation(store, keys.join), publishing.round_insights(store, keys.insights)
    given = {Kind.JOIN: keys.join, Kind.INSIGHTS: keys.insights, Kind.MANAGE: keys.manage}
    assert [teams.kind_of(store, key) for key in given.values()] == list(given)
    newest = invited.round
    return {
        "keys": given,
        "name": invited.team.name,
        "newest": [
            newest.number,
            newest.instrument,
            str(newest.opened_on),
            str(newest.closes_on),
            newest.closed_on and str(newest.closed_on),
        ],
        "insights": {
            "whole": outcome(seen.whole),
            "stages": {stage: outcome(found) for stage, found in seen.stages.items()},
            "differences": seen.differences,
        },
    }


def totals(store: Store) -> Plain:
    """What is published of everyone and of each life stage; `asked` where a stage had too few people."""
    compared = {stage: publishing.stage(store, stage) for stage in Stage}
    found = {stage: {"asked": one.asked} if one.asked else outcome(one.shown) for stage, one in compared.items()}
    of_each = "SELECT total, sum(people)::INTEGER FROM total_count WHERE measure = 'stage' GROUP BY total ORDER BY total"
    return {"everyone": outcome(publishing.everyone(store)), **found, "people": dict(counted(store, of_each))}


def outcome(found: Outcome) -> Plain:
    """Everything but the ranks that percentiles are read from."""
    if isinstance(found, Withheld):
        return {"withheld": found.reason}
    return {
        "people": found.n_band,
        "means": found.means,
        "levels": {dimension: percentages(levels) for dimension, levels in found.levels.items()},
        "orientations": percentages(found.orientations),
        "obstacles": percentages(found.obstacles),
        "bars": {dimension: [[bar.low, bar.high, percentage(bar.share)] for bar in bars] for dimension, bars in found.bars.items()},
        "statements": {statement: percentages(sides) for statement, sides in found.statements.items()},
        "agreement": found.agreement,
        "quadrants": percentages(found.quadrants),
        "patterns": percentages(found.patterns),
        "week": found.week,
    }


def percentages(shares: Mapping[str, Share]) -> dict[str, str]:
    return {name: percentage(share) for name, share in shares.items()}


def percentage(share: Share) -> str:
    return f"{share.bound} {share.points}"


def reliability(store: Store) -> Plain:
    found = publishing.reliability(store)
    assert not isinstance(found, Withheld)
    return {
        "people": found.people,
        "alphas": {dimension: alpha.value for dimension, alpha in found.alphas.items()},
        "gaps": {statement: [percentage(gaps.skipped), percentage(gaps.does_not_apply)] for statement, gaps in found.gaps.items()},
        "hurried": percentage(found.hurried),
        "minutes": found.minutes,
    }


def waiting(store: Store) -> list[list[Any]]:
    """How many rows wait: in rounds, then among everyone."""
    return counted(store, "SELECT round_id IS NOT NULL, count(*) FROM pending GROUP BY 1 ORDER BY 1 DESC")


def counted(store: Store, sql: str) -> list[list[Any]]:
    return [list(row) for row in store.read(sql)]
