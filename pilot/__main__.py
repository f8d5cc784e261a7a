"""`python -m pilot FILE.csv` analyses a pilot of rk-1.1; `python -m pilot selftest` tries the analysis on invented people."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pilot.errors import PilotError

try:
    # The kit's libraries come with an extra of their own, so whoever has the application alone has none of them.
    import numpy as np
    import pandas as pd

    from pilot import analysis, report, rows
    from pilot.selftest import checks
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed. In the folder of Rekindle: pip install '.[pilot]'")

# The same figures each time, unless another seed is asked for.
SEED = 20261126


def main(words: Sequence[str]) -> int:
    """0 if all went well, 1 if the self-test missed a bar. Raises PilotError for a file that cannot be read."""
    asked = _parser().parse_args(words)
    return _selftest(asked) if asked.file == "selftest" else _analyse(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pilot", description="Analyse a pilot of rk-1.1. See pilot/README.md.")
    parser.add_argument("file", metavar="FILE.csv | selftest", help="the file of rows, or the word selftest")
    parser.add_argument("--retest", type=Path, metavar="FILE2.csv", help="the same people some weeks later, with the same codes")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="also write every table there; selftest: the invented files")
    parser.add_argument("--seed", type=int, default=SEED, help="for everything that is drawn by chance")
    parser.add_argument("--quick", action="store_true", help="selftest: look for DIF only where some was planted")
    return parser


def _analyse(asked: argparse.Namespace) -> int:
    first = rows.load(Path(asked.file))
    second = rows.load(asked.retest) if asked.retest else None
    print("This takes a minute or two.", file=sys.stderr, flush=True)
    done = analysis.analyse(first, second, np.random.default_rng(asked.seed))
    print(report.text(done))
    if asked.write:
        report.write(done, asked.write)
    return 0


def _selftest(asked: argparse.Namespace) -> int:
    print("This takes a minute or two.", file=sys.stderr, flush=True)
    with TemporaryDirectory(prefix="pilot-") as folder:
        done = checks.run(asked.write or Path(folder), asked.seed, quick=asked.quick)
    table = pd.DataFrame([(c.what, c.known, c.recovered, c.bar, "ok" if c.ok else "OUTSIDE") for c in done])
    print(table.to_string(index=False, header=["what", "known", "recovered", "bar", ""]))
    outside = sum(not check.ok for check in done)
    print(f"\n{outside} of {len(done)} outside their bars." if outside else f"\nAll {len(done)} within their bars.")
    return int(outside > 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(1)
    except PilotError as trouble:
        sys.exit(f"The analysis stopped. {trouble}")
