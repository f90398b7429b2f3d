"""The formats that can be imported, by name. Each is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

from factcheck.importing.figures import Format

# name -> module, with what it reads in a few words for the help
FORMATS = {
    "aider": "Aider's polyglot_leaderboard.yml",
    "epoch": "CSV files of Epoch AI's benchmarking hub",
    "epoch-models": "CSV files of Epoch AI's data on models",
    "every-eval-ever": "JSON records by the schema of Every Eval Ever",
    "genai-prices": "Pydantic's genai-prices, prices.json",
    "litellm": "LiteLLM's model_prices_and_context_window.json",
    "model-card": "model cards (README.md) with a model-index",
    "models-dev": "a folder of models.dev's TOML files",
    "steel": "JSON files of Steel.dev's agent leaderboards",
    "table": "a table in CSV, TSV, Markdown or JSON",
}


def format_of(name: str) -> Format:
    """The format of a name in FORMATS."""
    module = import_module(f"factcheck.importing.{name.replace('-', '_')}")
    found: Format = module.FORMAT
    return found
