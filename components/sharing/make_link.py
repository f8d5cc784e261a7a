"""Choosing what somebody else may see, under which name for oneself and for how long; then seeing just that, then the link."""

from contextlib import suppress

import streamlit as st

from components.profile import all_sections
from components.screen import errors, frame, free_text, key_link
from components.screen.own_elements import leading, link_box
from components.session import resources, visit
from components.sharing import shared_view
from data.errors import RekindleError, StoreTrouble, TextTooLong
from data.profile.profile import Profile
from data.record.viewer_link import MAX_LABEL
from data.sharing import preview_store, shared_profile, viewer_link_store
from data.sharing.preview_store import Preview
from data.sharing.shared_profile import SharedProfile
from data.totals import publishing

_CHOSEN, _MADE = "share_chosen", "share_made"
_PREVIEW = "preview"
# A month is long enough for a conversation, and ends by itself.
_USUAL = viewer_link_store.LASTS.index(30)


def ask(profile: Profile) -> None:
    """Ask what to show; pressing the button puts it before its owner first, by `preview`."""
    words, everyone = resources.wording().sharing, publishing.reference_group(resources.store(), profile.instrument.version)
    compared = shared_profile.comparison_of(profile, everyone, day=visit.local_today())
    whole = shared_profile.copy_of(profile, all_sections.shareable(), compared=compared)
    with st.form("share", enter_to_submit=False, border=False):
        st.markdown(f"**{words.choose}**")
        # Nothing is ticked beforehand: a share holds exactly the parts that were chosen (docs/security.md 2.4).
        ticked = [section for section in all_sections.there(whole) if st.checkbox(words.sections[section], key=f"share_{section}")]
        if compared is None and profile.care is None:
            st.caption(words.comparison_few)
        typed = free_text.ask(words.label, "", most=MAX_LABEL, key="share_label", hint=words.label_hint)
        lasts = st.radio(words.lasts, viewer_link_store.LASTS, index=_USUAL, format_func=_days, key="share_lasts")
        pressed = st.form_submit_button(words.preview, type="primary")
    if pressed:
        _forget()
        until = viewer_link_store.last_day(visit.local_today(), lasts)
        _keep(shared_profile.copy_of(profile, ticked, until=until, compared=whole.comparison) if ticked else None, typed)


def preview() -> None:
    """Show just what was chosen, by the same drawing as for whoever opens the link, and offer to make it."""
    words, chosen = resources.wording().sharing, _chosen()
    if chosen is None:
        return
    st.header(words.preview_title, anchor=_PREVIEW)
    st.markdown(words.preview_lead)
    st.divider()
    shared_view.show(chosen.shown)
    st.divider()
    if st.button(words.make, type="primary", icon=":material/link:"):
        _make(chosen)


def show_made() -> None:
    """Show the link that was just made where its button was, once, and lead there."""
    # Taken out at once: it is shown to whoever made it, and not again on their next look at this screen.
    key = st.session_state.pop(_MADE, None)
    if key is None:
        return
    words = resources.wording().sharing
    with st.container(border=True):
        st.success(words.made, icon=":material/check:")
        st.markdown(words.made_lead)
        link_box.show(key_link.address(key), key="share_made_box", label=words.made, picture=words.qr, focus=True)


def _chosen() -> Preview | None:
    """What its owner is looking at before making a link, also where a locked phone took the session; None where nothing is."""
    if _CHOSEN not in st.session_state:
        st.session_state[_CHOSEN] = preview_store.read(resources.store(), visit.current().key, today=visit.utc_today())
    found = st.session_state[_CHOSEN]
    return found if isinstance(found, Preview) else None


def _forget() -> None:
    st.session_state[_CHOSEN] = None


def _keep(shown: SharedProfile | None, typed: str) -> None:
    if shown is None:
        st.warning(resources.wording().sharing.nothing_chosen)
        return
    try:
        label = free_text.parse(typed, most=MAX_LABEL)
    except TextTooLong as error:
        errors.show(error)
        return
    st.session_state[_CHOSEN] = preview = Preview(shown=shown, label=label)
    # It begins below what was pressed, where a phone ends.
    leading.to(_PREVIEW)
    # The look matters more than its surviving: on a full disk the session alone holds it.
    with suppress(StoreTrouble):
        preview_store.keep(resources.store(), visit.current().key, preview, today=visit.utc_today())


def _make(chosen: Preview) -> None:
    try:
        made = viewer_link_store.create(
            resources.store(),
            visit.current().key,
            chosen.shown,
            label=chosen.label,
            today=visit.local_today(),
            keep_until=visit.keep_until(),
        )
    except RekindleError as error:
        errors.show(error)
        frame.end_page()
    _forget()
    st.session_state[_MADE] = made.key
    st.rerun()


def _days(lasts: int | None) -> str:
    words = resources.wording().sharing
    return words.lasts_always if lasts is None else words.lasts_days.format(days=lasts)
