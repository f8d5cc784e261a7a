import pandas as pd
import streamlit as st

from data import privacy

words = privacy.load()
st.title(words.title)
st.markdown(words.lead)
st.header(words.promise_title)
st.markdown(words.promise)
st.header(words.held_title)
for held in words.held:
    with st.container(border=True):
        st.markdown(f"**{held.what}**")
        st.caption(f"{words.who}: {held.who}. {words.until}: {held.until}.")
st.header(words.nowhere_title)
st.markdown(words.nowhere)
st.header(words.cookies_title)
st.markdown(words.cookies)
st.header(words.fields_title)
st.markdown(words.fields_lead)
with st.expander(words.fields_title):
    table = pd.DataFrame([{words.field: field.path, words.meaning: field.meaning} for field in words.fields])
    st.table(table, hide_index=True, border="horizontal", alt=words.fields_title)
st.header(words.accessibility_title)
st.markdown(words.accessibility)
