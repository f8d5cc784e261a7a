"""The sections of a profile in their order: the one list that its page, a shared view, a report, a card and the choice walk through."""

from components.charts.figure import Figure
from components.charts.theme import Palette
from components.profile import comparison, dimensions, history, job_work_section, next_steps, own_answers, summary, week_section
from components.profile.section import Owner, ProfileSection, View
from data.profile.profile import Profile
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing import shared_profile
from data.sharing.shared_profile import SharedProfile

SECTIONS: tuple[ProfileSection, ...] = (
    summary.SECTION,
    dimensions.SECTION,
    comparison.SECTION,
    job_work_section.SECTION,
    week_section.SECTION,
    history.SECTION,
    next_steps.SECTION,
    own_answers.SECTION,
)


def own_view(profile: Profile, record: Record, *, with_words: bool = False) -> View:
    """Everything, as its owner sees it."""
    return View(shared_profile.copy_of(profile, shareable()), Owner(profile, record, with_words))


def show(view: View) -> None:
    for section in SECTIONS:
        section.show(view)


def shareable() -> tuple[Section, ...]:
    return tuple(section.share_as for section in SECTIONS if section.share_as)


def there(whole: SharedProfile) -> tuple[Section, ...]:
    """What of a copy of everything has something to show."""
    return tuple(section.share_as for section in SECTIONS if section.share_as and section.is_there(whole))


def drawn(whole: SharedProfile) -> tuple[Section, ...]:
    """The same, as far as it has a chart."""
    charted = {section.share_as for section in SECTIONS if section.figure}
    return tuple(part for part in there(whole) if part in charted)


def figure(shown: SharedProfile, colours: Palette) -> Figure | None:
    """The first chart of what is shown."""
    figures = (section.figure(shown, colours) for section in SECTIONS if section.figure)
    return next(filter(None, figures), None)
