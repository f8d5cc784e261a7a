import streamlit as st

from components.insights import reliability
from components.session import resources

words, rules = resources.group_words().method, resources.instrument()
st.title(words.title)
for title, text in (
    (words.scores_title, words.scores),
    (words.not_title, words.not_text),
    (words.totals_title, words.totals),
):
    st.header(title)
    st.markdown(text)
reliability.show()
st.header(words.sources_title)
st.markdown(words.source)
st.markdown("\n".join(f"- **{dimension.name}**: {dimension.anchor}" for dimension in rules.dimensions))
