import streamlit as st

from components import joining_round, notice, resources, round_management, team_opening, visit
from data.storage.sealing import Kind

words = resources.group_words().team
st.title(words.title)
notice.show()
join, manage = visit.team_key(Kind.JOIN), visit.team_key(Kind.MANAGE)
if join:
    joining_round.show(join)
if manage:
    round_management.show(manage)
    with st.expander(words.another):
        team_opening.show()
elif not join:
    team_opening.show()
