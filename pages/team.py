import streamlit as st

from components.groups import create_team, desk, join_round, managed_team, my_teams
from components.record import opened_profile
from components.screen import notices
from components.session import resources, visit
from data.keys import Kind

words = resources.group_words().team
st.title(words.title)
notices.show()
opened_profile.show_arrival()
join, manage = visit.team_key(Kind.JOIN), managed_team.current()
# Who has just made or opened a team looks for it, and not for another one that they were invited to.
if join and not managed_team.is_new_here():
    join_round.show(join)
if manage:
    desk.show(manage)
my_teams.show()
if manage:
    with st.expander(words.another):
        st.markdown(resources.group_words().desk.another_first)
        create_team.show()
elif not join:
    create_team.show()
