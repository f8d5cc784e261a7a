import streamlit as st

from components import arriving, consent, enough, notice, resources, start_file, under_way, visit

words = resources.wording().welcome
arriving.show()
notice.show()
st.title(words.title)
st.markdown(words.lead)
st.markdown(f"**{words.facts}**")
st.caption(words.promise)
record = visit.own_record()
if record.draft:
    under_way.show(record.draft)
    enough.here()
under_way.show_finished(record)
consent.ask(record)
start_file.show(record)
