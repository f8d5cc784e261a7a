"""A word where duties may have moved away from what somebody set out to do. It tells one answer, so it is never shared."""

import streamlit as st

from data.profile.profile import Profile


def show(profile: Profile) -> None:
    """Show the note where it applies."""
    if profile.drift:
        st.info(profile.drift)
