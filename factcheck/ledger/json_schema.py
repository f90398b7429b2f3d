"""The ledger's files as JSON Schema, for editors that complete and check YAML."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind, models_json_schema

from factcheck.ledger.schema import KINDS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
REFERENCES = "#/$defs/{model}"
CHANGED = "ChangedClaim"


class Generator(GenerateJsonSchema):
    """Defaults are numbers with their digits kept, which JSON has no form for: they are left out without a word."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012 - as in its base


def schema_text() -> str:
    """The schema as it is printed, and kept beside a ledger."""
    return json.dumps(json_schema(), indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """One schema for every file of a ledger: lists under `sources`, `subjects`, `metrics` or `claims`.

    What the schema cannot say (that ids exist, that values suit their metric) `factcheck validate` does.
    """
    found, definitions = models_json_schema(
        [(entry, "validation") for entry in KINDS.values()], ref_template=REFERENCES, schema_generator=Generator
    )
    properties: dict[str, Any] = {
        kind: {"type": "array", "items": found[entry, "validation"], "description": f"{kind} of the ledger"}
        for kind, entry in KINDS.items()
    }
    claim = definitions["$defs"][KINDS["claims"].__name__]
    definitions["$defs"][CHANGED] = _changed(claim)
    properties["claims"]["items"] = {
        "if": {"required": ["id"], "not": {"required": ["metric"]}},
        "then": {"$ref": REFERENCES.format(model=CHANGED)},
        "else": properties["claims"]["items"],
    }
    properties["subject"] = {"type": "string", "description": "the subject of all claims that name none themselves"}
    return {
        "$schema": DRAFT,
        "title": "A file of a factcheck ledger",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "anyOf": [{"required": [kind]} for kind in KINDS],
        "dependentRequired": {"subject": ["claims"]},
        **definitions,
    }


def _changed(claim: dict[str, Any]) -> dict[str, Any]:
    """A claim of an earlier ledger, changed by its id: only what changes is said."""
    kept = {key: value for key, value in claim["properties"].items() if key not in ("metric", "subject")}
    return {**claim, "title": CHANGED, "properties": kept, "required": ["id"]}
