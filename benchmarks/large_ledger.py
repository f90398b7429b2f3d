"""How long the check of one article takes with a ledger of 100,000 claims, cold and warm, beside the ledger that ships.

    python benchmarks/large_ledger.py ARTICLE [CLAIMS]

The large ledger is the one that ships and invented models with 50 claims each on top, in a folder of its own; times are of whole
commands. The article is another for every run, as after an edit, so that no report is told again.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLAIMS, EACH, RUNS = 100_000, 50, 5
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu".split()


def invented(n: int) -> str:
    """A name that no model has."""
    letters = [SYLLABLES[n // 20**i % 20] for i in range(4)]
    return "".join(letters).capitalize()


def made(folder: Path, claims: int) -> None:
    """The shipped ledger with invented models until it has so many claims."""
    for part in ("claims", "sources"):
        shutil.copytree(ROOT / part, folder / part)
    held = sum(path.read_text(encoding="utf-8").count("- metric:") for path in (folder / "claims").rglob("*.yaml"))
    models = range(max(0, claims - held) // EACH)
    names = "".join(f"  - {{id: {invented(n).lower()}, name: {invented(n)} {n % 9 + 1}.{n % 7}, kind: model}}\n" for n in models)
    (folder / "claims" / "vocabulary" / "subjects" / "invented.yaml").write_text(f"subjects:\n{names}", encoding="utf-8")
    (folder / "claims" / "invented").mkdir()
    metrics = ("gpqa-diamond", "humanitys-last-exam", "mmlu-pro", "swe-bench-verified", "livecodebench")
    for n in models:
        entries = "".join(
            f"  - metric: {metrics[i % 5]}\n    value: {(n * 7 + i * 13) % 1000 / 10}\n"
            f"    conditions: {{variant: part {i // 5}}}\n    by: epoch-ai\n    sources: [epoch-benchmarking-hub-2026-05]\n\n"
            for i in range(EACH)
        )
        text = f"subject: {invented(n).lower()}\nclaims:\n{entries}"
        (folder / "claims" / "invented" / f"{invented(n).lower()}.yaml").write_text(text, encoding="utf-8")


def run(article: Path, ledger: Path, scratch: Path) -> float:
    """Seconds of the processor that a check of an article takes, with an edit of its own; what is kept is kept in `scratch`."""
    edited = scratch / f"edited{article.suffix}"
    edited.write_text(f"{article.read_text(encoding='utf-8')}\n<!-- {time.time_ns()} -->\n", encoding="utf-8")
    command = [sys.executable, "-P", "-m", "factcheck", str(edited), "--ledger", str(ledger), "--format", "json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(scratch / "cache"), "PYTHONPATH": str(ROOT)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        raise SystemExit(done.returncode)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    article, claims = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else CLAIMS
    with tempfile.TemporaryDirectory() as scratch:
        large = Path(scratch) / "ledger"
        made(large, claims)
        time.sleep(0.1)
        for name, ledger in (("shipped", ROOT), (f"{claims:,} claims", large)):
            cold = run(article, ledger, Path(scratch))
            warm = sorted(run(article, ledger, Path(scratch)) for _ in range(RUNS))
            print(f"{name}: cold {cold:.2f} s, warm min {warm[0] * 1000:.0f} ms, median {warm[RUNS // 2] * 1000:.0f} ms", flush=True)


if __name__ == "__main__":
    main()
