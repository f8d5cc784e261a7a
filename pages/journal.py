import streamlit as st

from components import gratitude, growth_goal, milestones, month_view, notice, own_sentences, resources, values_list, visit

words = resources.wording().journal
st.title(words.title)
st.markdown(words.lead)
st.caption(words.private)
notice.show()
record = visit.own_record()
growth_goal.show(record)
gratitude.show(record)
milestones.show(record)
values_list.show(record)
own_sentences.show(record)
month_view.show(record)
