import streamlit as st

from components.assessment import consent, resume
from components.record import opened_profile, restore_file
from components.screen import frame, notices
from components.session import resources, visit

words = resources.wording().welcome
opened_profile.show_arrival()
notices.show()
st.title(words.title)
st.markdown(words.lead)
offered = visit.new_sheets()
st.markdown(f"**{words.facts.format(**resources.promised(offered))}**")
st.caption(words.promise)
record = visit.own_record()
if record.draft:
    resume.show(record.draft, offered)
    frame.end_page()
resume.show_finished(record)
consent.ask(record, offered)
restore_file.show(record)
