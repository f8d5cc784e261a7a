from components.record import opened_profile
from components.screen import frame, notices
from components.sharing import opened_links, shared_downloads, shared_view, two_profiles

opened_profile.show_arrival()
notices.show()
one, other = opened_links.opened(), opened_links.opened(second=True)
if one is None:
    opened_links.show_nothing_open()
    opened_links.invite()
    frame.end_page()
if other:
    two_profiles.show(one, other)
    opened_links.offer_to_close_second()
else:
    shared_view.show(one)
    shared_downloads.show()
    opened_links.ask_second()
opened_links.invite()
