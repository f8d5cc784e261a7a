"""Area by area in one row each, as a screen shows it: the mean, how many are low and how many high, and how alike they are."""

from collections.abc import Iterator
from dataclasses import replace

from components.charts.drawing import Drawing
from components.insights import beside_everyone, dimension_sections, distribution_sections, standing
from components.insights.section import Part, Shown
from components.session import resources


def parts(of: Shown) -> Iterator[Part]:
    """The part on levels, with what others say of the same areas; files have each by itself."""
    (levels,), alike = dimension_sections.levels(of), _alike_part(of)
    (figure,) = levels.figures
    found = figure if figure.drawing is None else replace(figure, drawing=_beside(of, figure.drawing))
    said = [(one.lead, one.caption) for one in (levels, alike) if one]
    lead, caption = (" ".join(filter(None, texts)) for texts in zip(*said, strict=True))
    # A key of its own: slides have the levels already.
    yield replace(levels, key="area_by_area", lead=lead, caption=caption, figures=(found,))


def _alike_part(of: Shown) -> Part | None:
    if standing.is_tested(of):
        return next(beside_everyone.alike(of)) if beside_everyone.is_alike(of) else None
    return next(distribution_sections.agreement(of)) if of.whole.agreement else None


def _beside(of: Shown, drawing: Drawing) -> Drawing:
    words = resources.group_words().insights
    means = {of.rules.names((id,)): str(mean.value) for id, mean in of.whole.means.items()}
    alike = {of.rules.names((id,)): said for id, said in _alike(of)}
    rows = tuple(replace(row, before=means[row.name], after=alike.get(row.name, "")) for row in drawing.rows)
    heading = words.alike_column if standing.is_tested(of) else words.agreement_column
    return replace(drawing, rows=rows, before=words.mean, after=heading if alike else "")


def _alike(of: Shown) -> Iterator[tuple[str, str]]:
    words = resources.group_words().insights
    if standing.is_tested(of):
        yield from ((id, words.alike_short[alike]) for id, alike in of.insights.standing_out.alike.items())
    else:
        yield from ((id, words.agreement_short[agreement]) for id, agreement in of.whole.agreement.items())
