"""How many random worlds an attack lives through: some of them whenever tests run, and as many as are asked for by `make worlds`."""

import os

WORLDS = int(os.environ.get("WORLDS", "200"))
_TOGETHER = 50


def lots() -> list[range]:
    """All of them in lots, which processes share out among themselves."""
    return [range(first, min(first + _TOGETHER, WORLDS)) for first in range(0, WORLDS, _TOGETHER)]
