"""Taking one's profile along: report, table, picture and a date in the calendar. Each is made when it is asked for."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.exports import profile_card, report, report_html, report_pdf
from components.screen import demonstration, free_text, key_link
from components.session import language, resources, visit
from data.exports import answers_csv, calendar_reminder
from data.profile.profile import Profile
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing import shared_profile

_CHARTS = (Section.DIMENSIONS, Section.MAP, Section.WEEK)


def show(profile: Profile, record: Record) -> None:
    """Offer the files of one's own profile; own words are in them only if ticked."""
    words, today = resources.wording().taking, visit.day()
    st.header(words.title)
    st.markdown(words.lead)
    ticked = st.checkbox(words.words, key="taking_words")
    with st.container(horizontal=True):
        offer(words.pdf, "rekindle.pdf", lambda: report_pdf.write(report.of_profile(profile, words=ticked), today=today))
        offer(words.page, "rekindle.html", lambda: report_html.write(report.of_profile(profile, words=ticked)))
        offer(words.table, "rekindle.csv", partial(answers_csv.write, record, language.current(), words=ticked))
    with st.expander(words.picture_title):
        _picture(profile)
    with st.expander(words.again_title):
        _look_again()


def offer(label: str, file: str, make: Callable[[], bytes], *, rerun: bool = False) -> None:
    """A button that makes the file when it is pressed, turning while it waits. rerun: whether the screen is drawn anew as well."""
    name, mime = demonstration.file_name(file), _KINDS[file.rpartition(".")[2]]
    st.download_button(label, language.kept(make), file_name=name, mime=mime, key=f"take_{file}", on_click="rerun" if rerun else "ignore")


_KINDS = {
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv",
    "png": "image/png",
    "ics": "text/calendar",
}


def _picture(profile: Profile) -> None:
    words = resources.wording().taking
    st.markdown(words.picture_lead)
    summary = st.checkbox(words.picture_summary, value=True, key="picture_summary")
    whole = shared_profile.made(profile, _CHARTS)
    there = {Section.DIMENSIONS: profile.scored, Section.MAP: whole.map, Section.WEEK: profile.week.gap}
    charts = [chart for chart in _CHARTS if there[chart]]
    chart = st.radio(words.picture_chart, [*charts, None], format_func=_chart_name, key="picture_chart")
    caption = free_text.ask(words.picture_caption, "", most=profile_card.MAX_CAPTION, key="picture_caption")
    chosen = [*([Section.SUMMARY] if summary else []), *([chart] if chart else [])]
    if chosen:
        made = shared_profile.made(profile, chosen)
        offer(words.picture, "rekindle.png", partial(profile_card.write, made, caption=caption))
    else:
        st.caption(words.picture_empty)


def _look_again() -> None:
    words = resources.wording().taking
    st.markdown(words.again_lead)
    address = key_link.address(visit.current().shown) if st.checkbox(words.again_link, key="again_link") else None
    offer(
        words.again, "look-again.ics", partial(calendar_reminder.look_again, visit.day(), resources.export_words().calendar, link=address)
    )


def _chart_name(chart: Section | None) -> str:
    words = resources.wording()
    return words.sharing.sections[chart] if chart else words.taking.picture_no_chart
