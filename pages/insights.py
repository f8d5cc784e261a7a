from components.insights import team_insights
from components.screen import enough, notices

notices.show()
insights = team_insights.opened()
if insights is None:
    team_insights.nothing_open()
    enough.here()
team_insights.show(insights)
