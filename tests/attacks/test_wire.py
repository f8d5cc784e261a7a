"""The attack of docs/anonymity.md 4.6: reading what a page is sent, not what it shows; every frame, for somebody among 180 others.

Seen to fail: with `rounding.mean` not rounding (exact means travel); with the bars of a spread sent four times over; with an exact count
beside the shares of a chart; with a list of three places in a widget; with a screen that writes out the ids of waiting rows.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.screen import Widget
from bench.server import ROOT, Server
from bench.visitor import Visitor
from components.charts import theme
from components.charts.figure import Figure
from components.insights import all_sections
from components.insights.section import View
from components.session import resources
from data.instrument.answers import Step
from data.instrument.instrument import load
from data.profile import rules
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals.middle_half import middle_half
from data.totals.published import Insights, Published
from tests.attacks import payloads
from tests.attacks.payloads import Chart
from tests.attacks.worlds import neighbours
from tests.attacks.worlds.neighbours import SIZES, Neighbours

RULES, WORDS = load(), resources.group_words()
PAGES = ["", *Step, "profile", "journal", "team", "method", "privacy", "share", "shared"]
# A slider has two ends; nothing else beside charts and tables needs a list of numbers.
SHORT = 2
# What a drawing adds to what is published: the places of squares, and how pale a bar is.
DRAWN = {0.0, 0.4, 1.0}


@dataclass
class Heard:
    """What somebody was sent, by page and what was chosen there, and what of others was in the database."""

    others: Neighbours
    pages: dict[str, list[bytes]] = field(default_factory=dict, repr=False)

    @property
    def frames(self) -> bytes:
        return b"".join(frame for frames in self.pages.values() for frame in frames)

    def charts(self, page: str) -> list[Chart]:
        return payloads.charts(self.pages[page])


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    server = Server(ROOT / "app.py", folder=tmp_path_factory.mktemp("wire"), health="/readyz")
    store = DuckDBStore(server.database)
    others = neighbours.settle(store)
    store.close()
    heard, own = Heard(others), f"rk_own={others.visitor.key}"
    with server:
        for page in PAGES:
            look(heard, server, page or "welcome", page, f"{own}; rk_join={others.open.join}; rk_viewer={others.shown}")
        look(heard, server, "organiser", "team", f"{own}; rk_manage={others.open.manage}")
        for size, keys in others.rounds.items():
            look_through(heard, server, f"insights of {size}", f"{own}; rk_insights={keys.insights}")
    assert "Traceback" not in server.log
    yield heard


def look(heard: Heard, server: Server, name: str, page: str, cookies: str) -> None:
    """Open a page; on the profile, every comparison as well."""
    with Visitor(server.url, keep=True, headers={"Cookie": cookies}) as visitor:
        visitor.open(f"/{page}")
        heard.pages[name] = list(visitor.wire.heard)
        assert not visitor.screen.exceptions()
        beside = list(visitor.screen.find(WORDS.comparison.ask).drawn.options) if page == "profile" else []
        for place, choice in enumerate(beside[1:]):
            visitor.wire.heard.clear()
            visitor.fill(WORDS.comparison.ask, choice)
            heard.pages[f"beside {place}"] = list(visitor.wire.heard)


def look_through(heard: Heard, server: Server, name: str, cookies: str) -> None:
    """Open every view of insights, unfold what is folded there, and choose every area where one is chosen."""
    heard.pages[name] = []
    for view in View:
        with Visitor(server.url, keep=True, headers={"Cookie": cookies}) as visitor:
            visitor.open(f"/insights?view={view}")
            for fold in payloads.folds(visitor.wire.heard):
                visitor.give(Widget(fold, "expandable", "", "", "", None), WidgetState(id=fold, bool_value=True))
            chosen = WORDS.insights.area in {widget.name for widget in visitor.screen.widgets()}
            for area in RULES.dimensions if chosen else ():
                visitor.fill(WORDS.insights.area, area.name)
            heard.pages[name] += visitor.wire.heard
            assert not visitor.screen.exceptions()


def whole_of(insights: Insights) -> Published:
    assert isinstance(insights.whole, Published)
    return insights.whole


def figures(insights: Insights) -> dict[str, Figure]:
    """The charts that may be sent of a round, by what they say in words."""
    of = all_sections.shown(insights, whole_of(insights), colours=theme.print_palette())
    parts = [part for view in View for section in all_sections.in_view(view, of) for part in section.parts(of)]
    return {figure.alt_text: figure for part in parts for figure in part.figures if not figure.listed}


def told(*published: object) -> set[float]:
    """Every number in what is published, and where bars round a middle begin and end."""
    whole = [one for one in published if isinstance(one, Published)]
    threes = [[share.points for share in row.values()] for one in whole for row in one.statements.values()]
    sides = {half + beside for left, middle, right in threes for half in [middle / 2] for beside in (0, left, right)}
    return DRAWN | sides | {abs(number) for one in published for number in payloads.numbers(one)}


def unpublished(sent: object, *published: object) -> set[float]:
    return {abs(number) for number in payloads.numbers(sent)} - told(*published)


def test_every_page_was_heard_and_said_something_of_the_others(heard: Heard) -> None:
    """So that the others can fail: what may travel does."""
    assert heard.pages.keys() >= {"welcome", *PAGES[1:], "organiser", *(f"insights of {size}" for size in SIZES)}
    assert [name for name in heard.pages if name.startswith("beside")] == ["beside 0", "beside 1", "beside 2"]
    assert all(len(heard.charts(f"insights of {size}")) >= most for size, most in zip(SIZES, (0, 0, 4), strict=True))
    assert all(len(payloads.lists(heard.pages[f"insights of {size}"])) >= most for size, most in zip(SIZES, (1, 3, 14), strict=True))
    assert len(payloads.tables(heard.pages["method"])) == 8
    assert len(heard.others.secrets) > 20 and len(heard.others.means) > 50


def test_no_word_key_or_row_of_anybody_else_travels(heard: Heard) -> None:
    sent = {name: b"".join(frames) for name, frames in heard.pages.items()}
    # Whoever holds the manage link is shown all that follows from it, on the desk; a key that was only followed is not sent back.
    desk = {"organiser": {key.encode() for key in neighbours.keys_of(heard.others.open)}}

    assert {name: found for name, told in sent.items() if (found := {secret for secret in heard.others.secrets if secret in told})} == desk


def test_no_exact_mean_of_any_group_travels_as_a_number_or_in_words(heard: Heard) -> None:
    sent = heard.frames

    assert [mean for mean in heard.others.means if struct.pack("<d", mean) in sent or f"{mean:.3f}".encode() in sent] == []


def test_no_list_of_numbers_hides_outside_charts_and_tables(heard: Heard) -> None:
    lists = {name: payloads.numbers_outside(frames) for name, frames in heard.pages.items()}

    assert {name: found for name, lists_of in lists.items() if (found := [one for one in lists_of if len(one) > SHORT])} == {}


@pytest.mark.parametrize("size", SIZES)
def test_insights_are_sent_no_row_beyond_the_bars_and_no_number_that_is_not_published(heard: Heard, size: int) -> None:
    insights = heard.others.insights[size]
    drawn, sent = figures(insights), heard.charts(f"insights of {size}")

    assert {chart.alt for chart in sent} == drawn.keys()
    for chart in sent:
        bars = len(drawn[chart.alt].rows) * (len(drawn[chart.alt].columns) - 1)
        assert all(len(rows) <= bars for rows in chart.datasets), chart.alt
        assert unpublished(chart.datasets, whole_of(insights), *insights.stages.values()) == set(), chart.alt
    everyone = heard.others.everyone
    assert isinstance(everyone, Published)
    middles = [half.middle for bars in everyone.bars.values() if (half := middle_half(bars))]
    for rows in (*payloads.tables(heard.pages[f"insights of {size}"]), *payloads.lists(heard.pages[f"insights of {size}"])):
        assert unpublished(rows, whole_of(insights), *insights.stages.values(), middles) == set()


def test_the_comparison_is_sent_what_is_read_off_published_bars_and_nothing_else_of_the_others(heard: Heard) -> None:
    alone = own_charts(heard.charts("profile"))

    for place, shown in enumerate((heard.others.everyone, heard.others.stage.shown)):
        (boxes,) = beyond(heard.charts(f"beside {place}"), alone)
        assert isinstance(shown, Published)
        # A box for each area, read off its published bars alone.
        halves = [middle_half(bars) for bars in shown.bars.values()]
        assert [tuple(row[end] for end in ("low", "middle", "high")) for row in boxes] == halves


def test_beside_a_team_only_its_published_means_are_sent(heard: Heard) -> None:
    whole = whole_of(heard.others.insights[max(SIZES)])

    (means,) = beyond(heard.charts("beside 2"), own_charts(heard.charts("profile")))

    assert [row["mean"] for row in means] == [mean.value for mean in whole.means.values()]


def test_the_method_is_sent_the_published_figures_and_nothing_else(heard: Heard) -> None:
    assert heard.charts("method") == []
    # How many statements an area has, and norms that nobody has measured.
    norms = rules.of(RULES).assumed_norms
    assert norms is not None
    of_nobody = {float(len(RULES.items_of(id))) for id in norms.dimensions}
    of_nobody |= {round(figure, 2) for of in norms.dimensions.values() for figure in (of.mean, of.sd, of.alpha)}
    for rows in payloads.tables(heard.pages["method"]):
        assert len(rows) <= len(RULES.items)
        assert unpublished(rows, heard.others.reliability) - of_nobody == set()


@pytest.mark.parametrize("page", [page for page in ("welcome", *PAGES[1:], "organiser") if page not in ("profile", "shared")])
def test_pages_about_nobody_else_are_sent_no_chart(heard: Heard, page: str) -> None:
    assert heard.charts(page) == []


def own_charts(charts: Sequence[Chart]) -> list[list[dict[str, object]]]:
    return [rows for chart in charts for rows in chart.datasets]


def beyond(charts: Sequence[Chart], alone: Sequence[object]) -> list[list[dict[str, object]]]:
    """The data sets that one's own profile does not have by itself."""
    return [rows for rows in own_charts(charts) if rows not in alone]
