from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.groups.everyone import bundle

NETWORKS = st.lists(st.sampled_from([b"", b"a", b"b", b"c", b"d"]), max_size=60)


@pytest.mark.parametrize(("counted", "fewest"), [(0, 30), (300, 30), (301, 31), (1_000, 100), (2_000, 200), (90_000, 200)])
def test_a_bundle_is_thirty_or_a_tenth_of_everyone_and_never_more_than_two_hundred(counted: int, fewest: int) -> None:
    assert bundle.fewest(counted) == fewest


@given(NETWORKS, st.integers(0, 50))
def test_of_one_network_comes_a_third_at_most_and_whoever_has_none_always_comes(networks: list[bytes], others: int) -> None:
    kept = bundle.apart(networks, others)

    sizes = Counter(networks[place] for place in kept)
    assert sizes[b""] == networks.count(b"")
    assert all(3 * people <= len(kept) + others for network, people in sizes.items() if network)


@given(NETWORKS, st.integers(0, 50))
def test_nobody_waits_whose_network_has_room(networks: list[bytes], others: int) -> None:
    kept = bundle.apart(networks, others)
    sizes = Counter(networks[place] for place in kept)

    most = max((people for network, people in sizes.items() if network), default=0)
    assert all(people == sizes[network] or sizes[network] == most for network, people in Counter(networks).items() if network)
