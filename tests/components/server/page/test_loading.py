import re
from pathlib import Path

import streamlit

from components.server.page.loading import SCRIPT, explained
from components.session import resources
from data.content.language import ENGLISH

SHELL = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()


KEPT_AWAY = ["blocked", "crowd", "slow", "unreachable"]


def test_a_browser_without_scripts_is_told_so_and_offered_nothing_that_is_off() -> None:
    page = explained(SHELL, ENGLISH).decode()

    assert re.findall(r"<noscript>(.*?)</noscript>", page, re.DOTALL) == [f"<p>{resources.wording(ENGLISH).loading.noscript}</p>"]
    assert "_stcore/agent" not in page


def test_the_page_brings_the_words_for_whatever_may_keep_it_or_a_part_of_it_from_coming() -> None:
    (tag,) = re.findall(rf'<script src="{SCRIPT}" defer ([^>]*)>', explained(SHELL, ENGLISH).decode())

    assert re.findall(r"data-([\w-]+)=", tag) == [*KEPT_AWAY, "lost", "again", "not-now", "still-away"]


def test_everything_else_of_the_page_stays() -> None:
    added = re.sub(rb'<script src="/loading.js".*?</script>', b"", explained(SHELL, ENGLISH))
    left = [re.sub(rb"<noscript>.*?</noscript>", b"", page, flags=re.DOTALL) for page in (added, SHELL)]

    assert left[0] == re.sub(rb'<link rel="service-desc"[^>]*>', b"", left[1])
