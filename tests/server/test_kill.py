"""kill -9 at random moments: whoever saw the next step drawn finds what they continued, however often the server dies."""

import random
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Semaphore

from websockets import ConnectionClosed
from websockets.exceptions import InvalidMessage

from bench.server import Server
from bench.visitor import Visitor
from data.instrument.answers import Answer, Answers, Step
from data.instrument.instrument import load
from data.record.record import Draft, Record
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import moved_in, shown, until, visit

ROUNDS = 50
PEOPLE = 4
# A round ends after at most so many saves and a moment; most saves take less than that moment, so many are cut in the middle.
MOST_SAVES = 10
MOMENT_SECONDS = 0.05
SCALE: tuple[Answer, ...] = (1, 2, 3, 4, 5, "na")
# What a visitor notices when the server is gone, also in the middle of a handshake. A handshake that is refused is something else.
GONE = (ConnectionClosed, InvalidMessage, OSError, HTTPException)

RK = load()
BEGUN = Record(draft=Draft(instrument=RK.version, tag="mine", answers=Answers(), saved=dict.fromkeys(Step, 1)))


@dataclass
class Held:
    """What a step must show: how often it was saved and with what, and what was on its way when the server died."""

    saves: int = 1
    answers: Mapping[str, Answer] = field(default_factory=dict)
    under_way: Mapping[str, Answer] | None = None

    def seen(self, saves: int, answers: Mapping[str, Answer]) -> None:
        """What a screen shows: the last acknowledged save, or the one that was on its way and not yet acknowledged."""
        if saves == self.saves + 1 and self.under_way is not None:
            self.saves, self.answers = saves, self.under_way
        assert (saves, answers) == (self.saves, self.answers)
        self.under_way = None


class Somebody:
    """One person who goes on answering, back and forth between two steps, whenever the server is there."""

    def __init__(self, key: str, saved: Semaphore, seed: int) -> None:
        self.key = key
        self.acknowledged = 0
        self._saved, self._random = saved, random.Random(seed)
        self._steps = {Step.DRIVE: Held(), Step.PATH: Held()}

    def answer_until_it_dies(self, server: Server) -> None:
        try:
            with visit(server, self.key, "/drive") as visitor:
                while True:
                    self._save(visitor, Step.DRIVE, "continue_drive")
                    self._save(visitor, Step.PATH, "back_path")
        except GONE:
            return

    def look(self, server: Server) -> None:
        for step in self._steps:
            with visit(server, self.key, f"/{step}") as visitor:
                self._compare(visitor, step)

    def _save(self, visitor: Visitor, step: Step, button: str) -> None:
        self._compare(visitor, step)
        held = self._steps[step]
        given = {item.id: self._random.choice(SCALE) for item in RK.page(step)}
        visitor.fill("radio_groups", {"answers": given})
        held.under_way = given
        visitor.press(button)
        # The next step is drawn: from here on it must never be lost.
        assert not visitor.screen.exceptions()
        held.saves, held.answers, held.under_way = held.saves + 1, given, None
        self.acknowledged += 1
        self._saved.release()

    def _compare(self, visitor: Visitor, step: Step) -> None:
        found = shown(visitor)
        tag, of, saves = found["keep"].split(":")
        assert (tag, of) == ("mine", step)
        self._steps[step].seen(int(saves), found["answers"])


def test_every_acknowledged_step_is_there_after_fifty_kills(forks: Forks, tmp_path: Path) -> None:
    # Without a quiet time the file is rewritten as often as it may be, so kills meet rewrites as well.
    settings = {"REKINDLE_QUIET_SECONDS": "0"}
    server = ForkedServer(forks, tmp_path, settings=settings)
    moments, saved = random.Random(7), Semaphore(0)
    people = [Somebody(key, saved, seed) for seed, key in enumerate(moved_in(server.database, *[BEGUN] * PEOPLE))]
    for _ in range(ROUNDS):
        server.start()
        with ThreadPoolExecutor(PEOPLE) as crowd:
            visits = [crowd.submit(somebody.answer_until_it_dies, server) for somebody in people]
            _wait_for_some(saved, moments.randint(1, MOST_SAVES), visits)
            Event().wait(moments.uniform(0, MOMENT_SECONDS))
            server.kill()
            for visit_of_one in visits:
                visit_of_one.result()
    with server:
        for somebody in people:
            somebody.look(server)

    assert sum(somebody.acknowledged for somebody in people) >= ROUNDS
    assert "Traceback" not in server.log


def _wait_for_some(saved: Semaphore, count: int, visits: Sequence[Future[None]]) -> None:
    """Wait for so many saves, or until nobody is left to save because something was lost."""
    for _ in range(count):
        until(lambda: saved.acquire(blocking=False) or all(visit_of_one.done() for visit_of_one in visits))
