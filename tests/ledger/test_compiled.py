"""The compiled form: the same ledger as from YAML, whatever happens to the cache."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import cache
from factcheck.dataclass import replace
from factcheck.errors import LedgerError
from factcheck.ledger import compiled
from factcheck.ledger.kept import Kept
from factcheck.ledger.load import load
from factcheck.ledger.model import Ledger
from factcheck.ledger.plain import Plain, claim_of, to_plain, vocabulary_of
from factcheck.ledger.yaml_nodes import Digits
from factcheck.values import dates
from tests.ledger.folder import with_claims

CLAIMS = """\
    subject: one
    claims:
      - {metric: exam, value: 52.0, sources: [acme-page, daily], conditions: {mode: fast, tools: with}, headline: true, note: "é"}
      - {metric: exam, value: [40, 45.5], sources: [gauge-list], op: "~", as_of: 2026-04}
      - {metric: exam, value: 61, sources: [gauge-list], as_of: 2026-04, status: superseded}
      - {metric: release-date, value: 2026-04-08, sources: [acme-page], until: 2027}
      - {metric: release-date, value: [2026-04, 2026-05], sources: [daily]}
      - {metric: open-weights, value: planned, sources: [daily]}
    """


def settle(folder: Path) -> None:
    """Make every file as old as if it had been written a minute ago."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, ns=(then := time.time_ns() - 60_000_000_000, then))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = str(tmp_path / "cache")
    monkeypatch.delenv(cache.OFF, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("LOCALAPPDATA", home)
    monkeypatch.setattr(sys, "platform", "linux")
    with_claims(tmp_path / "ledger", CLAIMS)
    settle(tmp_path / "ledger")
    return tmp_path / "ledger"


def kept(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache").rglob("ledger-*"))


def reads_yaml(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Count from now on how often the YAML is read."""
    calls: list[Sequence[Path]] = []
    original = compiled._from_yaml

    def counted(folders: Sequence[Path]) -> Ledger:
        calls.append(folders)
        return original(folders)

    monkeypatch.setattr(compiled, "_from_yaml", counted)
    return lambda: len(calls)


def from_plain(plain: Plain) -> Ledger:
    version, sources, subjects, metrics = vocabulary_of(plain[:4])
    return Ledger(sources, subjects, metrics, {claim[0]: claim_of(claim) for claim in plain[4]}, version)


def test_plain_and_back_is_the_same(folder: Path) -> None:
    ledger = load([folder])
    assert len(ledger.claims) == 6
    assert from_plain(marshal.loads(marshal.dumps(to_plain(ledger)))) == ledger


def test_the_second_time_the_yaml_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = reads_yaml(monkeypatch)
    first, second = compiled.load([folder]), compiled.load([folder])
    assert (count(), len(kept(folder))) == (1, 1)
    assert first == second == load([folder])


def _edit(folder: Path) -> None:
    path = folder / "claims" / "one.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("52.0", "53.0"), encoding="utf-8")  # as long as before


def _add(folder: Path) -> None:
    (folder / "claims" / "two.yaml").write_text("subject: one\nclaims:\n- {metric: exam, value: 9, sources: [daily]}\n")


def _remove(folder: Path) -> None:
    (folder / "claims" / "one.yaml").unlink()


@pytest.mark.parametrize("change", [_edit, _add, _remove])
def test_a_change_is_seen(folder: Path, change: Callable[[Path], None]) -> None:
    before = compiled.load([folder])
    change(folder)
    after = compiled.load([folder])
    assert after == load([folder]) != before
    settle(folder)
    assert compiled.load([folder]) == after == compiled.load([folder])


def test_another_version_of_the_tool_makes_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.load([folder])
    monkeypatch.setattr(compiled, "HEADER", b"factcheck ledger 0 another\n")
    count = reads_yaml(monkeypatch)
    compiled.load([folder])
    assert (count(), len(kept(folder))) == (1, 2)


def test_folders_have_their_order(folder: Path, tmp_path: Path) -> None:
    other = with_claims(tmp_path / "other", "subject: one\nclaims:\n- {id: one.open-weights, metric: exam, value: 7, sources: [daily]}\n")
    settle(other)
    for order in ([folder, other], [other, folder], [folder]):
        assert compiled.load(order) == load(order) == compiled.load(order)


def test_a_file_that_changed_a_moment_ago_is_not_kept(folder: Path) -> None:
    (folder / "claims" / "one.yaml").touch()
    ahead = time.time_ns() + 60_000_000_000
    os.utime(folder / "claims" / "one.yaml", ns=(ahead, ahead))
    compiled.load([folder])
    assert kept(folder) == []


def test_a_ledger_with_faults_is_never_kept(folder: Path) -> None:
    (folder / "claims" / "two.yaml").write_text("claims: [{}]\n")
    settle(folder)
    for _ in range(2):
        with pytest.raises(LedgerError) as error:
            compiled.load([folder])
        assert error.value.faults
    assert kept(folder) == []


def test_it_can_be_turned_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.OFF, "1")
    assert compiled.load([folder]) == load([folder])
    assert kept(folder) == []


def test_a_place_that_cannot_be_written_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder.parent / "file"))
    assert compiled.load([folder]) == load([folder])
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert compiled.load([folder]) == load([folder])


def test_nothing_but_the_one_file_is_left_behind(folder: Path) -> None:
    compiled.load([folder])
    assert [path.name for path in (folder.parent / "cache" / "factcheck").iterdir()] == [path.name for path in kept(folder)]


@given(damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=4), cut=st.floats(0, 1))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_is_never_noticed(folder: Path, damage: list[tuple[float, int]], cut: float) -> None:
    sound = compiled.load([folder])
    (file,) = kept(folder)
    data = bytearray(file.read_bytes())
    for where, flip in damage:
        data[int(where * len(data))] ^= flip
    file.write_bytes(data[: int(cut * len(data))] if cut < 0.5 else data)
    assert compiled.load([folder]) == sound


@pytest.mark.parametrize("content", [(), None, "text", (1, 2), ("v", (), (), (), ((1,),)), ("v", 1, 2, 3, 4)])
def test_a_content_of_another_shape_is_made_anew(folder: Path, content: Any) -> None:
    sound = compiled.load([folder])
    (file,) = kept(folder)
    stamp: Any = compiled._stamp([folder])
    cache.write(file, compiled.HEADER, marshal.dumps((stamp, content)))
    assert compiled.load([folder]) == sound


def test_a_warm_start_loads_neither_pydantic_nor_yaml(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from factcheck.ledger.compiled import load; load([Path(sys.argv[1])]);"
        "print(*sorted({'yaml', 'pydantic', 'typer', 'rich', 'rapidfuzz', 'hashlib', 'difflib'} & set(sys.modules)))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert "yaml" in runs[0] and runs[1] == []


def test_the_version_is_part_of_what_is_kept(folder: Path) -> None:
    ledger = load([folder])
    assert from_plain(to_plain(replace(ledger, version="x"))).version == "x"
    assert isinstance(from_plain(to_plain(ledger)), Ledger)


def test_a_year_by_itself_can_be_kept() -> None:
    assert marshal.loads(marshal.dumps(dates(Digits("2026")).written)) == "2026"


MORE = {
    "claims/two.yaml": "subject: two\nclaims:\n- {id: odd, metric: exam, value: 52, sources: [gauge-list], conditions: {version: 1.5}}\n",
    "claims/vocabulary/more.yaml": "subjects:\n  - {id: two, name: Acme Two, kind: model, maker: acme}\n",
}


@pytest.fixture
def two(folder: Path) -> Path:
    for name, text in MORE.items():
        (folder / name).write_text(text, encoding="utf-8")
    settle(folder)
    compiled.load([folder])
    return folder


def test_only_the_claims_asked_for_are_read(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = reads_yaml(monkeypatch)
    ledger = compiled.load([two])
    assert isinstance(ledger, Kept) and len(ledger.claims) == 7
    assert len(ledger.about("one", "exam")) == 3 and ledger.about("three", "exam") == ()
    assert list(ledger.claims._parts) == ["one", "three"] and count() == 0


def test_what_is_asked_is_answered_alike(two: Path) -> None:
    kept, plain = compiled.load([two]), load([two])
    assert [kept.about(s, m) for (s, m), _ in plain.pairs()] == [claims for _, claims in plain.pairs()]
    for metric in plain.metrics:
        assert list(kept.on(metric)) == list(plain.on(metric)) and kept.versions(metric) == plain.versions(metric)
    for number in map(Decimal, ("52", "52.00", "61", "7", "40")):
        assert list(kept.having(number)) == list(plain.having(number))
    assert (kept.newest, kept.told_by_makers) == (plain.newest, plain.told_by_makers)
    assert [kept.newest_on(s) for s in plain.subjects] == [plain.newest_on(s) for s in plain.subjects]
    assert [kept.claims[id_] for id_ in plain.claims] == list(plain.claims.values())
    assert (list(kept.claims), list(kept.pairs()), "nothing" in kept.claims) == (list(plain.claims), list(plain.pairs()), False)
    assert [kept.covers(s) for s in plain.subjects] == [plain.covers(s) for s in plain.subjects]
    assert kept.with_claims({}).about("one", "exam") == ()
    assert kept == plain and plain == kept and kept != replace(plain, version="x")


def test_a_damaged_part_is_read_from_the_yaml(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, (file,) = load([two]), kept(two)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
    count = reads_yaml(monkeypatch)
    ledger = compiled.load([two])
    assert ledger == plain and list(ledger.having(Decimal(52))) == list(plain.having(Decimal(52))) and count() > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are alike")
class TestMeanwhile:
    """The ledger is compiled by a process of its own while this one does something else."""

    @pytest.fixture(autouse=True)
    def two_processors(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "cpu_count", lambda: 2)

    def test_it_is_the_same_ledger_and_this_process_reads_no_yaml(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        here, expected, done = os.getpid(), to_plain(load([folder])), []
        from_yaml = compiled._from_yaml

        def counted(folders: Sequence[Path]) -> Ledger:
            done.append(os.getpid())
            return from_yaml(folders)

        monkeypatch.setattr(compiled, "_from_yaml", counted)
        ledger = compiled.load([folder], meanwhile=lambda: done.append(here))
        assert to_plain(ledger) == expected
        assert done == [here]  # what the other process did is not seen in this one

    def test_faults_are_told_here(self, folder: Path) -> None:
        (folder / "claims" / "bad.yaml").write_text("claims: 5\n", encoding="utf-8")
        settle(folder)
        with pytest.raises(LedgerError):
            compiled.load([folder], meanwhile=lambda: None)

    @pytest.mark.parametrize("trouble", [None, 0])
    def test_without_another_process_it_is_read_here(self, folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: int | None) -> None:
        if trouble is None:
            monkeypatch.setattr(os, "cpu_count", lambda: 1)
        else:
            monkeypatch.setattr(os, "fork", _no_process)
        assert to_plain(compiled.load([folder], meanwhile=pytest.fail)) == to_plain(load([folder]))

    def test_what_cannot_be_kept_is_read_here(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(compiled, "SETTLED", 10**18)
        assert to_plain(compiled.load([folder], meanwhile=lambda: None)) == to_plain(load([folder]))


def _no_process() -> int:
    raise OSError("no process to be had")
