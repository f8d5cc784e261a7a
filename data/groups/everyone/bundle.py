"""Who is mixed among everyone together: many, and few of one network, so that nobody chooses the company (docs/anonymity.md 2.3). Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from data.privacy_limits import BUNDLE_FLOOR, BUNDLE_MOST_NEEDED

# Of a bundle, at most a third is of one network; and it is a tenth of everyone at least.
_OF_ONE_NETWORK, _OF_EVERYONE = 3, 10


def fewest(counted: int) -> int:
    """The fewest people of a bundle where so many were counted before."""
    return max(BUNDLE_FLOOR, min(BUNDLE_MOST_NEEDED, -(-counted // _OF_EVERYONE)))


def apart(networks: Sequence[bytes], others: int) -> list[int]:
    """The places of those who may be mixed together with so many others; the rest, of networks that are too many, wait.

    Of whom no network is known, each is as if of one of their own. The first of the given order come first.
    """
    sizes, alone = Counter(networks), others + networks.count(b"")
    del sizes[b""]
    most, before = max(sizes.values(), default=0), -1
    while most != before:
        before, most = most, min(most, (alone + sum(min(of, most) for of in sizes.values())) // _OF_ONE_NETWORK)
    return list(_up_to(most, networks))


def _up_to(most: int, networks: Sequence[bytes]) -> Iterator[int]:
    taken: Counter[bytes] = Counter()
    for place, network in enumerate(networks):
        taken[network] += 1
        if not network or taken[network] <= most:
            yield place
