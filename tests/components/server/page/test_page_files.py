import pytest
from starlette.routing import Router

from components.server.page import page_files
from data.content.language import ENGLISH
from tests.components.server.asgi import ask


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/loading.js", "text/javascript"),
        (page_files.SCRIPT, "text/javascript"),
        (page_files.ARRIVAL, "text/javascript"),
        (page_files.MENU, "text/javascript"),
        (page_files.STYLE, "text/css"),
    ],
)
def test_each_file_comes_as_what_it_is_and_is_asked_for_anew(path: str, kind: str) -> None:
    answer = ask(Router(routes=page_files.ROUTES), "GET", path)

    assert answer.all("content-type") == [f"{kind}; charset=utf-8"]
    assert answer.all("cache-control") == ["no-cache"]
    assert answer.body


def test_every_page_names_them_before_anything_else_and_the_menu_is_told_its_words() -> None:
    tags = page_files.tags(ENGLISH).decode()

    assert all(file in tags for file in (page_files.SCRIPT, page_files.ARRIVAL, page_files.MENU, page_files.STYLE))
    assert 'data-menu="Menu" data-close="Close menu"' in tags
