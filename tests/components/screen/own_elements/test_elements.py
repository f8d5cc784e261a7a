import json
from pathlib import Path

import pytest
from starlette.routing import Router

from components.screen.own_elements import elements
from components.server.page import page_files
from tests.components.server.asgi import ask


@pytest.mark.parametrize(
    "name",
    [
        "radio_groups",
        "week_sliders",
        "drawn_anew",
        "leading",
        "read_aloud",
        "glance",
        "page_menu",
        "link_box",
        "first_look",
        "english_for_now",
        "download_button",
        "chosen_file",
    ],
)
def test_an_element_is_fetched_with_its_style_and_may_be_kept_for_ever(name: str) -> None:
    answer = ask(Router(routes=page_files.ROUTES), "GET", elements.path(name))

    source, style = answer.body.decode().rsplit("\nexport const style = ", 1)
    assert answer.all("content-type") == ["text/javascript; charset=utf-8"]
    assert answer.all("cache-control") == ["public, immutable, max-age=31536000"]
    assert "export default function" in source
    assert json.loads(style).count("{") > 0


def test_another_script_has_another_address(monkeypatch: pytest.MonkeyPatch) -> None:
    before = elements.path("read_aloud")
    monkeypatch.setattr(elements, "script", lambda _: "export default function () {}")

    assert elements.path("read_aloud") != before


@pytest.mark.parametrize("name", ["radio_groups.js", "read_aloud-0000000000000000.js", "..%2Fpage.js"])
def test_nothing_else_is_found_there(name: str) -> None:
    assert ask(Router(routes=page_files.ROUTES), "GET", f"{elements.FOLDER}{name}").status == 404


def test_what_goes_into_the_head_of_a_page_is_no_element() -> None:
    assert not [path for path in elements.scripts() if path.startswith(("/elements/menu-", "/elements/arrival-", "/elements/page-"))]


def test_no_element_sends_its_script_with_each_run() -> None:
    """Streamlit is given elements in one place alone; the lines that lead elsewhere are sent once, where they are needed."""
    components = Path(elements.__file__).parents[2]
    asking = sorted(file.name for file in components.rglob("*.py") if "st.components.v2.component(" in file.read_text(encoding="utf-8"))

    assert asking == ["browser_actions.py", "elements.py"]
