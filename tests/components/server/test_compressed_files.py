import gzip
from pathlib import Path

import pytest
import streamlit
from starlette.responses import PlainTextResponse

from components.server.compressed_files import CompressedFilesMiddleware
from tests.components.server.asgi import ask

STATIC = Path(streamlit.__file__).parent / "static" / "static"
APP = CompressedFilesMiddleware(PlainTextResponse("as it lies"))
SCRIPT = max((STATIC / "js").glob("index.*.js"), key=lambda file: file.stat().st_size)
READS = {"Accept-Encoding": "gzip, deflate, br"}


def path_of(file: Path) -> str:
    return f"/static/{file.relative_to(STATIC).as_posix()}"


def test_a_script_arrives_whole_and_in_less_than_half_its_bytes() -> None:
    answer = ask(APP, "GET", path_of(SCRIPT), headers=READS)

    assert answer.all("content-encoding") == ["gzip"]
    assert gzip.decompress(answer.body) == SCRIPT.read_bytes()
    assert len(answer.body) < SCRIPT.stat().st_size / 2


def test_a_browser_keeps_a_script_whose_name_says_what_is_inside() -> None:
    answer = ask(APP, "GET", path_of(SCRIPT), headers=READS)

    assert "immutable" in answer.all("cache-control")[0]
    assert answer.all("vary") == ["Accept-Encoding"]
    assert answer.all("content-type")[0].startswith("text/javascript")


def test_every_script_and_style_of_streamlit_is_sent_that_way() -> None:
    files = [file for kind in ("js", "css") for file in STATIC.rglob(f"*.{kind}")]

    answers = [ask(APP, "GET", path_of(file), headers=READS) for file in files]

    assert len(files) > 50
    assert all(answer.all("content-encoding") == ["gzip"] for answer in answers)


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", path_of(SCRIPT), {}),
        ("HEAD", path_of(SCRIPT), READS),
        ("GET", "/", READS),
        ("GET", "/static/js/../../index.html", READS),
        ("GET", "/static/js/../../../proto/__init__.py", READS),
        ("GET", "/static/js/unknown.js", READS),
    ],
)
def test_everything_else_is_left_to_the_application(method: str, path: str, headers: dict[str, str]) -> None:
    answer = ask(APP, method, path, headers=headers)

    assert answer.all("content-encoding") == []
