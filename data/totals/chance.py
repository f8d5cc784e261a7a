"""How far a published percentage may lie off by chance alone, told from nothing but the band of sizes that is published with it. Pure."""

import math

# Of the normal distribution, for 19 of 20 cases.
_Z = 1.96


def reach_of_percentages(band: str) -> int:
    """Points either way, for the fewest people of the band and the least sure percentage, which is 50."""
    people = int(band.partition("-")[0].rstrip("+"))
    return math.ceil(100 * _Z * 0.5 / math.sqrt(people))
