from components import (
    care,
    completing,
    dimensions,
    enough,
    job_work_picture,
    keeping,
    next_steps,
    no_profile,
    notice,
    opened_banner,
    over_time,
    summary,
    visit,
    week_picture,
    written,
)
from data import profile as profiles

opened_banner.show()
notice.show()
record = visit.shown_record()
if record is None or not record.results:
    no_profile.show(record)
    enough.here()
profile = profiles.of(record.results[-1])
care.show(profile)
summary.show(profile)
completing.show(profile, record)
dimensions.show(profile)
job_work_picture.show(profile)
week_picture.show(profile)
over_time.show(record)
next_steps.show(profile)
written.show(profile)
keeping.show(record)
