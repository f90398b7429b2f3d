"""The formats that can be imported, by name. Each is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

from factcheck.importing.figures import Format

# name -> module, with what it reads in a few words for the help
FORMATS = {
    "litellm": "LiteLLM's model_prices_and_context_window.json",
}


def format_of(name: str) -> Format:
    """The format of a name in FORMATS."""
    module = import_module(f"factcheck.importing.{name.replace('-', '_')}")
    found: Format = module.FORMAT
    return found
