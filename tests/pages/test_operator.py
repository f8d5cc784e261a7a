"""What an operator has set of themselves stands where people look for it, and nowhere else is anybody named."""

from base64 import b64encode
from pathlib import Path

import pytest
import streamlit as st
from PIL import Image

from components.exports import report_html
from components.profile import profile_report
from data.settings import settings
from tests.browser.visitor import people
from tests.invented.full_record import profile
from tests.pages.across.test_every_screen import finished
from tests.pages.conftest import Somebody

SET = {
    "REKINDLE_OPERATOR_NAME": "Hearth & Hive (Works)",
    "REKINDLE_OPERATOR_CONTACT": "people@hive.example",
    "REKINDLE_LEGAL_NOTICE": "https://hive.example/legal",
    "REKINDLE_PRIVACY_CONTACT": "privacy@hive.example",
    "REKINDLE_SUPPORT": "Care line, day and night | +49 30 1234; Works council | https://hive.example/council",
}
RUN_BY = (
    ":small[Run by Hearth & Hive (Works) · Contact: [people@hive.example](mailto:people@hive.example) · "
    "[Legal notice](https://hive.example/legal) · [Privacy contact](mailto:privacy@hive.example)]"
)
CARE_LINE = "Care line, day and night: +49 30 1234"


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SET.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()


@pytest.mark.usefixtures("named")
def test_who_runs_this_and_whom_to_turn_to_stand_at_the_foot_and_on_the_privacy_screen(somebody: Somebody) -> None:
    said = [line.value for line in somebody.opens("privacy").markdown]

    helplines = [line for line in said if line.startswith(":small[If you are struggling: ")]
    assert [line.split(": ", 1)[1][:20] for line in helplines] == [CARE_LINE[:20], "[Works council](http", "[Free helplines by c"]
    assert RUN_BY in said
    assert "**Run by**: Hearth & Hive (Works)" in said
    assert "**Contact**: [people@hive.example](mailto:people@hive.example)" in said


def test_where_nobody_is_set_the_privacy_screen_says_so_and_the_foot_names_nobody(somebody: Somebody) -> None:
    said = [line.value for line in somebody.opens("privacy").markdown]

    assert {"**Run by**: not named", "**Contact**: not named"} <= set(said)
    assert "Run by " not in " ".join(said)


@pytest.mark.usefixtures("named")
def test_a_heavy_result_names_those_near_by_first(somebody: Somebody) -> None:
    somebody.holds(finished(people.HEAVY))

    drawn = somebody.opens("profile")

    assert f"**{CARE_LINE}**" in [line.value for line in drawn.markdown]
    buttons = [button.proto.label for button in drawn.get("link_button")]
    assert buttons == ["Works council", "Free helplines by country: findahelpline.com"]


@pytest.mark.usefixtures("named")
def test_a_report_ends_with_whom_to_turn_to_and_who_runs_this() -> None:
    page = report_html.write(profile_report.of_profile(profile("Words"), words=True)).decode()

    assert f"<li>{CARE_LINE}</li><li>Works council: https://hive.example/council</li><li>Free helplines" in page
    assert "Run by Hearth &amp; Hive (Works) · people@hive.example" in page


def test_a_logo_stands_above_every_screen(somebody: Somebody, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Image.new("RGB", (64, 64), "#1F4A5E").save(tmp_path / "logo.png")
    monkeypatch.setenv("REKINDLE_LOGO", str(tmp_path / "logo.png"))
    settings.cache_clear()
    drawn: list[str] = []
    monkeypatch.setattr(st, "logo", lambda picture, **_: drawn.append(picture))

    somebody.opens("method")

    held = b64encode((tmp_path / "logo.png").read_bytes()).decode()
    assert set(drawn) == {f"data:image/png;base64,{held}"}
