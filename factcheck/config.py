"""What a project wants of factcheck: the nearest `.factcheck.toml`, `factcheck.toml` or `[tool.factcheck]` in pyproject.toml."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from factcheck.dataclass import dataclass, field
from factcheck.errors import UsageError
from factcheck.findings import SEVERITIES, Severity

NAMES = (".factcheck.toml", "factcheck.toml", "pyproject.toml")  # the first that is there wins
KEYS = ("ledger", "fail-on", "format", "severity")
FAIL_ON = (*SEVERITIES, "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration says; `ledger` is relative to its file. Options of the command line come before all of it."""

    ledger: tuple[Path, ...] = ()
    fail_on: str | None = None
    format: str | None = None
    severity: Mapping[str, Severity | Literal["off"]] = field(default_factory=dict)  # by rule code


def nearest(paths: Sequence[str]) -> Settings:
    """The settings that hold for a run: of the nearest file at or above the folder that all `paths` have in common.

    Standard input counts as the current folder. Raises UsageError, naming the file, for what is not TOML or not known.
    """
    for file in candidates(paths):
        if file.is_file() and (table := _table(file)) is not None:
            return _settings(table, file)
    return Settings()


def candidates(paths: Sequence[str]) -> list[Path]:
    """Where a configuration is looked for, the nearest place first."""
    folder = _common_folder(paths)
    return [place / name for place in (folder, *folder.parents) for name in NAMES]


def _common_folder(paths: Sequence[str]) -> Path:
    folders = {os.path.abspath("." if path == "-" else path) for path in paths}  # noqa: PTH100 - `resolve` would follow links
    common = Path(os.path.commonpath(folders))
    return common if common.is_dir() else common.parent


def _table(file: Path) -> dict[str, Any] | None:
    """A file's settings; None for a pyproject.toml without ours."""
    import tomllib

    try:
        with file.open("rb") as stream:
            content = tomllib.load(stream)
    except OSError as error:
        raise UsageError(f"{file}: the configuration cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: the configuration is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        where = f":{place[1]}:{place[2]}" if place else ""
        reason = str(error)[: place.start()] if place else str(error)
        raise UsageError(f"{file}{where}: the configuration is not TOML: {reason[:1].lower()}{reason[1:]}") from None
    if file.name != "pyproject.toml":
        return content
    tool = content.get("tool", {})
    return tool.get("factcheck") if isinstance(tool, dict) else None


def _settings(table: dict[str, Any], file: Path) -> Settings:
    if not isinstance(table, dict):
        raise UsageError(f"{file}: `factcheck` must be a table")
    for key in table:
        _known(key, KEYS, "key", file)
    ledger = table.get("ledger", [])
    folders = [ledger] if isinstance(ledger, str) else ledger
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        raise UsageError(f"{file}: `ledger` must be a folder or a list of folders")
    fail_on = table.get("fail-on")
    if fail_on is not None:
        _known(fail_on, FAIL_ON, "value of fail-on", file)
    chosen = table.get("format")
    if chosen is not None:
        from factcheck.report import CHECK_FORMATS

        _known(chosen, CHECK_FORMATS, "format", file)
    return Settings(tuple(_folder(folder, file) for folder in folders), fail_on, chosen, _severity(table.get("severity", {}), file))


def _folder(name: str, file: Path) -> Path:
    from factcheck.ledger.locate import BUILTIN, builtin

    return builtin() if name == BUILTIN else file.parent / name


def _severity(table: object, file: Path) -> dict[str, Severity | Literal["off"]]:
    if not isinstance(table, dict):
        raise UsageError(f"{file}: `severity` must be a table of rule codes")
    if not table:
        return {}
    from factcheck.judge.rules import RULES

    for code, severity in table.items():
        _known(code, [module.RULE.code for module in RULES], "rule", file)
        _known(severity, (*SEVERITIES, "off"), f"severity of {code}", file)
    return table


def _known(word: object, words: Iterable[str], what: str, file: Path) -> None:
    """Raise UsageError with the nearest of `words` if it is none of them."""
    words = list(words)
    if word in words:
        return
    from difflib import get_close_matches

    close = get_close_matches(str(word), words, 1)
    hint = f"did you mean {close[0]}?" if close else f"it is one of {', '.join(words)}"
    raise UsageError(f"{file}: unknown {what} {word!r}: {hint}")
