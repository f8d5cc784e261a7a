"""What is published of a group, in words: percentages, sizes, and where scores stood."""

from collections.abc import Iterator

from components.session import resources
from data.sharing.shared_profile import Compared, SharedProfile
from data.totals.published import Bound, Percentage


def percentage_words(percentage: Percentage) -> str:
    """A published percentage in words, such as "about" its number or "at most" it."""
    words = resources.group_words().bounds
    form = {Bound.ABOUT: words.about, Bound.AT_MOST: words.at_most, Bound.AT_LEAST: words.at_least}[percentage.bound]
    return form.format(points=percentage.points)


def people_words(band: str) -> str:
    """The size of a group as it may be told, such as "6 to 9" or "50+"."""
    low, dash, high = resources.numbers().people(band).partition("-")
    return resources.group_words().comparison.from_to.format(low=low, high=high) if dash else low


def others(compared: Compared) -> str:
    """Who the scores stand beside, how many, and as of which day."""
    words, people = resources.group_words().comparison, resources.numbers().people(compared.people)
    return f"{words.as_of.format(day=resources.dates().day(compared.as_of))} {words.people.format(people=people)}"


def standpoints(shown: SharedProfile, compared: Compared) -> Iterator[str]:
    """A sentence for each score; for an older copy one that says why there is none."""
    words = resources.group_words().comparison
    if not compared.told:
        yield words.why_few
    for one in compared.told:
        name = resources.instrument(shown.instrument).names((one.dimension,))
        yield words.standpoint.format(name=name, low=one.low, high=one.high)
