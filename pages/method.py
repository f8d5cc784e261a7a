import streamlit as st

from components.insights.method import method_chapters
from components.session import resources

words = resources.method_words()
st.title(words.title)
st.markdown(words.lead)
for chapter in words.chapters:
    method_chapters.show(chapter)
