"""The manual's example is a ledger, and a sound one."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.ledger.load import load
from factcheck.ledger.model import ClaimStatus
from factcheck.ledger.schema import KINDS
from tests.ledger.folder import faults, write

MANUAL = Path(__file__).parents[2] / "docs" / "ledger.md"
FILES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL))


def test_the_example_loads(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    assert faults(tmp_path) == []
    assert list(load([tmp_path]).claims) == [
        "acme-one.the-exam.thinking.with-tools.acme",
        "acme-one.exam.independent",
        "acme-one.open-weights.acme",
    ]


def test_every_field_and_every_word_is_in_the_manual() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    examples = "".join(FILES.values())
    words = {name for entry in KINDS.values() for name in entry.model_fields}
    assert [name for name in sorted(words) if f"{name}:" not in examples] == []
    assert [status for status in ClaimStatus.__args__ if f"`{status}`" not in text] == []  # type: ignore[attr-defined]
