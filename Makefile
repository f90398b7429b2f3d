.PHONY: test lint golden picture bench wheel

PYTHON ?= .venv/bin/python

test: ## run every test
	$(PYTHON) -m pytest

lint: ## style and types
	$(PYTHON) -m ruff check && $(PYTHON) -m ruff format --check && $(PYTHON) -m mypy

golden: ## write the kept reports anew; read the diff
	$(PYTHON) -m tests.report.golden

picture: ## draw the picture in the README anew
	$(PYTHON) docs/make_picture.py

bench: ## measure a cold start, and how well quantities are read
	$(PYTHON) benchmarks/cold_start.py
	$(PYTHON) benchmarks/quantities.py

wheel: ## build the wheel and try it in an environment of its own
	PYTHON=$(PYTHON) .ci/wheel
