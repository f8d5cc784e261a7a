import streamlit as st

from components.profile.first_screen import no_profile, support_note
from components.screen import frame, notices
from components.session import language, resources, visit
from components.sharing import make_link, own_links
from data.profile import profile as profiles

words = resources.wording().sharing
record = visit.own_record()
if not record.results:
    no_profile.show(record)
    frame.end_page()
profile = profiles.from_result(record.results[-1], language.current())
support_note.show(profile)
st.title(words.title)
notices.show()
st.markdown(words.lead)
make_link.ask(profile)
make_link.preview()
make_link.show_made()
own_links.show(record)
