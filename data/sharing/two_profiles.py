"""Two shared profiles side by side: two people who both want it, or one person then and now. Aligned by dimension, never by place."""

from dataclasses import dataclass

from data.content.language import Language
from data.instrument.instrument import load, versions
from data.profile import rules
from data.profile.findings import Change, Measured
from data.profile.rules import Rules
from data.profile.scoring import Score
from data.sharing.shared_profile import SharedProfile


@dataclass(frozen=True)
class Pair:
    """One dimension of both; a score that one of them does not show is None, and then nothing is said about a difference."""

    dimension: str
    name: str
    one: Score | None
    other: Score | None
    # The other less the one, where it exceeds the uncertainty of both together (95%); None where nothing can be said.
    difference: Change | None


@dataclass(frozen=True)
class SideBySide:
    """Every dimension that either shows, in the instrument's order. Different versions are drawn but never compared."""

    pairs: tuple[Pair, ...]
    # By whose rules both are spoken of: those of the newer version.
    rules: Rules
    # The one that comes from older statements; None where both are of one version.
    older: SharedProfile | None = None

    @property
    def comparable(self) -> bool:
        return self.older is None

    @property
    def apart(self) -> tuple[Pair, ...]:
        """The dimensions whose difference is more than wobble; often none."""
        return tuple(pair for pair in self.pairs if pair.difference is not None)


def compare(one: SharedProfile, other: SharedProfile, language: Language) -> SideBySide:
    """Both profiles, aligned; which of the two links was opened first changes only the sign of a difference."""
    older, newer = sorted((one, other), key=lambda shown: versions().index(shown.instrument))
    by, comparable = rules.of(load(newer.instrument, language)), one.instrument == other.instrument
    first, second = one.known_scores, other.known_scores
    names = {dimension.id: dimension.name for shown in (other, one) for dimension in load(shown.instrument, language).dimensions}
    shown = [dimension for dimension in names if dimension in first or dimension in second]
    apart = by.apart(Measured(first, one.norms), Measured(second, other.norms)) if comparable else {}
    pairs = (Pair(id, names[id], first.get(id), second.get(id), apart.get(id)) for id in shown)
    return SideBySide(tuple(pairs), by, None if comparable else older)
