"""What insights say of a team beside everyone: what differs, and how alike the team is (docs/instrument.md 6.5, docs/rk11.md 3.2)."""

from collections.abc import Iterable, Iterator

from components.insights.section import Part, Shown, dimensions, with_names
from components.session import resources
from data.instrument.instrument import Instrument
from data.instrument.rk_1_1 import TeamWords
from data.profile import rules as versions
from data.totals.published import Alike, StandingOut


def differs(of: Shown) -> bool:
    """Whether anything may be said of both groups' means."""
    out = of.insights.standing_out
    return bool(out.differences or (versions.of(of.rules).team_words and out.no_difference))


def differences(of: Shown) -> Iterator[Part]:
    """Where the team's means lie elsewhere than everyone's."""
    out, rules, own = of.insights.standing_out, of.rules, versions.of(of.rules).team_words
    yield _part(_second_lines(out, own, rules) if own else _first_lines(out, rules))


def is_alike(of: Shown) -> bool:
    """Whether anything may be said of how far apart both groups are."""
    return bool(versions.of(of.rules).team_words and of.insights.standing_out.alike)


def alike(of: Shown) -> Iterator[Part]:
    """How far apart the team is, in the phrases of the manual."""
    out, rules, own = of.insights.standing_out, of.rules, versions.of(of.rules).team_words
    if own:
        yield _alike(out, own, rules)


def _part(lines: Iterable[str]) -> Part:
    words = resources.group_words().insights
    return Part("differences", words.differences_title, words.differences_lead, lines=tuple(lines))


def _first_lines(out: StandingOut, rules: Instrument) -> Iterator[str]:
    words = resources.group_words().insights
    for id, points in out.differences.items():
        yield (words.difference_more if points > 0 else words.difference_less).format(name=rules.names((id,)), points=abs(points))


def _second_lines(out: StandingOut, own: TeamWords, rules: Instrument) -> Iterator[str]:
    words = resources.group_words().insights
    for id, points in out.differences.items():
        yield (words.others_more if points > 0 else words.others_less).format(name=rules.names((id,)), points=abs(points))
    if out.no_difference:
        yield words.said_of.format(names=rules.names(out.no_difference), said=own.no_difference)


def _alike(out: StandingOut, own: TeamWords, rules: Instrument) -> Part:
    words = resources.group_words().insights
    said = {Alike.CLOSER: own.closer, Alike.FURTHER: own.further, Alike.LIKE_EVERYONE: own.like_everyone}
    named = {alike: dimensions(rules, (id for id, found in out.alike.items() if found is alike)) for alike in said}
    lines = tuple(words.said_of.format(names=", ".join(names), said=said[alike]) for alike, names in named.items() if names)
    unlike = with_names(words.alike_unlike, (*named[Alike.CLOSER], *named[Alike.FURTHER]))
    return Part("alike", words.alike_title, unlike or words.alike_lead, lines=lines, caption=words.alike_caption)
