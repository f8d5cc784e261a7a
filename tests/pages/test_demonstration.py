from pathlib import Path

import pytest

from data.settings import settings
from tests.pages.conftest import Somebody

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py") if path.stem not in ("__init__", "navigation"))
SENTENCE = "Demonstration with invented data"


@pytest.mark.parametrize("screen", PAGES)
def test_every_screen_of_a_demonstration_says_so_first(somebody: Somebody, screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_DEMO", "true")
    settings.cache_clear()

    drawn = somebody.opens(screen)

    assert drawn.warning[0].value == SENTENCE
    assert drawn.main[0] == drawn.warning[0]


def test_no_screen_says_so_where_people_are_real(somebody: Somebody) -> None:
    assert [warning.value for warning in somebody.opens("profile").warning] == []
