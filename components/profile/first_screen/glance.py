"""The profile at a glance: a small mark that is as full as Spark is, and chips for what stands out, with the level in words."""

from collections.abc import Iterator

from components.screen.own_elements import elements
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile.findings import Box
from data.profile.scoring import Score
from data.sharing.shared_profile import SharedProfile

_ELEMENT = elements.element("glance", html="<div class='glance'><div class='cells'></div></div>")
SPARK = "spark"
# More would be read and not remembered; the rest stands under the fold.
_CHIPS = 2


def show(shown: SharedProfile, boxes: tuple[Box, ...]) -> None:
    """Draw the mark where the copy tells the score of Spark, and a chip for each box; nothing where there is neither."""
    rules, spark = resources.instrument(shown.instrument), shown.known_scores.get(SPARK)
    chips = [{"kind": box.at_levels or box.title, "areas": list(_areas(rules, shown, box))} for box in boxes]
    if spark or chips:
        # By its key the page keeps room for it (components/server/page/page.css).
        lines = "_".join(str(len(box.dimensions[:_CHIPS])) for box in boxes)
        _ELEMENT(key=f"glance_{lines}", data={"spark": _mark(rules, spark) if spark else None, "chips": chips})


def _areas(rules: Instrument, shown: SharedProfile, box: Box) -> Iterator[tuple[str, str, str]]:
    for dimension in box.dimensions[:_CHIPS]:
        yield rules.names((dimension,)), rules.dimension(dimension).brief, _level(rules, shown.known_scores.get(dimension))


def _mark(rules: Instrument, score: Score) -> dict[str, object]:
    """In words, as the chips are: the score stands with its band among the areas."""
    name, level = rules.names((SPARK,)), _level(rules, score)
    picture = resources.wording().profile.mark_alt.format(name=name, score=score.shown)
    share = (score.value or 0) / 100
    return {
        "share": share,
        "kind": name,
        "brief": rules.dimension(SPARK).brief,
        "level": level,
        "picture": picture,
    }


def _level(rules: Instrument, score: Score | None) -> str:
    """In words; nothing where the copy does not tell it."""
    return rules.notes.level.name(score.level) if score and score.level else ""
