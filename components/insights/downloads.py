"""A team's insights as files: just the sections that are on the screen, with the rules of use on each of them."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from textwrap import wrap

import altair as alt
import streamlit as st

from components.charts import theme
from components.exports import chart_images, report_pdf, slides_pdf, slides_pptx
from components.exports.deck import Deck
from components.exports.report import Block, Bullets, Heading, Own, Paragraph, Report
from components.insights import agreements, all_sections, guide, questions
from components.insights.dimension_sections import MEANS
from components.insights.section import Part
from components.insights.slides import findings
from components.screen import demonstration
from components.screen.own_elements import download_button
from components.screen.published_words import people_words
from components.session import resources, visit
from data.exports import csv_table, workbook
from data.exports.csv_table import Cell
from data.totals.published import Insights, Published

# Letters to a line above a chart that is to be read by itself.
_LETTERS = 96
# Sharp on paper: a chart is drawn small and set in twice as many dots.
_DENSE = 2.0


def offer(insights: Insights, whole: Published) -> None:
    """Offer the files; each is made when it is asked for."""
    st.header(resources.group_words().insights.export_title)
    of = all_sections.shown(insights, whole, colours=theme.print_palette())
    with st.container(horizontal=True):
        download_button.show(
            resources.guide_words().button,
            "rekindle-guide.pdf",
            partial(guide.write, questions.asked(of), agreements.asked_again(insights)),
        )
        for label, write, name in _files(insights, whole):
            download_button.show(label, f"rekindle-{name}", write)


def _files(insights: Insights, whole: Published) -> Iterator[tuple[str, Callable[[], bytes], str]]:
    """Of each what it is called, how it is made and its name."""
    words, slide_words, today = resources.group_words().insights, resources.slide_words(), visit.local_today()
    yield words.export_pdf, partial(pdf, insights, whole, today), "insights.pdf"
    yield slide_words.pptx, partial(pptx, insights, whole, today), "slides.pptx"
    yield slide_words.pdf, partial(slides, insights, whole, today), "slides.pdf"
    yield words.export_csv, partial(csv, insights, whole), "insights.csv"
    yield words.export_xlsx, partial(xlsx, insights, whole), "insights.xlsx"
    if whole.means:
        yield words.export_svg, partial(svg, insights, whole), "insights-means.svg"
        yield words.export_png, partial(png, insights, whole), "insights-means.png"


def pptx(insights: Insights, whole: Published, today: date) -> bytes:
    """The round one finding at a time, for PowerPoint."""
    return slides_pptx.write(_findings(insights, whole), today=today)


def slides(insights: Insights, whole: Published, today: date) -> bytes:
    """The same on pages that lie, as PDF."""
    return slides_pdf.write(_findings(insights, whole), today=today)


def csv(insights: Insights, whole: Published) -> bytes:
    """Every figure on the screen, one to a row."""
    return csv_table.write([resources.group_words().insights.csv_columns, *_rows(insights, whole)])


def xlsx(insights: Insights, whole: Published) -> bytes:
    """The same for Excel, as a workbook that reads alike in every language."""
    return workbook.write([resources.group_words().insights.csv_columns, *_rows(insights, whole)])


def svg(insights: Insights, whole: Published) -> bytes:
    """The chart of means, of which there must be one, with what one must know to read it by itself."""
    with resources.export_slots():
        return chart_images.svg(_means(insights, whole), name="means").encode()


def png(insights: Insights, whole: Published) -> bytes:
    """The same as a figure of dots."""
    with resources.export_slots():
        return chart_images.png(chart_images.svg(_means(insights, whole), name="means"), scale=_DENSE)


def report(insights: Insights, whole: Published) -> Report:
    """All sections as a report, its charts drawn for paper."""
    words, notes = resources.group_words(), resources.instrument(whole.instrument).notes
    blocks: list[Block] = [Own(words.joining.team, insights.team), Paragraph(closed(insights, whole)), Paragraph(notes.adverse_use)]
    for part in _on_paper(insights, whole):
        blocks += _blocks(part)
    return Report(words.insights.title, (*blocks, Paragraph(notes.footer, quiet=True)))


def closed(insights: Insights, whole: Published) -> str:
    """Which round it is, and how many took part as it may be told."""
    day = resources.dates().day(insights.closed_on) if insights.closed_on else ""
    return resources.group_words().insights.closed.format(day=day, people=people_words(whole.n_band))


def pdf(insights: Insights, whole: Published, today: date) -> bytes:
    """The report, to bring to the meeting. `today` is the day that the file was made on."""
    return report_pdf.write(report(insights, whole), today=today)


def _on_paper(insights: Insights, whole: Published) -> tuple[Part, ...]:
    return all_sections.sections_of(insights, whole, colours=theme.print_palette())


def _rows(insights: Insights, whole: Published) -> Iterator[tuple[Cell, ...]]:
    words = resources.group_words()
    yield words.insights.title, demonstration.name(), insights.team, closed(insights, whole)
    for part in _on_paper(insights, whole):
        yield part.title, part.lead, None, part.caption or None
        yield from ((part.title, name, None, None) for name in part.names)
        for figure in part.figures:
            for what, *figures in figure.rows:
                yield from ((part.title, what, measure, _number(one)) for measure, one in zip(figure.columns[1:], figures, strict=True))
        yield from ((part.title, line, None, None) for line in part.lines)
    yield words.insights.csv_rules, resources.instrument(whole.instrument).notes.adverse_use, None, None


def _number(figure: str) -> Cell:
    # A bare number is one for the spreadsheet; "at most 10 %" stays the sentence that was published.
    return int(figure) if figure.isdecimal() else figure


def _blocks(part: Part) -> Iterator[Block]:
    yield Heading(part.title)
    if part.lines:
        yield Bullets(part.lead, part.lines)
    else:
        yield Paragraph(part.lead)
    if part.names:
        yield Own(resources.group_words().umbrella.teams_named, "\n".join(part.names))
    for figure in part.figures:
        if figure.title != part.title:
            yield Paragraph(figure.title)
        yield figure
    if part.caption:
        yield Paragraph(part.caption, quiet=True)


def _findings(insights: Insights, whole: Published) -> Deck:
    return findings.of(all_sections.shown(insights, whole, colours=theme.print_palette()))


def _means(insights: Insights, whole: Published) -> alt.LayerChart:
    part = next(part for part in _on_paper(insights, whole) if part.key == MEANS)
    rules = resources.instrument(whole.instrument).notes.adverse_use
    below = [
        line
        for text in (demonstration.name(), insights.team, closed(insights, whole), part.caption, rules)
        for line in wrap(text, _LETTERS)
    ]
    title = alt.TitleParams(part.title, subtitle=below, anchor="start", fontSize=18, subtitleFontSize=11, offset=16)
    drawn: alt.LayerChart = part.figures[0].chart.properties(title=title, background=theme.print_palette().paper)
    return drawn
