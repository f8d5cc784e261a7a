"""What a chart of scores is told in words, besides its numbers."""

from components.charts.theme import Cuts
from components.charts.zones import Zones
from components.session import resources
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level


def cuts(rules: Instrument) -> Cuts:
    """Where the levels of these rules meet, and what stands there on an axis."""
    words, found = resources.wording().profile, rules.scoring.cuts
    return Cuts(found.low, found.high, words.cut_low, words.cut_high)


def zones(rules: Instrument) -> Zones:
    """The three levels of these rules, by their names."""
    name, found = rules.notes.level.name, rules.scoring.cuts
    return Zones(found.low, found.high, (name(Level.LOW), name(Level.MID), name(Level.HIGH)))
