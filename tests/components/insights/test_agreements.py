"""What insights say of a team's agreements, and the guide with them."""

from dataclasses import replace
from pathlib import Path

from components.charts import theme
from components.insights import agreements, all_sections, guide
from components.insights.section import Part
from components.session import resources
from data.groups.agreements.happened import Happened
from data.totals.published import YES_OR_PARTLY, Agreements, Bound, Insights, Mean, OverTime, Percentage, Published, ShownRound
from tests.components.exports.file_readers import pdf_pages, with_poppler
from tests.components.insights.test_guide import LONG
from tests.invented.records import TODAY

WORDS, RK = resources.agreement_words(), resources.instrument()
WHOLE = Published("team", "20-49", RK.version, {})
ALL_FOUR: dict[str, Percentage] = dict(zip(Happened, map(Percentage, (40, 30, 20, 10)), strict=True))
COARSE: dict[str, Percentage] = {
    YES_OR_PARTLY: Percentage(60),
    Happened.NO: Percentage(30),
    Happened.CANNOT_SAY: Percentage(10, Bound.AT_MOST),
}


def a_round(number: int, balance: int, people: str = "20-49", version: str = RK.version) -> ShownRound:
    """Support stays where it is; an interval is told from 20 people on."""
    ends = 3 if people == "20-49" else None
    means = {id: Mean(value, ends and value - ends, ends and value + ends) for id, value in (("balance", balance), ("support", 60))}
    return ShownRound(number, TODAY, version, people, means)


def parts(found: Agreements, *rounds: ShownRound) -> dict[str, Part]:
    insights = Insights("North", TODAY, WHOLE, number=rounds[-1].number if rounds else 1, over_time=OverTime(rounds), agreements=found)
    return {part.key: part for part in all_sections.sections_of(insights, WHOLE, colours=theme.print_palette())}


def test_a_round_without_agreements_says_nothing_of_them() -> None:
    assert not {agreements.AGREED, agreements.HAPPENED} & parts(Agreements()).keys()


def test_what_is_agreed_on_stands_there_with_how_to_start() -> None:
    found = parts(Agreements(agreed=("balance.1", "support.2")))

    assert agreements.HAPPENED not in found
    assert found[agreements.AGREED].lines == tuple(
        WORDS.insights.line.format(text=WORDS.named(id).text, how=WORDS.named(id).how) for id in ("balance.1", "support.2")
    )


def test_what_people_said_is_a_figure_each_and_too_few_are_a_sentence() -> None:
    found = parts(Agreements(happened={"balance.1": ALL_FOUR, "support.2": COARSE}))[agreements.HAPPENED]
    few = parts(Agreements(happened={"balance.1": {}, "support.2": COARSE}))[agreements.HAPPENED]

    assert [figure.title for figure in found.figures] == [WORDS.named(id).text for id in ("balance.1", "support.2")]
    assert found.figures[0].rows == (("Yes", "40 %"), ("Partly", "30 %"), ("No", "20 %"), ("Cannot say", "10 %"))
    assert found.figures[1].rows == (("Yes or partly", "60 %"), ("No", "30 %"), ("Cannot say", "at most 10 %"))
    assert all(figure.chart.to_dict(validate=True)["layer"] for figure in found.figures)
    assert (found.lines, few.lines) == ((), (WORDS.insights.few.format(text=WORDS.named("balance.1").text),))
    assert len(few.figures) == 1


def test_beside_it_stands_just_what_the_rounds_say_of_the_areas_it_is_meant_for() -> None:
    """Seen to fail: with points of one side alone."""
    asked = Agreements(happened={"balance.1": ALL_FOUR, "balance.2": ALL_FOUR, "support.2": ALL_FOUR})

    said = {balance: parts(asked, a_round(1, 50), a_round(2, balance))[agreements.HAPPENED].lines for balance in (62, 38, 51)}

    alike, words = WORDS.insights.alike.format(name="Support"), WORDS.insights
    assert said[62] == (words.more.format(name="Balance", points=12), alike)
    assert said[38] == (words.less.format(name="Balance", points=12), alike)
    assert said[51] == (words.alike.format(name="Balance"), alike)


def test_where_a_change_cannot_be_told_nothing_is_said_of_one() -> None:
    asked = Agreements(happened={"balance.1": ALL_FOUR})
    few, other = (a_round(1, 50, "10-19"), a_round(2, 62, "10-19")), (a_round(1, 50, version="rk-1.0"), a_round(2, 62))

    assert [parts(asked, *rounds)[agreements.HAPPENED].lines for rounds in (few, other, (a_round(1, 62),))] == [(), (), ()]


def test_the_guide_asks_about_what_was_agreed_on_before_and_is_still_one_page(tmp_path: Path) -> None:
    longest = sorted((one.id for one in WORDS.listed), key=lambda id: len(WORDS.named(id).text))[-2:]
    insights = Insights("North", TODAY, WHOLE, agreements=Agreements(happened={id: {} for id in longest}))
    asked = agreements.asked_again(insights)

    made = guide.write(LONG, asked)

    said = " ".join(with_poppler("pdftotext", made, tmp_path).split())
    assert [line for line in (WORDS.guide.title, *asked) if line not in said] == []
    assert len(pdf_pages(made, tmp_path)) == 1
    assert WORDS.guide.title not in with_poppler("pdftotext", guide.write(LONG), tmp_path)
    assert agreements.asked_again(replace(insights, agreements=Agreements())) == ()
