from components.insights import team_insights
from components.record import opened_profile
from components.screen import frame, notices

notices.show()
opened_profile.show_arrival()
insights = team_insights.opened()
if insights is None:
    team_insights.nothing_open()
    frame.end_page()
team_insights.show(insights)
