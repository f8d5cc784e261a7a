import logging

import pytest

from components.server.access_log import WithoutKeys
from data.keys import new_key


def written(path: str) -> str:
    record = logging.LogRecord(
        "uvicorn.access", logging.INFO, "", 1, '%s - "%s %s HTTP/%s" %d', ("127.0.0.1:5", "GET", path, "1.1", 200), None
    )
    assert WithoutKeys().filter(record)
    return record.getMessage()


@pytest.mark.parametrize("path", ["/open%23{}", "/Open%2523{}", "/open%23{}%3E", "/profile?x={}", "/{}", "/openly/{}"])
def test_a_key_never_stands_in_a_line_about_a_request(path: str) -> None:
    key = new_key()

    line = written(path.format(key))

    assert key not in line
    assert line.startswith('127.0.0.1:5 - "GET /')
    assert line.endswith(' HTTP/1.1" 200')


def test_what_holds_no_key_is_written_as_it_is() -> None:
    assert written("/profile?link=altered") == '127.0.0.1:5 - "GET /profile?link=altered HTTP/1.1" 200'
