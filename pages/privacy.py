import streamlit as st

from components.screen import operator
from components.session import language, resources
from data.settings import settings

words, keep_days = resources.privacy_words(), settings().keep_days
st.title(words.title)
st.markdown(words.lead)
st.header(words.promise_title)
st.markdown(words.promise)
st.header(words.operator_title)
operator.privacy()
st.header(words.held_title)
for held in words.held:
    with st.container(border=True):
        st.markdown(f"**{held.what}**")
        st.caption(f"{words.who}: {held.who}. {words.until}: {held.how_long(keep_days)}.")
st.header(words.nowhere_title)
st.markdown(words.nowhere)
st.header(words.cookies_title)
st.markdown(words.cookies)
if len(language.offered()) > 1:
    st.markdown(words.cookies_language)
st.header(words.fields_title)
st.markdown(words.fields_lead)
with st.expander(words.fields_title):
    # A table of names this long would scroll sideways on a phone.
    st.markdown("\n".join(f"- `{field.path}`: {field.meaning}" for field in words.fields))
st.header(words.accessibility_title)
st.markdown(words.accessibility)
