from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    """As the analysis itself does it: other tests run at the same time."""
    with threadpool_limits(limits=1):
        yield
