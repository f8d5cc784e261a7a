"""Whether whoever watches over a running server is told what is so: by the port for Prometheus, and by a log that a machine reads."""

import json
import os
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from bench.server import free_port
from bench.visitor import Visitor, state
from data.keys import Kind, new_key
from data.record import record_store
from data.storage.sealing import Seal
from tests.databases import ServedDatabases, store_at
from tests.invented.records import becoming
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import KEPT_UNTIL, moved_in, until, visit
from tests.server.test_while_running import STARTED, answer, files_no_larger_than, status


def figures(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/metrics")
    told = connection.getresponse().read().decode()
    connection.close()
    return told


def scraped(port: int) -> dict[str, float]:
    samples = [sample for family in text_string_to_metric_families(figures(port)) for sample in family.samples if "le" not in sample.labels]
    return {sample.name + sample.labels.get("kind", ""): sample.value for sample in samples}


def test_a_full_disk_is_seen_in_the_figures_and_in_a_log_of_objects(forks: Forks, tmp_path: Path) -> None:
    port = free_port()
    server = ForkedServer(forks, tmp_path, settings={"REKINDLE_METRICS_PORT": str(port), "REKINDLE_LOG_FORMAT": "json"})
    (key,) = moved_in(server.database, STARTED)
    with server, visit(server, key, "/drive") as visitor:
        log = server.database.with_name(f"{server.database.name}.wal")
        with files_no_larger_than(server, log.stat().st_size):
            answer(visitor, 1)
            until(lambda: status(server, "/readyz") == 503)
            until(lambda: scraped(port)["rekindle_ready"] == 0)
            full = scraped(port)
        until(lambda: status(server, "/readyz") == 200)
        with_room = scraped(port)
        second = ForkedServer(forks, tmp_path, settings={"REKINDLE_DATABASE": str(tmp_path / "2"), "REKINDLE_METRICS_PORT": str(port)})
        second.log_file = tmp_path / "second.log"
        refused = second.refused()

    assert (full["rekindle_errors_totalDiskFull"], full["rekindle_open_sessions"], with_room["rekindle_ready"]) == (1, 1, 1)
    assert full["rekindle_save_seconds_count"] > 0
    lines = [json.loads(line) for line in server.log.splitlines()]
    assert {"time", "level", "logger", "message"} == set().union(*lines)
    assert {"data.groups.cohort_store", "uvicorn.access"} <= {line["logger"] for line in lines}
    assert refused == 1
    assert second.log.splitlines()[-1] == (
        "Rekindle did not start. REKINDLE_METRICS_PORT or REKINDLE_METRICS_ADDRESS cannot be used: "
        f"port {port} is taken, or the address is not of this machine; set others."
    )


def write_everywhere(visitor: Visitor) -> list[str]:
    """A word of its own in every box of the last step, and to the profile."""
    boxes = [widget for widget in visitor.screen.widgets() if widget.kind in ("text_input", "text_area")]
    words = [f"Quokka{number}Sentinel" for number, _ in enumerate(boxes)]
    for box, word in zip(boxes, words, strict=True):
        visitor.give(box, state(box, word))
    visitor.press("continue_reflect")
    return words


def test_a_journey_on_postgresql_leaves_no_word_of_it_in_the_figures(forks: Forks, postgres: ServedDatabases, tmp_path: Path) -> None:
    """With a file the same is asked of a whole journey in a browser (tests/attacks/test_sentinels.py)."""
    key, port = new_key(), free_port()
    with postgres.fresh() as address, closing(store_at(address)) as store:
        record_store.change(store, key, becoming(STARTED), keep_until=KEPT_UNTIL)
        secret = os.environ["REKINDLE_SECRET_FILE"]
        settings = {"REKINDLE_DATABASE": address.uri, "REKINDLE_SECRET_FILE": secret, "REKINDLE_METRICS_PORT": str(port)}
        with ForkedServer(forks, tmp_path, settings=settings) as server, visit(server, key, "/reflect") as visitor:
            words = write_everywhere(visitor)
            told, saves = figures(port), scraped(port)["rekindle_save_seconds_count"]
        kept = record_store.read(store, key, keep_until=KEPT_UNTIL)

    assert kept is not None and len(words) > 3
    assert [word for word in words if word not in kept.model_dump_json()] == []
    assert saves > 0
    assert [secret for secret in [*words, key, Seal(key, Kind.OWN).row_id.hex, address.uri] if secret in told] == []
    assert {label for family in text_string_to_metric_families(told) for sample in family.samples for label in sample.labels} <= {
        "le",
        "kind",
    }
