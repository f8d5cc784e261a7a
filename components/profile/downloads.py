"""Taking one's profile along: report, table, picture and a date in the calendar. Each is made when it is asked for."""

from functools import partial

import streamlit as st

from components.charts import theme
from components.exports import profile_card, report_html, report_pdf
from components.profile import all_sections, profile_report
from components.screen import free_text, key_link
from components.screen.own_elements import download_button
from components.session import language, resources, visit
from data.exports import answers_csv, calendar_reminder
from data.profile.profile import Profile
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing import shared_profile
from data.sharing.shared_profile import SharedProfile


def show(profile: Profile, record: Record) -> None:
    """Offer the files of one's own profile; own words are in them only if ticked."""
    words, today = resources.wording().taking, visit.local_today()
    st.subheader(words.title, anchor=False)
    st.markdown(words.lead)
    ticked = st.checkbox(words.words, key="taking_words")
    report = partial(profile_report.of_profile, profile, words=ticked, results=record.results)
    with st.container(horizontal=True):
        download_button.show(words.pdf, "rekindle.pdf", lambda: report_pdf.write(report(), today=today))
        download_button.show(words.page, "rekindle.html", lambda: report_html.write(report()))
        download_button.show(words.sheet, "rekindle.xlsx", partial(answers_csv.write_workbook, record, language.current(), words=ticked))
        download_button.show(words.table, "rekindle.csv", partial(answers_csv.write, record, language.current(), words=ticked))
    with st.expander(words.picture_title):
        _picture(profile)
    with st.expander(words.again_title):
        _look_again()


def card(shown: SharedProfile, *, caption: str = "") -> bytes:
    """A picture of what is shown, with its first chart."""
    return profile_card.write(shown, all_sections.figure(shown, theme.print_palette()), caption=caption)


def _picture(profile: Profile) -> None:
    words = resources.wording().taking
    st.markdown(words.picture_lead)
    summary = st.checkbox(words.picture_summary, value=True, key="picture_summary")
    charts = all_sections.drawn(shared_profile.copy_of(profile, all_sections.shareable()))
    chart = st.radio(words.picture_chart, [*charts, None], format_func=_chart_name, key="picture_chart")
    caption = free_text.ask(words.picture_caption, "", most=profile_card.MAX_CAPTION, key="picture_caption")
    chosen = [*([Section.SUMMARY] if summary else []), *([chart] if chart else [])]
    if chosen:
        shown = shared_profile.copy_of(profile, chosen)
        download_button.show(words.picture, "rekindle.png", lambda: card(shown, caption=caption))
    else:
        st.caption(words.picture_empty)


def _look_again() -> None:
    words = resources.wording().taking
    st.markdown(words.again_lead)
    address = key_link.address(visit.current().shown) if st.checkbox(words.again_link, key="again_link") else None
    write = partial(
        calendar_reminder.look_again, visit.local_today(), resources.export_words().calendar, key=visit.current().shown, link=address
    )
    download_button.show(words.again, "look-again.ics", write)


def _chart_name(chart: Section | None) -> str:
    words = resources.wording()
    return words.sharing.sections[chart] if chart else words.taking.picture_no_chart
