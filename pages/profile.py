from components import (
    arriving,
    beside_others,
    care,
    completing,
    dimensions,
    drift,
    enough,
    giving,
    job_work_picture,
    keeping,
    next_steps,
    no_profile,
    notice,
    opened_banner,
    orientation,
    over_time,
    share_door,
    summary,
    taking,
    visit,
    week_picture,
    written,
)
from data.profile import profile as profiles
from data.record.viewer_link import Section
from data.sharing import shared_profile

arriving.show()
opened_banner.show()
notice.show()
record = visit.shown_record()
if record is None or not record.results:
    no_profile.show(record)
    enough.here()
profile = profiles.of(record.results[-1])
mine = shared_profile.made(profile, tuple(Section))
care.show(profile)
summary.show(mine)
drift.show(profile)
completing.show(profile, record)
dimensions.show(mine, beside_others.ask(profile, record))
job_work_picture.show(mine)
written.show_sentences(profile)
orientation.show(profile.instrument, profile.orientation)
week_picture.show(mine)
over_time.show(record)
next_steps.show(profile)
written.show(profile)
share_door.show(record)
giving.show(record)
taking.show(profile, record)
keeping.show(record)
