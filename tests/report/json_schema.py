"""As much of JSON Schema as other people's schemas need to be held against what we write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = {
    *("type", "required", "properties", "additionalProperties", "items", "enum", "const", "oneOf", "if", "then", "else", "minItems"),
    *("$ref", "$defs", "description", "title", "$schema", "$id", "version", "default", "examples", "format", "pattern"),
}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str = "$") -> Iterator[str]:
    """What is wrong with a value, each with its place. Raises AssertionError for a keyword that is not known here."""
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        yield from problems(value, _found(schema["$ref"], root), root, place)
    types = schema.get("type", [])
    names = [types] if isinstance(types, str) else types
    if names and not any(_is(value, name) for name in names):
        yield f"{place}: {value!r} is no {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if "oneOf" in schema and sum(not list(problems(value, one, root, place)) for one in schema["oneOf"]) != 1:
        yield f"{place}: not one of its forms"
    if "if" in schema:
        branch = "else" if list(problems(value, schema["if"], root, place)) else "then"
        yield from problems(value, schema.get(branch, {}), root, place)
    if isinstance(value, dict):
        yield from (f"{place}: no {key}" for key in schema.get("required", ()) if key not in value)
        rest = schema.get("additionalProperties", True)
        for key, one in value.items():
            if key in schema.get("properties", {}):
                yield from problems(one, schema["properties"][key], root, f"{place}.{key}")
            elif rest is False:
                yield f"{place}: unknown key {key}"
            elif isinstance(rest, dict):
                yield from problems(one, rest, root, f"{place}.{key}")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{place}: too few"
        for n, one in enumerate(value):
            yield from problems(one, schema.get("items", {}), root, f"{place}[{n}]")


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _found(reference: str, root: dict[str, Any]) -> dict[str, Any]:
    for step in reference.removeprefix("#/").split("/"):
        root = root[step]
    return root
