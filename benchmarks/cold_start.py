"""Cold start: `factcheck ARTICLE --format json` against codespell, which has less to do, on the same article of 8 KB.

Both run as a user runs them, as commands with their output piped, one after the other in turn, so that whatever else the machine
does falls on both alike. factcheck runs on the article as it was in the run before, and on one that is another each time, as after an
edit. Prints minimum and median of each and the ratios of the medians; the goal is 0.6.

    python benchmarks/cold_start.py [--rounds 30] [ARTICLE]
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import factcheck

ROOT = Path(__file__).parent.parent
SIZE = 8 * 1024
WARM_UP = 2  # rounds that fill the caches
BIN = Path(sys.executable).parent


def article(folder: Path) -> Path:
    """The example newsletter, repeated and cut to 8 KB."""
    text = (ROOT / "examples" / "newsletter.md").read_text(encoding="utf-8")
    path = folder / "article.md"
    path.write_bytes((text * (SIZE // len(text) + 1)).encode()[:SIZE].decode(errors="ignore").encode())
    return path


def seconds(command: list[str]) -> float:
    """How long a command takes, in a process of its own; it may find something."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1, 65):
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure cold start against codespell.")
    parser.add_argument("article", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    compileall.compile_dir(str(Path(factcheck.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        path = str(options.article or article(Path(folder)))
        edited = Path(folder) / "edited.md"
        text = Path(path).read_text(encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "factcheck": [str(BIN / "factcheck"), path, "--format", "json"],
            "factcheck, edited": [str(BIN / "factcheck"), str(edited), "--format", "json"],
            "codespell": [str(BIN / "codespell"), path],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for n in range(-WARM_UP, options.rounds):
            edited.write_text(f"{text}\n<!-- edit {n} -->\n", encoding="utf-8")
            for name, command in commands.items():
                time_taken = seconds(command)
                if n >= 0:
                    taken[name].append(time_taken)
    for name, times in taken.items():
        print(f"{name:17} min {min(times) * 1000:6.1f} ms   median {statistics.median(times) * 1000:6.1f} ms")
    ratio = {name: statistics.median(times) / statistics.median(taken["codespell"]) for name, times in taken.items()}
    print(f"to codespell {ratio['factcheck']:.2f} (goal 0.60), edited {ratio['factcheck, edited']:.2f}")


if __name__ == "__main__":
    main()
