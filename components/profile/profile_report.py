"""A profile as a report: the blocks of its sections, and what every report says at its end."""

from collections.abc import Iterator

from components.exports.report import Block, Bullets, Heading, Paragraph, Report
from components.profile import all_sections
from components.profile.section import View
from components.screen import operator
from components.session import language, resources
from data.profile import rules as versions
from data.profile.profile import Profile
from data.record.record import Record, Result
from data.sharing.shared_profile import SharedProfile


def of_profile(profile: Profile, *, words: bool, results: tuple[Result, ...] = ()) -> Report:
    """The whole profile, and what changed since an earlier one of these results; own words only if their writer ticked them."""
    # Goals, notes and links of the record are no part of it.
    return _of(all_sections.own_view(profile, Record(results=results), with_words=words))


def of_share(shown: SharedProfile) -> Report:
    """Just what the link shows, in the same words and figures, which are about somebody else."""
    with language.about_others():
        return _of(View(shown))


def _of(view: View) -> Report:
    blocks = (block for section in all_sections.SECTIONS for block in section.blocks(view))
    return Report(_title(view.shown), (*blocks, *_limits(view.shown)))


def _title(shown: SharedProfile) -> str:
    rules = resources.instrument(shown.instrument)
    found = shown.summary.pattern_found(rules) if shown.summary else None
    return versions.of(rules).pattern_said(found).title if found else resources.wording().profile.title


def _limits(shown: SharedProfile) -> Iterator[Block]:
    """On every report, from whoever's hands it comes (docs/instrument.md 8.1 and 8.2)."""
    notes = resources.instrument(shown.instrument).notes
    yield Heading(resources.export_words().report.limits_title)
    yield Paragraph(notes.footer)
    yield Paragraph(notes.adverse_use)
    yield Bullets(notes.care.links_title, operator.support_texts(notes.care))
    if run_by := operator.of_report():
        yield Paragraph(run_by, quiet=True)
