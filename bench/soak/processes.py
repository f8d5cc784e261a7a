"""The processes that are killed, and what they say."""

import json
import os
import random
import subprocess
import sys
from typing import TextIO

from bench.soak.kept import Shared
from bench.soak.ledger import VISITORS
from bench.soak.said import ITSELF


class Processes:
    """The replicas, and what they say, all into one pipe."""

    def __init__(self, shared: Shared, count: int) -> None:
        self._shared = shared
        self.live: dict[int, subprocess.Popen[str]] = {}
        self._all = range(count)
        heard, self._said = os.pipe()
        self.said: TextIO = os.fdopen(heard)

    def begin(self, saves: list[int], dice: random.Random) -> dict[int, int]:
        """Start whichever does not run, and let people in; who is where."""
        visitors = dice.sample(range(VISITORS), VISITORS)
        parts = {number: visitors[number :: len(self._all)] for number in self._all}
        for number, here in parts.items():
            if number not in self.live:
                self.live[number] = self._started()
            keepers = VISITORS + 2 * number
            self._tell(number, json.dumps([keepers, here, saves]))
            here += [keepers, keepers + 1]
        return {who: number for number, here in parts.items() for who in here}

    def kill(self, number: int) -> None:
        process = self.live.pop(number)
        process.kill()
        process.communicate()

    def rest(self) -> int:
        """How many are told to begin nothing more, and will say so."""
        for number in self.live:
            self._tell(number, "rest")
        return len(self.live)

    def mark(self, name: str) -> None:
        """Say something behind everything that was said until now."""
        os.write(self._said, (json.dumps([ITSELF, name, 0, "here"]) + "\n").encode())

    def end(self) -> None:
        for number in list(self.live):
            self.kill(number)
        self.said.close()
        os.close(self._said)

    def _started(self) -> "subprocess.Popen[str]":
        process = subprocess.Popen([sys.executable, "-m", "bench.soak.process"], stdin=subprocess.PIPE, stdout=self._said, text=True)
        assert process.stdin
        process.stdin.write(self._shared.line())
        return process

    def _tell(self, number: int, line: str) -> None:
        stdin = self.live[number].stdin
        assert stdin
        stdin.write(line + "\n")
        stdin.flush()
