"""Epoch AI's benchmarking hub."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.importing.formats import format_of
from factcheck.importing.run import run
from factcheck.ledger.load import load
from tests.importing.reading import figures, file, reasons
from tests.ledger.folder import VOCABULARY, write


def board(folder: Path, name: str, header: str, *rows: str) -> Path:
    return file(folder, f"{name}.csv", "\n".join([f"Model version,{header}", *rows, ""]))


def test_own_runs_are_fractions_rounded_as_shown(tmp_path: Path) -> None:
    path = board(tmp_path, "gpqa_diamond", "mean_score,stderr", "acme-1-2026-03-05_xhigh,0.9392135642135643,0.01")
    (figure,) = figures("epoch", path)
    assert (figure.subject, figure.metric, figure.value, figure.by) == ("acme-1-2026-03-05_xhigh", "gpqa_diamond", "93.9", "Epoch AI")


def test_scores_of_others_keep_their_digits_without_noise(tmp_path: Path) -> None:
    path = board(tmp_path, "hle_external", "Accuracy", "a,0.4644", "b,0.8200000000000001")
    assert [(figure.value, figure.by) for figure in figures("epoch", path)] == [
        ("46.44", "Center for AI Safety"),
        ("82", "Center for AI Safety"),
    ]


def test_some_files_are_in_percent_and_one_in_minutes(tmp_path: Path) -> None:
    board(tmp_path, "os_world_external", "Score,Source,Source link", "a,62.9,OS World Website,https://os-world.example/")
    board(tmp_path, "metr_time_horizons_external", "Time horizon,METR version", "a,90,METR-Horizon-v1.1")
    first, second = figures("epoch", tmp_path)
    assert (first.value, first.by, dict(first.conditions)) == ("1.5", "METR", {"version": "v1.1"})
    assert (second.value, second.by, second.page) == ("62.9", "", "https://os-world.example/")


def test_the_page_a_score_is_from_tells_whose_it_is(tmp_path: Path) -> None:
    rows = ("b,0.5,Some Technical Report,https://papers.example/1", "c,0.5,,", "d,0.4,A Leaderboard,")
    path = board(tmp_path, "mmlu_external", "EM,Source,Source link", *rows)
    (figure,) = figures("epoch", path)
    assert (figure.by, figure.page, figure.note) == ("", "https://papers.example/1", "Taken from https://papers.example/1")
    assert reasons("epoch", path) == ["whose figure it is cannot be told (no page)"] * 2


def test_the_keeper_of_a_board_measured_all_of_it(tmp_path: Path) -> None:
    rows = ("b,0.5,ARC Prize Leaderboard,https://arcprize.org/x", "c,0.4,,")
    found = list(figures("epoch", board(tmp_path, "arc_agi_external", "Score,Source,Source link", *rows)))
    assert [(figure.by, figure.note) for figure in found] == [("ARC Prize", "Taken from https://arcprize.org/x"), ("ARC Prize", "")]


def test_settings_stand_in_columns_too_and_unknown_ones_nowhere(tmp_path: Path) -> None:
    path = board(tmp_path, "terminalbench_external", "Agent,Accuracy mean,Source", "acme-1_unknown,Codex,0.5,TB")
    (figure,) = figures("epoch", path)
    assert (figure.subject, dict(figure.conditions)) == ("acme-1", {"harness": "Codex", "version": "2.0"})


def test_settings_may_stand_in_the_name_alone(tmp_path: Path) -> None:
    rows = ("acme-1,0.5,Acme 1 (High)", "acme-1,0.4,Acme 1 (Preview)", "acme-1_low,0.3,Acme 1 (Low)")
    path = board(tmp_path, "arc_agi_2_external", "Score,Name", *rows)
    assert [figure.subject for figure in figures("epoch", path)] == ["acme-1 (High)", "acme-1", "acme-1_low"]


def test_an_index_of_models_has_no_settings(tmp_path: Path) -> None:
    path = board(tmp_path, "epoch_capabilities_index", "ECI Score,Model name", "acme-1-2026-03-05_xhigh,156.24,Acme 1")
    (figure,) = figures("epoch", path)
    assert (figure.subject, figure.value) == ("acme-1-2026-03-05", "156.2")


def test_what_is_left_out(tmp_path: Path) -> None:
    board(tmp_path, "hle_external", "Accuracy,Name", ",0.5,Somebody", "a,,Acme")
    board(tmp_path, "new_external", "Score", "a,1")
    board(tmp_path, "inner/gpqa_diamond", "mean_score", "a,1")
    assert reasons("epoch", tmp_path) == ["no model version", "no score", "a benchmark whose column of scores is not known"]


def test_other_files_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"odd\.csv is no file of Epoch"):
        figures("epoch", file(tmp_path, "odd.csv", "a,b\n1,2\n"))
    with pytest.raises(InputError, match="no column 'Accuracy'"):
        figures("epoch", board(tmp_path, "hle_external", "Score", "a,1"))


def test_a_date_in_a_version_is_that_of_the_model(tmp_path: Path) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    text = (folder / "claims/vocabulary/subjects.yaml").read_text(encoding="utf-8")
    text += "  - {id: epoch-ai, name: Epoch AI, kind: organisation}\n"
    (folder / "claims/vocabulary/subjects.yaml").write_text(text, encoding="utf-8")
    path = board(tmp_path, "the_exam", "mean_score", "a-one-2026-03-05_xhigh,0.9")
    assert run(format_of("epoch"), [path], folder, day="2026-05-02").new == 1
    (claim,) = load([folder]).claims.values()
    assert (claim.id, claim.sources) == ("one.exam.xhigh.epoch-ai", ("epoch-hub-2026-05-02",))
