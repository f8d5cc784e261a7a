import pytest
from starlette.routing import Router

from components.server import page_files
from tests.components.server.asgi import ask


@pytest.mark.parametrize(
    ("path", "kind"), [("/loading.js", "text/javascript"), (page_files.SCRIPT, "text/javascript"), (page_files.STYLE, "text/css")]
)
def test_each_file_comes_as_what_it_is_and_is_asked_for_anew(path: str, kind: str) -> None:
    answer = ask(Router(routes=page_files.ROUTES), "GET", path)

    assert answer.all("content-type") == [f"{kind}; charset=utf-8"]
    assert answer.all("cache-control") == ["no-cache"]
    assert answer.body


def test_every_page_names_both_files_before_anything_else() -> None:
    assert page_files.SCRIPT.encode() in page_files.TAGS
    assert page_files.STYLE.encode() in page_files.TAGS
