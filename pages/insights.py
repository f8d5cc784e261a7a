from components import enough, insights_view, notice

notice.show()
insights = insights_view.opened()
if insights is None:
    insights_view.nothing_open()
    enough.here()
insights_view.show(insights)
