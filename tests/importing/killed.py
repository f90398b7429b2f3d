"""An import that is killed at the n-th file it writes, for n from the first: run as a process of its own, which forks one for each."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.importing.formats import format_of
from factcheck.importing.run import run
from factcheck.ledger.load import load


def imported(name: str, data: Path, folder: Path) -> None:
    run(format_of(name), [data], folder, day="2026-05-01", publisher="Gauge Lab" if name == "table" else "")


def killing(real: Callable[..., Any], n: int, after: bool) -> Callable[..., Any]:
    """A function that kills this process at its n-th call, before or after it has done its work."""
    calls = iter(range(n))

    def call(*args: Any) -> Any:
        last = next(calls, None) is None
        result = None if last and not after else real(*args)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return call


def main(name: str, data: Path, folder: Path) -> int:
    """Returns how many imports were killed. Raises LedgerError if one of them left a ledger that does not load."""
    killed = 0
    for place in ("before", "after", "written"):
        for n in range(20):
            copy = folder.with_name(f"{folder.name}-{place}-{n}")
            shutil.copytree(folder, copy)
            child = os.fork()
            if child == 0:
                if place == "written":  # the new text is there, under another name
                    os.fsync = killing(os.fsync, n, after=True)
                else:
                    Path.replace = killing(Path.replace, n, after=place == "after")  # type: ignore[method-assign]
                imported(name, data, copy)
                os._exit(0)
            _, status = os.waitpid(child, 0)
            load([copy])
            if not os.WIFSIGNALED(status):
                break
            killed += 1
            imported(name, data, copy)
            load([copy])
    return killed


if __name__ == "__main__":
    print(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
