"""A report as one web page that carries everything it needs: it opens without a network, and prints without menus."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from components.charts.figure import Figure
from components.exports import chart_images
from components.exports.report import Block, Bullets, Heading, Own, Paragraph, Report
from components.screen import demonstration
from components.session import language, resources

# Vega names every layer of a chart as a picture of its own; for whoever cannot see it, the chart is one picture with one sentence.
_NAMED_PARTS = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_PAGE = Template((Path(__file__).parent / "report.html").read_text(encoding="utf-8"))


def write(report: Report) -> bytes:
    """The page as UTF-8. Waits while two other exports are being made."""
    with resources.export_slots():
        body = "\n".join(_drawn(block, f"p{place}") for place, block in enumerate(report.blocks))
    spoken = language.current()
    said = {"kind": demonstration.name(), "name": resources.wording().frame.name, "title": report.title}
    escaped = {gap: _text(text) for gap, text in said.items()}
    return _PAGE.substitute(escaped, body=body, lang=spoken.tag, direction=spoken.direction).encode()


def _drawn(block: Block, name: str) -> str:
    match block:
        case Heading(text):
            return f"<h2>{_text(text)}</h2>"
        case Paragraph(text, quiet):
            return f'<p class="{"quiet" if quiet else "plain"}">{_text(text)}</p>'
        case Bullets(title, items):
            return f"<h3>{_text(title)}</h3>\n<ul>{_each('<li>{}</li>', items)}</ul>"
        case Own(question, words):
            return f'<h3>{_text(question)}</h3>\n<blockquote dir="auto" translate="no">{_text(words)}</blockquote>'
        case Figure():
            return _figure(block, name)


def _figure(block: Figure, name: str) -> str:
    label = f'<svg role="img" aria-label="{_text(block.alt_text)}" '
    chart = _NAMED_PARTS.sub("", chart_images.svg(block.chart, name=name)).replace("<svg ", label, 1)
    caption = _text(resources.export_words().report.table_of.format(title=block.title))
    head = _each('<th scope="col">{}</th>', block.columns)
    rows = "".join(f'<tr><th scope="row">{_text(first)}</th>{_each("<td>{}</td>", rest)}</tr>' for first, *rest in block.rows)
    # Can be scrolled sideways on a phone, also by keyboard.
    table = f'<div class="wide" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>'
    return f"<figure>{chart}</figure>\n{table}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"


def _each(element: str, texts: Iterable[str]) -> str:
    return "".join(element.format(_text(text)) for text in texts)


def _text(text: str) -> str:
    """The text as text, whatever is in it."""
    return escape(chart_images.xml_safe(text))
