import streamlit as st

from components import care, enough, no_profile, notice, resources, share_choice, share_list, share_preview, visit
from data.profile import profile as profiles

words = resources.wording().sharing
record = visit.own_record()
if not record.results:
    no_profile.show(record)
    enough.here()
profile = profiles.of(record.results[-1])
care.show(profile)
st.title(words.title)
notice.show()
st.markdown(words.lead)
share_preview.show_made()
share_choice.ask(profile)
share_preview.show()
share_list.show(record)
