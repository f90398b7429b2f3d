"""An import from the data file to the ledger's files."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.dataclass import replace
from factcheck.errors import InputError, LedgerError
from factcheck.importing.figures import Figure, Format, Origin, Proposed, Row, Skipped
from factcheck.importing.formats import format_of
from factcheck.importing.merge import Plan
from factcheck.importing.run import run
from factcheck.ledger import store
from factcheck.ledger.json_schema import schema_text
from factcheck.ledger.layout import SCHEMA
from factcheck.ledger.load import load
from tests.importing.reading import file
from tests.ledger.folder import VOCABULARY, write

BY_HAND = """\
    # kept by hand
    subject: one
    claims:
      # scores
      - {metric: exam, value: 58, by: acme, sources: [acme-page]}  # from the page

      # prices
      - metric: price-input
        value: 2.50
        sources: [acme-page]
    """


def figure(value: str = "52", metric: str = "exam", subject: str = "Acme One", by: str = "Gauge", **rest: object) -> Figure:
    return Figure(subject, metric, value, "data: row", by=by if metric == "exam" else "", **rest)  # type: ignore[arg-type]


def given(*rows: Row, day: str = "2026-05-01") -> Format:
    """A format that has read these rows already."""
    return Format("given", "", lambda _: iter(rows), lambda *_: Origin("list", "Gauge Lab", "A list", "evaluator", day))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "ledger", VOCABULARY | {"claims/acme/one.yaml": BY_HAND})


def imported(folder: Path, *rows: Row, day: str = "2026-05-01") -> Plan:
    return run(given(*rows, day=day), [folder], folder)


def claims(folder: Path) -> dict[str, tuple[str, str | None, str]]:
    """Every imported claim: value, end and status, by id."""
    return {
        claim.id: (str(getattr(claim.value, "value", claim.value)), claim.until.written if claim.until else None, claim.status)  # type: ignore[misc]
        for claim in load([folder]).claims.values()
        if any(source.startswith("list-") for source in claim.sources)
    }


def test_a_new_figure_becomes_a_claim_beside_its_like(folder: Path) -> None:
    before = (folder / "claims/acme/one.yaml").read_text(encoding="utf-8")
    made = imported(folder, figure("52"), figure("61", subject="Acme One (High)"), figure("7", "build-time"))
    assert (made.new, made.changed, made.unchanged, made.skipped) == (3, 0, 0, [])
    after = (folder / "claims/acme/one.yaml").read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert after.index("value: 52") < after.index("# prices")
    assert claims(folder) == {
        "one.exam.gauge": ("52", None, "current"),
        "one.exam.high.gauge": ("61", None, "current"),
        "one.build-time.gauge": ("7", None, "current"),
    }


def test_a_second_import_changes_nothing(folder: Path) -> None:
    rows = [figure("52"), figure("3", "price-input", "Acme One 1.5"), figure("2026-04-08", "release-date")]
    imported(folder, *rows)
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    made = imported(folder, *rows, day="2026-06-01")
    assert (made.new, made.changed, made.unchanged) == (0, 0, 3)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_what_a_claim_from_the_same_data_says_with_fewer_conditions_or_digits_is_not_new(folder: Path) -> None:
    imported(folder, figure("52.5"))
    made = imported(folder, figure("52.5", conditions={"effort": "high"}), figure("52.46"))
    assert (made.new, made.unchanged) == (0, 2)
    assert imported(folder, figure("52.4", conditions={"effort": "high"})).new == 1


def test_a_changed_figure_makes_one_new_claim_and_ends_the_old(folder: Path) -> None:
    imported(folder, figure("52"), figure("3", "price-input", "Acme One 1.5"))
    made = imported(folder, figure("53"), figure("2", "price-input", "Acme One 1.5"), day="2026-06-01")
    assert (made.new, made.changed) == (0, 2)
    assert claims(folder) == {
        "one.exam.gauge": ("52", None, "superseded"),
        "one.exam.gauge.2": ("53", None, "current"),
        "one-1.5.price-input.acme": ("3", "2026-06-01", "current"),
        "one-1.5.price-input.acme.2": ("2", None, "current"),
    }
    again = imported(folder, figure("53"), figure("2", "price-input", "Acme One 1.5"), day="2026-06-01")
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)


def test_older_data_changes_nothing(folder: Path) -> None:
    imported(folder, figure("2", "price-input", "Acme One 1.5"), day="2026-06-01")
    made = imported(folder, figure("3", "price-input", "Acme One 1.5"), day="2026-05-01")
    assert (made.new, made.changed) == (0, 0) and "older" in made.skipped[0].why


def test_a_claim_written_by_hand_is_never_touched(folder: Path) -> None:
    made = imported(folder, figure("3", "price-input"))
    assert (made.new, made.changed) == (0, 0)
    assert "differs from what the ledger has from others" in made.skipped[0].why


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (figure(subject="Acme Two"), "no such subject"),
        (figure(subject="Acme One (v2)"), "'v2' is not known"),
        (figure(metric="quiz"), "no metric 'quiz'"),
        (figure(by="Nobody"), "nobody in the ledger"),
        (figure(by="", page="https://nobody.example/x"), "whose figure it is cannot be told (nobody.example)"),
        (figure("520"), "cannot have"),
        (figure("52%"), "cannot have"),
        (figure("soon", "release-date"), "cannot have"),
        (figure("maybe", "open-weights"), "cannot have"),
        (figure("3", "price-input", "Acme One 1.5", seller="Gauge Lab"), "another than its maker"),
        (figure(subject="Acme One (High)", conditions={"effort": "low"}), "contradict each other"),
        (Skipped("x", "data: row", "no model"), "no model"),
    ],
)
def test_what_cannot_be_resolved_is_listed(folder: Path, row: Row, why: str) -> None:
    made = imported(folder, row)
    assert made.added == [] and len(made.skipped) == 1 and why in made.skipped[0].why


def test_whose_page_a_figure_is_from_tells_who_measured(folder: Path) -> None:
    path = folder / "claims/vocabulary/subjects.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("aliases: [Gauge]", "sites: [hub.example/gauge]"), encoding="utf-8")
    made = imported(folder, figure(by="", page="https://hub.example/Gauge/results?day=1"))
    assert [new.fields["by"] for new in made.added] == ["gauge"]


@pytest.mark.parametrize("seller", ["Acme", "acme", "ACME", "acme_chat", "acme-eu", "one"])
def test_a_maker_may_sell_under_a_key_that_begins_with_its_name(folder: Path, seller: str) -> None:
    assert imported(folder, figure("3", "price-input", "Acme One 1.5", seller=seller)).new == 1


def test_what_is_known_to_be_wrong_is_not_brought_back(folder: Path) -> None:
    path = folder / "claims/acme/one.yaml"
    wrong = "  - {metric: exam, value: 77, conditions: {effort: high}, by: gauge, status: refuted, note: it is 61, sources: [acme-page]}\n"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n" + wrong, encoding="utf-8")
    made = imported(folder, figure("77", subject="Acme One (High)"))
    assert (made.new, made.skipped[0].why) == (0, "known to be wrong")


def test_a_day_that_is_not_that_of_the_release_is_left_out(folder: Path) -> None:
    path = folder / "claims/vocabulary/subjects.yaml"
    text = path.read_text(encoding="utf-8").replace("released: 2026-04-08", "released: 2026-04")
    path.write_text(text, encoding="utf-8")
    made = imported(folder, figure("2026-05-02", "release-date"), figure("2026-04-08", "release-date", conditions={"variant": "api"}))
    assert (made.new, made.skipped[0].why) == (1, "differs from when it was released (2026-04)")
    assert imported(folder, figure("2026-04-09", "release-date")).new == 1


def test_a_figure_given_twice_counts_once(folder: Path) -> None:
    made = imported(folder, figure("52"), figure("52.0"))
    assert (made.new, made.unchanged, len(made.skipped)) == (1, 1, 0)


def test_of_figures_that_contradict_each_other_none_counts(folder: Path) -> None:
    made = imported(folder, figure("52"), figure("53"), figure("61", subject="Acme One (High)"))
    assert (made.new, [skipped.why for skipped in made.skipped]) == (1, ["given twice, with another value the second time"] * 2)


def test_what_moves_is_vouched_for_a_month(folder: Path) -> None:
    path = folder / "claims/vocabulary/metrics.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  - {id: duel, name: Duel, kind: score, unit: elo, moves: true}\n", encoding="utf-8"
    )
    row = Figure("Acme One", "Duel", "1400", "data: row", by="Gauge")
    (new,) = imported(folder, row).added
    assert (new.fields["as_of"], new.fields["until"]) == ("2026-05-01", "2026-06-01")
    assert imported(folder, row).unchanged == 1
    assert imported(folder, replace(row, value="1410"), day="2026-05-20").skipped[0].why.startswith("differs from what the ledger has for")
    assert imported(folder, replace(row, value="1410"), day="2026-06-02").new == 1


def test_what_would_not_load_is_not_written(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    with pytest.raises(LedgerError) as caught:
        imported(folder, figure("52", until="2025-01-01", as_of="2026-01-01"))
    assert "until is before as_of" in caught.value.faults[0]
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_nothing_is_written_to_an_unsound_ledger(folder: Path) -> None:
    (folder / "claims/acme/one.yaml").write_text("claims: nothing", encoding="utf-8")
    with pytest.raises(LedgerError):
        imported(folder, figure("52"))


ROWS = tuple(
    figure(str(value), subject=name, conditions={"variant": f"part {value}"}) for value in range(40) for name in ("one", "one-1.5")
)


@pytest.mark.parametrize("files", range(3))
def test_an_import_cut_short_leaves_a_sound_ledger_and_can_be_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    written = iter(range(files))
    real = store.replace_text

    def replace(path: Path, text: str) -> None:
        if next(written, None) is None:
            raise KeyboardInterrupt
        real(path, text)

    monkeypatch.setattr(store, "replace_text", replace)
    with pytest.raises(KeyboardInterrupt):
        imported(folder, *ROWS)
    load([folder])
    monkeypatch.undo()
    imported(folder, *ROWS)
    assert len(claims(folder)) == len(ROWS)


PRICES = {
    f"acme/{name}": {"mode": "chat", "litellm_provider": "acme", "input_cost_per_token": 2.5e-06, "max_input_tokens": 400000}
    for name in ("one", "one-1.5", "two")
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_import_leaves_a_sound_ledger_and_no_lock(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "prices.json"
    data.write_text(json.dumps(PRICES), encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "import", "litellm", str(data), "--into", str(folder), "--published", "2026-05-01"]
    for seconds in (0.1, 0.3, 0.5, 0.7):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        timer = threading.Timer(seconds, process.send_signal, [signal.SIGKILL])
        timer.start()
        process.wait()
        timer.cancel()
        load([folder])
    subprocess.run(command, check=True, capture_output=True)
    assert "one-1.5.price-input.acme" in load([folder]).claims


def test_two_at_once_wait_for_each_other(folder: Path) -> None:
    errors: list[BaseException] = []

    def one(n: int) -> None:
        try:
            imported(folder, figure(str(n), "build-time", conditions={"variant": f"part {n}"}))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == [] and len(claims(folder)) == 8


def test_a_ledger_kept_too_long_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with store.locked(folder), pytest.raises(LedgerError, match="another run"):
        imported(folder, figure("52"))


def test_data_that_cannot_be_read_begin_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        run(format_of("litellm"), [file(tmp_path, "x.json", "[")], tmp_path / "new", day="2026-05-01")
    assert not (tmp_path / "new").exists()


def test_a_missing_file_is_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        run(given(), [tmp_path / "none.json"], folder)


def test_data_of_another_shape_are_told_by_file(folder: Path) -> None:
    def broken(_: Path) -> Iterator[Row]:
        yield figure("52")
        raise KeyError("start")

    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    with pytest.raises(InputError, match="is not as given has its files"):
        run(replace(given(), read=broken), [folder], folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_new_subjects_are_entered_if_asked_for(folder: Path) -> None:
    rows = (
        Proposed("Acme Two", "Acme", released="2026-05-02", aliases=("A-Two", "A-One")),
        Proposed("acme one", "Acme"),
        Proposed("Bolt 1", "Bolt"),
        figure("52", subject="Acme Two"),
    )
    assert imported(folder, *rows).added == []
    made = run(given(*rows), [folder], folder, new_subjects=True)
    assert [subject.id for subject in made.subjects] == ["acme-two"] and "maker (Bolt)" in made.skipped[0].why
    ledger = load([folder])
    assert (ledger.subjects["acme-two"].aliases, ledger.subjects["acme-two"].maker) == (("A-Two",), "acme")
    assert ledger.claims["acme-two.exam.gauge"].place.path.endswith("claims/acme/acme-two.yaml")
    assert run(given(*rows), [folder], folder, new_subjects=True).subjects == []


def test_an_import_begins_a_ledger_on_top_of_another(folder: Path, tmp_path: Path) -> None:
    into = tmp_path / "own"
    rows = (Proposed("Acme Two", "Acme"), figure("52", subject="Acme Two"))
    assert run(given(*rows), [folder], into, [folder], new_subjects=True, dry_run=True).new == 1 and not into.exists()
    assert run(given(*rows), [folder], into, [folder], new_subjects=True).new == 1
    texts = {path.relative_to(into).as_posix(): path.read_text(encoding="utf-8") for path in into.rglob("*.yaml")}
    assert {name: text.splitlines()[0].rpartition("=")[2] for name, text in texts.items()} == {
        "claims/acme/acme-two.yaml": "../../ledger.schema.json",
        "claims/vocabulary/subjects/acme.yaml": "../../../ledger.schema.json",
        "sources/gauge-lab.yaml": "../ledger.schema.json",
    }
    assert (into / SCHEMA).read_text(encoding="utf-8") == schema_text()
    assert "acme-two.exam.gauge" in load([folder, into]).claims


def test_a_changed_figure_of_an_earlier_ledger_is_ended_by_its_id(folder: Path, tmp_path: Path) -> None:
    imported(folder, figure("52"), figure("3", "price-input", "Acme One 1.5"))
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    own = tmp_path / "own"
    changes = (figure("53"), figure("2", "price-input", "Acme One 1.5"))
    made = run(given(*changes, day="2026-06-01"), [folder], own, [folder])
    assert made.changed == 2 and {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
    ledger = load([folder, own])
    ended = ledger.claims["one.exam.gauge"], ledger.claims["one-1.5.price-input.acme"]
    assert ended[0].status == "superseded" and ended[1].until and ended[1].until.written == "2026-06-01"
    own_claims = [claim for claim in ledger.about("one", "exam") if claim.by == "gauge" and claim.status == "current"]
    assert [str(claim.value.value) for claim in own_claims] == ["53"]  # type: ignore[union-attr]
    assert run(given(*changes, day="2026-06-01"), [folder], own, [folder]).added == []


def test_an_import_into_a_folder_without_parts_stays_readable(folder: Path, tmp_path: Path) -> None:
    flat = tmp_path / "flat"
    flat.mkdir()
    for path in folder.rglob("*.yaml"):
        path.rename(flat / path.name)
    assert run(given(figure("52"), figure("3", "build-time")), [flat], flat).new == 2
    assert "one.exam.gauge" in load([flat]).claims


@pytest.mark.parametrize("name", ["exam", "The Exam", "the-exam", "TX", "THE_EXAM"])
def test_a_metric_may_be_named_in_any_way_the_ledger_knows(folder: Path, name: str) -> None:
    made = imported(folder, Figure("Acme One", name, "52", "data: row", by="Gauge"))
    assert [new.fields["metric"] for new in made.added] == ["exam"]


def test_a_name_of_two_metrics_is_nobodys(folder: Path) -> None:
    path = folder / "claims/vocabulary/metrics.yaml"
    more = "  - {id: exam-2, name: Exam Two, kind: score, unit: percent, aliases: [TX]}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    made = imported(folder, Figure("Acme One", "TX", "52", "data: row", by="Gauge"))
    assert made.added == [] and "'TX' may be exam or exam-2" in made.skipped[0].why


def test_only_editions_of_the_same_data_are_replaced() -> None:
    origin = Origin("list", "Gauge Lab", "A list", "evaluator", "2026-05-01")
    assert [origin.is_edition(source) for source in ("list-2026-05-01", "list-2026-05", "list-of-others-2026-05-01", "list-launch")] == [
        True,
        True,
        False,
        False,
    ]
