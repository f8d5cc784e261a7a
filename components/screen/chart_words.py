"""What a chart of scores is told in words, besides its numbers."""

from components.charts.theme import Cuts
from components.session import resources
from data.instrument.instrument import Instrument


def cuts(rules: Instrument) -> Cuts:
    """Where the levels of these rules meet, and what stands there on an axis."""
    words, found = resources.wording().profile, rules.scoring.cuts
    return Cuts(found.low, found.high, words.cut_low, words.cut_high)
