"""The port for whoever watches over the server: figures of data/figures.py, as Prometheus asks for them, and nothing else."""

from functools import cache

from prometheus_client import start_http_server

from data import figures
from data.errors import BadSetting
from data.settings import settings


# A server may be prepared twice in one process, as by `python app.py`, and there is one port.
@cache
def serve() -> None:
    """Answer on the port that is set, if one is. Raises BadSetting where it cannot be had."""
    port = settings().metrics_port
    if port is None:
        return
    try:
        start_http_server(port, settings().metrics_address, figures.REGISTRY)
    except OSError:
        raise BadSetting("setting_metrics_taken", port=port) from None
