"""Counting a closed round, which begins when somebody with its insights or its manage link comes."""

from time import monotonic

import streamlit as st

from components.screen import errors
from components.session import resources, visit
from data.errors import StoreTrouble
from data.groups import cohort_store
from data.keys import Kind

# A shorter wait needs no words.
_UNSAID_SECONDS = 1.0


def show(key: str, kind: Kind) -> None:
    """Count whatever of the team has closed and is not counted yet, and say so where it takes longer. Raises BadKey.

    Where it cannot be done just now everybody waits on, and the next visit tries again.
    """
    place, began = st.empty(), monotonic()

    def watch(share: float) -> None:
        if monotonic() - began > _UNSAID_SECONDS:
            place.progress(share, text=resources.group_words().insights.counting)

    try:
        cohort_store.count_rounds(resources.store(), key, kind, visit.utc_today(), watch)
    except StoreTrouble as trouble:
        errors.show(trouble)
    place.empty()
