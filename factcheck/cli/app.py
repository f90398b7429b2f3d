"""The whole command line as Typer declares it: every command, every option, the help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import typer
from typer.main import get_command

from factcheck import __version__
from factcheck.cli.add import add
from factcheck.cli.conflicts import conflicts
from factcheck.cli.coverage import coverage
from factcheck.cli.export import export
from factcheck.cli.import_ import import_
from factcheck.cli.options import COMMANDS, CheckFormat, Color, ExtractFormat, FailOn, Options
from factcheck.cli.review import review
from factcheck.cli.schema import schema
from factcheck.cli.search import search
from factcheck.cli.show import show
from factcheck.cli.sources import sources
from factcheck.cli.validate import validate

HELP = """Check the figures in articles about AI against a ledger of sourced claims: offline, and the same way every time.

\b
  factcheck draft.md                  check an article
  factcheck newsletters/              check every article in a folder
  factcheck extract --why draft.md    see what is read from it, and why

The word `check` may be left out. A file named like a command is reached as ./validate.
"""
EPILOG = "Exit codes: 0 nothing to report, 1 findings, 2 it could not do its work."

app = typer.Typer(
    name="factcheck",
    help=HELP,
    epilog=EPILOG,
    rich_markup_mode=None,  # plain help loads in half the time, and pipes well
    no_args_is_help=True,
    add_completion=False,
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (every .txt, .md, .html below), globs, or - for standard input.")
]
LedgerFolders = Annotated[
    list[str] | None,
    typer.Option(
        "--ledger",
        metavar="DIR",
        help="A ledger folder instead of the default; `builtin` is the one that ships. May be given several times: they add up.",
    ),
]
AsOf = Annotated[str | None, typer.Option(metavar="DATE", help="Judge as of this day. [default: the article's date, else today]")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file.")]
StdinName = Annotated[str | None, typer.Option(metavar="NAME", help="What standard input is called in reports; its ending tells its kind.")]
ColorChoice = Annotated[Color, typer.Option(help="When to use colour.")]
FORMAT = typer.Option("--format", "--output-format", help="How to report.  [default: text]", show_default=False)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """The options that come before a command."""


@app.command()
def check(
    paths: Paths,
    *,
    ledger: LedgerFolders = None,
    as_of: AsOf = None,
    format: Annotated[CheckFormat | None, FORMAT] = None,
    output: Output = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severity that makes the exit code 1.  [default: error]")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="The same as --fail-on never.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List supported and unverified figures too.")] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Show for each figure which claims it was held against, and how each came out.")
    ] = False,
    stubs: Annotated[
        str | None, typer.Option(metavar="FILE", help="Add every unverified figure to a file of claims, ready but for its source.")
    ] = None,
    review_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Of claimreview: the page that the reviews will stand on. [default: the article's own]"),
    ] = None,
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Of claimreview: who publishes the reviews.")] = None,
    color: ColorChoice = "auto",
    stdin_filename: StdinName = None,
) -> None:
    """Judge every figure in the articles against the ledger."""
    options = _options("check", locals())
    from factcheck.cli.inputs import inputs

    work = inputs(options)
    from factcheck.cli.check import run as run_check

    raise typer.Exit(run_check(options, *work))


@app.command()
def extract(
    paths: Paths,
    *,
    ledger: LedgerFolders = None,
    as_of: AsOf = None,
    format: Annotated[ExtractFormat | None, FORMAT] = None,
    output: Output = None,
    why: Annotated[bool, typer.Option("--why", help="Show the evidence for each part, and every number left alone.")] = False,
    color: ColorChoice = "auto",
    stdin_filename: StdinName = None,
) -> None:
    """Show what is read from the articles, unjudged."""
    options = _options("extract", locals())
    from factcheck.cli.inputs import inputs

    work = inputs(options)
    from factcheck.cli.extract import run as run_extract

    raise typer.Exit(run_extract(options, *work))


def _options(command: Literal["check", "extract"], read: Mapping[str, Any]) -> Options:
    """What Typer read, which is named as the fields of Options are."""
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in read.items()}
    return Options(command, **fields | {"ledger": fields["ledger"] or ()})


app.command(short_help="Show where the ledger's claims disagree, and why.")(conflicts)
app.command(short_help="Check that a ledger is sound.")(validate)
app.command(short_help="Show what the ledger says of a subject.")(show)
app.command(short_help="Find subjects, metrics and claims by words.")(search)
app.command(short_help="Add a claim to a ledger, by options or at the prompt.")(add)
app.command(name="import", short_help="Bring figures from other people's data into a ledger.")(import_)
app.command(short_help="List who published what the ledger rests on.")(sources)
app.command(short_help="Write the ledger as JSON, CSV or SQLite.")(export)
app.command(short_help="Show the claims that are worth another look.")(review)
app.command(short_help="Count what the ledger can judge of articles.")(coverage)
app.command(short_help="Print the JSON Schema of ledger files, for editors.")(schema)


@app.command()
def rules() -> None:
    """List what is checked: every rule with its code."""
    from factcheck.cli.rules import rules as list_rules

    list_rules()


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="RULE", help="A rule's code or name, such as FC201 or disputed-value.")],
) -> None:
    """Explain a rule: what it checks, why, and what to write instead."""
    from factcheck.cli.rules import explain as explain_rule

    explain_rule(code)


def run(argv: Sequence[str]) -> int:
    """Run any command line; one that names no command is a `check`. Returns the exit code; a FactcheckError passes through."""
    first = argv[0] if argv else "--help"
    args = list(argv) if first in (*COMMANDS, "--help", "--version") else ["check", *argv]
    try:
        get_command(app).main(args, prog_name="factcheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    return 0
