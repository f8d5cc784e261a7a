from collections.abc import Iterator

import pytest

from tests.server.forks import Forks


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    with Forks() as forks:
        yield forks
