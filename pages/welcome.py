import streamlit as st

from components.assessment import consent, resume
from components.record import lost_link, opened_profile, restore_file
from components.screen import frame, notices
from components.session import resources, visit
from components.start import first_look

words = resources.wording().welcome
opened_profile.show_arrival()
notices.show()
st.title(words.title)
record, offered = visit.own_record(), visit.new_sheets()
if record.draft:
    resume.show(record.draft, offered)
    frame.end_page()
if record.results:
    resume.show_finished(record, offered)
else:
    st.markdown(words.lead)
    with st.container(gap=None):
        st.markdown(f"**{words.facts.format(**resources.promised(offered))}**")
        st.markdown(words.who)
    first_look.show(offered, leads_to=consent.ANCHOR)
    st.caption(words.promise)
    consent.ask(offered)
lost_link.show()
restore_file.show(record)
