import streamlit as st

from components.journal import gratitude, growth_goal, milestones, month, personal_values, sentences
from components.screen import notices
from components.session import resources, visit

words = resources.wording().journal
st.title(words.title)
st.markdown(words.lead)
st.caption(words.private)
notices.show()
record = visit.own_record()
growth_goal.show(record)
gratitude.show(record)
milestones.show(record)
personal_values.show(record)
sentences.show(record)
month.show(record)
