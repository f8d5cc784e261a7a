import altair as alt
import pytest
from altair.utils import schemapi

from components.charts import theme


def test_a_chart_is_held_against_the_schema_only_while_altair_checks() -> None:
    """A server does not check what tests have checked; see components/server/startup.py. Seen to fail without the check of its own."""
    layer = alt.Chart().mark_point()
    chart = theme.themed([layer], 100, theme.print_palette())
    chart.width = {"steps": 3}

    with schemapi.debug_mode(False):
        assert chart.to_dict()["width"] == {"steps": 3}
    with schemapi.debug_mode(True), pytest.raises(schemapi.SchemaValidationError):
        chart.to_dict()
