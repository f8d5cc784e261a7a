from components.record import opened_profile
from components.screen import frame, notices
from components.sharing import opened_links, second_link, shared_downloads, shared_view, two_profiles

opened_profile.show_arrival()
notices.show()
one, other = opened_links.opened(), opened_links.opened(second=True)
if one is None:
    opened_links.nothing()
    opened_links.take_it()
    frame.end_page()
if other:
    two_profiles.show(one, other)
    second_link.offer_to_close()
else:
    shared_view.show(one)
    shared_downloads.show()
    second_link.ask()
opened_links.take_it()
