"""What a run works with besides its articles."""

from __future__ import annotations

from factcheck import config
from factcheck.cli import replay
from factcheck.cli.options import Options
from factcheck.config import Settings
from factcheck.ledger import locate
from factcheck.ledger.compiled import load
from factcheck.ledger.files import watched
from factcheck.ledger.model import Ledger


def inputs(options: Options) -> tuple[Settings, Ledger]:
    """The settings and the ledger of a run. A run that writes no file of its own is watched, to be written again while nothing changes.

    Raises UsageError for a faulty configuration, LedgerError for a faulty ledger.
    """
    settings = config.nearest(options.paths)
    folders = locate.locate(options.ledger, settings.ledger)
    if not options.output and not options.stubs:
        looked_at = [*config.candidates(options.paths), *locate.candidates()]
        replay.watch(options.paths, [*map(str, looked_at), *(path for folder in folders for path in watched(folder))])
    return settings, load(folders, meanwhile=_reader)


def _reader() -> None:
    """Load what reads and judges, which takes long where its patterns are not compiled yet."""
    import factcheck.cli.check  # noqa: F401
