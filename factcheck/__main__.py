"""Where the command starts. Its everyday form is read here; Typer, which takes longer to load than the work takes, reads all else."""

from __future__ import annotations

import os
import sys

from factcheck import __version__
from factcheck.errors import FactcheckError, LedgerError


def main(argv: list[str] | None = None) -> int:
    """Run the command with these arguments (by default the process's own). Returns its exit code and raises nothing."""
    argv = sys.argv[1:] if argv is None else argv
    _open_what_is_closed()
    try:
        code = _run(argv)
        sys.stdout.flush()
    except FactcheckError as error:
        from factcheck.cli.streams import complain

        complain("\n".join([str(error), *(error.faults if isinstance(error, LedgerError) else ())]))
        code = 2
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # Whoever read the report has seen enough. Python would complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    return code


def _open_what_is_closed() -> None:
    """A standard stream that whoever started us has closed is like one that nobody reads or writes."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end; pathlib is slow to load


def _run(argv: list[str]) -> int:
    if argv == ["--version"]:
        print(f"factcheck {__version__}")
        return 0
    from factcheck.cli import replay

    if (code := replay.again(argv)) is not None:
        return code
    from factcheck.cli.options import parse

    options = parse(argv)
    if options is None:
        from factcheck.cli.app import run

        return run(argv)
    import gc

    from factcheck import patterns

    gc.set_threshold(100_000)  # a run is short: looking for cycles at Python's pace takes a twentieth of it
    try:
        from factcheck.cli.inputs import inputs

        work = inputs(options)  # before what reads and judges is loaded: the ledger may be compiled meanwhile
        if options.command == "extract":
            from factcheck.cli import extract

            code = extract.run(options, *work)
        else:
            from factcheck.cli import check

            code = check.run(options, *work)
        replay.keep(argv, code)
        return code
    finally:
        patterns.keep()


if __name__ == "__main__":
    sys.exit(main())
