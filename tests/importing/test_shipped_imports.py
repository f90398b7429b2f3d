"""What the shipped ledger imports changes nothing when it is imported again; skipped where the data are not at hand."""

from __future__ import annotations

import pytest

from benchmarks.shipped_imports import DATA, IMPORTS, done


@pytest.mark.skipif(not DATA.is_dir(), reason="the data are not at hand")
@pytest.mark.parametrize(
    "name", ["steel", "vectara", "aider", "epoch", "litellm", "models-dev-later", "deepseek-v3", "kimi-k2", "llama-3.1"]
)
def test_importing_again_changes_nothing(name: str) -> None:
    assert IMPORTS[name]
    made = done(name)
    assert (made.new, made.changed) == (0, 0)
    assert made.unchanged > 0
