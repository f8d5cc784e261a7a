"""An app with one of everything that the visitor must handle. Every script run leaves a line in the file that PROBE_RUNS names."""

import os

import streamlit as st

_ELEMENT = st.components.v2.component("statements", html="<div id='root'></div>")


def start() -> None:
    st.title("Start")
    if st.checkbox("I agree"):
        st.text("You agreed")
    if st.button("Begin"):
        st.switch_page(PAGES[1])


def step() -> None:
    with st.form("step"):
        given = _ELEMENT(key="sheet", data={"statements": ["a", "b"]}, on_answers_change=lambda: None)
        hours = st.slider("Hours", 0, 80, 0)
        choice = st.radio("Choice", ["left", "right"], index=None)
        st.text_input("Name", key="name", max_chars=5)
        sent = st.form_submit_button("Continue")
    if sent:
        st.text(f"answers {given.answers} hours {hours} choice {choice} name {st.session_state.name}")


def parts() -> None:
    # Larger than what the server sends only once (global.minCachedMessageSize, 10 kB).
    st.text("long " * 4000)
    clicks()
    st.button("Again")


@st.fragment
def clicks() -> None:
    st.session_state.clicks = st.session_state.get("clicks", -1) + 1
    st.text(f"clicked {st.session_state.clicks}")
    st.button("Click")


PAGES = [st.Page(start, default=True), st.Page(step, url_path="step"), st.Page(parts, url_path="parts")]
with open(os.environ["PROBE_RUNS"], "a") as runs:
    runs.write("run\n")
st.text(f"cookie {st.context.cookies.get('_streamlit_xsrf', 'none')[:1]}")
st.session_state.setdefault("visit", os.urandom(4).hex())
st.text(f"visit {st.session_state.visit}")
st.navigation(PAGES).run()
