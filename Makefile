# The two commands of the README: `make demo` and `make test`. Both make .venv from the lock file first.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LEDGER ?= demo.duckdb
DATA ?= ../shared/data

.PHONY: demo test lint bench lock clean install
.DEFAULT_GOAL := help

help:
	@echo "make demo   read examples/ into a ledger and show what it holds"
	@echo "make test   run the whole test suite"
	@echo "make lint   ruff and mypy"
	@echo "make bench  the benchmarks whose figures stand in the README"
	@echo "make lock   renew the lock files after changing pyproject.toml"

install: $(STAMP)

# Hashes are checked for everything that is downloaded; the package itself is installed from this folder.
$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Dragoman needs Python 3.11 or later: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP)
	$(BIN)/dragoman read examples/ --ledger $(LEDGER)
	$(BIN)/dragoman overview --ledger $(LEDGER)
	@echo
	@echo "So that your shell finds dragoman: source $(BIN)/activate"

test: $(STAMP)
	$(BIN)/python -m pytest

$(VENV)/.lint: requirements-lint.lock $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lint.lock
	@touch $@

lint: $(VENV)/.lint
	$(BIN)/ruff check src tests training
	$(BIN)/ruff format --check src tests training
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/dragoman bench all --data $(DATA)

lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --extra test -o requirements.lock pyproject.toml
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --extra lint -c requirements.lock -o requirements-lint.lock pyproject.toml

clean:
	rm -rf $(VENV) demo.duckdb build dist
