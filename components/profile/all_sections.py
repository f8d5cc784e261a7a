"""The sections of a profile in their order: the one list that its page, a shared view, a report, a card and the choice walk through."""

from components.charts.figure import Figure
from components.charts.theme import Palette
from components.profile import comparison, dimensions, history, job_work_section, next_steps, own_answers, week_section
from components.profile.first_screen import summary
from components.profile.section import Owner, Place, ProfileSection, View
from components.screen.own_elements import page_menu, read_aloud
from components.session import resources
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
    return View(shared_profile.own_copy(profile, shareable()), Owner(profile, record, with_words))


def show(view: View) -> None:
    """Every section in its order, below the first one the menu of what follows."""
    first, *others = SECTIONS
    _show(first, view)
    _menu(view)
    for section in others:
        _show(section, view)


def _show(section: ProfileSection, view: View) -> None:
    if section.place and section.is_drawn(view):
        # Two may stand at one place, so that each has the name by which it is shared, where it can be.
        shared_as = resources.wording().sharing.sections
        read_aloud.offer(shared_as[section.share_as] if section.share_as else _names()[section.place])
    section.show(view)


def _names() -> dict[Place, str]:
    words = resources.wording().profile
    return {
        Place.OVERVIEW: words.menu_overview,
        Place.AREAS: words.menu_areas,
        Place.JOB_AND_WEEK: words.menu_job_and_week,
        Place.OVER_TIME: words.menu_over_time,
        Place.NEXT_STEP: words.menu_next_step,
        Place.KEEP: words.menu_keep,
    }


def _menu(view: View) -> None:
    """The way to each section that is drawn, and for its owner to where it is kept and shared. One place needs no menu."""
    words, names = resources.wording().profile, _names()
    drawn = {section.place for section in SECTIONS if section.is_drawn(view)} | ({Place.KEEP} if view.owner else set())
    if len(drawn - {None}) > 1:
        page_menu.show(words.menu, {place: name for place, name in names.items() if place in drawn})


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
