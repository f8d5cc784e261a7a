from components.assessment import resume
from components.exports import downloads
from components.groups import contributions
from components.profile import (
    comparison,
    dimensions,
    history,
    job_work_section,
    next_steps,
    no_profile,
    orientation,
    own_answers,
    summary,
    support_note,
    week_section,
)
from components.record import keep_or_delete, opened_profile
from components.screen import frame, notices
from components.session import language, visit
from components.sharing import own_links
from data.profile import profile as profiles
from data.record.viewer_link import Section
from data.sharing import shared_profile

opened_profile.show_arrival()
opened_profile.show()
notices.show()
record = visit.shown_record()
if record is None or not record.results:
    no_profile.show(record)
    frame.end_page()
profile = profiles.of(record.results[-1], language.current())
mine = shared_profile.made(profile, tuple(Section))
support_note.show(profile)
summary.show(mine)
summary.show_drift(profile)
resume.offer_completion(profile, record)
dimensions.show(mine, comparison.ask(profile, record))
job_work_section.show(mine)
own_answers.show_sentences(profile)
orientation.show(profile.instrument, profile.orientation)
week_section.show(mine)
history.show(record)
next_steps.show(profile)
own_answers.show(profile)
own_links.show_way(record)
contributions.show(record)
downloads.show(profile, record)
keep_or_delete.show(record)
