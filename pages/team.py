import streamlit as st

from components.groups import create_team, join_round, manage_round
from components.record import opened_profile
from components.screen import notices
from components.session import resources, visit
from data.keys import Kind

words = resources.group_words().team
st.title(words.title)
notices.show()
opened_profile.show_arrival()
join, manage = visit.team_key(Kind.JOIN), visit.team_key(Kind.MANAGE)
if join:
    join_round.show(join)
if manage:
    manage_round.show(manage)
    with st.expander(words.another):
        create_team.show()
elif not join:
    create_team.show()
