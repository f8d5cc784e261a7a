import streamlit as st

from components.screen import demonstration, errors, frame, operator
from components.screen.frame import Enough
from components.session import resources, visit
from components.start import english_for_now
from data.errors import RekindleError

words = resources.wording()
page = st.navigation(
    [
        st.Page("welcome.py", title=words.frame.name, default=True),
        st.Page("profile.py", title=words.frame.profile),
        st.Page("journal.py", title=words.journal.title),
        st.Page("team.py", title=resources.group_words().team.menu),
        st.Page("method.py", title=resources.method_words().menu),
        st.Page("privacy.py", title=words.frame.privacy),
        # From here on hidden: one gets there by a link or by a button.
        st.Page("insights.py", title=resources.group_words().insights.menu, visibility="hidden"),
        st.Page("share.py", title=words.sharing.title, visibility="hidden"),
        st.Page("shared.py", title=words.shared.title, visibility="hidden"),
        st.Page("life_stage.py", title=words.life_stage.title, url_path="life-stage", visibility="hidden"),
        st.Page("job_and_work.py", title=words.job_and_work.title, url_path="job-and-work", visibility="hidden"),
        st.Page("drive.py", title=words.drive.title, visibility="hidden"),
        st.Page("path.py", title=words.path.title, visibility="hidden"),
        st.Page("balance.py", title=words.balance.title, visibility="hidden"),
        st.Page("reflect.py", title=words.reflect.title, visibility="hidden"),
    ],
    position="top",
)
st.set_page_config(page_title=frame.tab(page), page_icon=frame.ICON, layout=frame.layout(page))
operator.logo()
demonstration.banner()
english_for_now.tell(page.url_path)
refused: RekindleError | None = None
try:
    page.run()
# Not st.stop(), after which Streamlit would refuse to draw the foot (docs/decisions.md 8).
except Enough:
    pass
except RekindleError as error:
    refused = error
# Whatever a screen refuses is said at its end, and the footer, with where there is help, stays.
behind = visit.last_trouble()
if refused := refused or behind:
    errors.show(refused)
frame.footer()
