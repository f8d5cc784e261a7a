from components.groups import contributions, join_round
from components.profile import all_sections, downloads
from components.profile.first_screen import no_profile, support_note
from components.profile.section import Place
from components.record import keep_or_delete, opened_profile
from components.screen import frame, notices
from components.session import language, visit
from components.sharing import own_links
from data.profile import profile as profiles

opened_profile.show_arrival()
opened_profile.show()
notices.show()
record = visit.viewed_record()
if record is None or not record.results:
    no_profile.show(record)
    frame.end_page()
profile = profiles.from_result(record.results[-1], language.current())
support_note.show(profile)
join_round.count_me_in(record)
all_sections.show(all_sections.own_view(profile, record))
keep_or_delete.head(Place.KEEP)
keep_or_delete.show(record)
downloads.show(profile, record)
own_links.show_way(record)
contributions.show(record)
keep_or_delete.offer_to_delete()
