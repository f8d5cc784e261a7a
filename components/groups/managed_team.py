"""Which team this browser manages: the one that was just made or opened here, else the one whose manage link it holds."""

import streamlit as st

from components.session import browser_actions, visit
from data.keys import Kind

_HERE = "managed_team"


def current() -> str | None:
    """The manage key; None where there is none."""
    return str(st.session_state[_HERE]) if _HERE in st.session_state else visit.team_key(Kind.MANAGE)


def is_new_here() -> bool:
    """Whether the team was made or opened in this tab, so that it is what its person looks for."""
    return _HERE in st.session_state


def enter(manage_key: str) -> None:
    """Manage this team from now on. In the tab at once, and in the browser's cookie as soon as the desk is drawn."""
    st.session_state[_HERE] = manage_key


def remember(manage_key: str) -> None:
    """Make it the browser's own, so that a refresh or a closed tab loses nothing. Where no cookie is kept, the tab alone holds it."""
    if visit.current().has_cookie and visit.team_key(Kind.MANAGE) != manage_key:
        browser_actions.remember_team(manage_key)
