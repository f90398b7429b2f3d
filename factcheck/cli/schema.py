"""`factcheck schema`: the form of ledger files, for editors."""

from __future__ import annotations

from factcheck.cli.ledger import print_json


def schema() -> None:
    """Print the JSON Schema of ledger files, for editors that complete and check YAML."""
    from factcheck.ledger.json_schema import schema_text

    print_json(schema_text())
