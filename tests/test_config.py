from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import Settings, nearest
from factcheck.errors import UsageError


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert nearest([str(tmp_path / "a.md")]) == Settings()


def test_every_key_is_read_and_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        "factcheck.toml",
        'ledger = ["facts", "../more"]\nfail-on = "warning"\nformat = "concise"\n[severity]\nFC201 = "error"\nFC301 = "off"\n',
    )
    settings = nearest([str(tmp_path / "drafts" / "a.md")])
    assert settings.ledger == (tmp_path / "facts", tmp_path / "../more")
    assert (settings.fail_on, settings.format) == ("warning", "concise")
    assert settings.severity == {"FC201": "error", "FC301": "off"}


def test_one_ledger_may_be_named_without_a_list(tmp_path: Path) -> None:
    write(tmp_path, ".factcheck.toml", 'ledger = "facts"')
    assert nearest([str(tmp_path / "a.md")]).ledger == (tmp_path / "facts",)


def test_the_nearest_file_wins_and_files_do_not_add_up(tmp_path: Path) -> None:
    write(tmp_path, "factcheck.toml", 'fail-on = "never"\nformat = "json"')
    write(tmp_path / "a", "factcheck.toml", 'fail-on = "info"')
    assert nearest([str(tmp_path / "a" / "b" / "x.md")]) == Settings(fail_on="info")


def test_in_one_folder_the_hidden_file_comes_first_and_pyproject_last(tmp_path: Path) -> None:
    for name, value in ((".factcheck.toml", "error"), ("factcheck.toml", "info")):
        write(tmp_path, name, f'fail-on = "{value}"')
    write(tmp_path, "pyproject.toml", '[tool.factcheck]\nfail-on = "never"')
    assert nearest([str(tmp_path / "x.md")]).fail_on == "error"
    (tmp_path / ".factcheck.toml").unlink()
    assert nearest([str(tmp_path / "x.md")]).fail_on == "info"
    (tmp_path / "factcheck.toml").unlink()
    assert nearest([str(tmp_path / "x.md")]).fail_on == "never"


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "factcheck.toml", 'fail-on = "info"')
    write(tmp_path / "a", "pyproject.toml", "[tool.other]\nx = 1")
    assert nearest([str(tmp_path / "a" / "x.md")]).fail_on == "info"


def test_several_paths_share_the_file_above_them_all(tmp_path: Path) -> None:
    write(tmp_path, "factcheck.toml", 'fail-on = "info"')
    write(tmp_path / "a", "factcheck.toml", 'fail-on = "never"')
    write(tmp_path / "a", "x.md", "")
    write(tmp_path / "b", "y.md", "")
    assert nearest([str(tmp_path / "a" / "x.md"), str(tmp_path / "b" / "y.md")]).fail_on == "info"
    assert nearest([str(tmp_path / "a")]).fail_on == "never"


def test_standard_input_counts_as_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "factcheck.toml", 'fail-on = "info"')
    monkeypatch.chdir(tmp_path)
    assert nearest(["-"]).fail_on == "info"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fail_on = "never"', "unknown key 'fail_on': did you mean fail-on?"),
        ('colour = "never"', "unknown key 'colour': it is one of ledger, fail-on, format, severity"),
        ('fail-on = "warnings"', "unknown value of fail-on 'warnings': did you mean warning?"),
        ('format = "jsn"', "unknown format 'jsn': did you mean json?"),
        ('[severity]\nFC999 = "off"', "unknown rule 'FC999': did you mean"),
        ('[severity]\nFC201 = "of"', "unknown severity of FC201 'of': did you mean off?"),
        ("severity = 3", "`severity` must be a table"),
        ("ledger = 3", "`ledger` must be a folder or a list of folders"),
        ("ledger = [3]", "`ledger` must be a folder or a list of folders"),
        ("a = 1\nb = ]\n", ":2:5: the configuration is not TOML: invalid value"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    file = write(tmp_path, "factcheck.toml", text)
    with pytest.raises(UsageError) as caught:
        nearest([str(tmp_path / "a.md")])
    assert str(caught.value).startswith(str(file))
    assert message in str(caught.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b'ledger = "caf\xe9"')
    with pytest.raises(UsageError, match="is not UTF-8"):
        nearest([str(tmp_path / "a.md")])


def test_our_table_must_be_a_table(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "[tool]\nfactcheck = 3")
    with pytest.raises(UsageError, match="must be a table"):
        nearest([str(tmp_path / "a.md")])
