# `make demo` makes and publishes the example district; `make test` proves that everything works.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

VENV := .venv
BIN := $(VENV)/bin
DEMO := exports/demo
UV := $(shell command -v uv)
# The first Python on this machine that starts and that the workbench runs on.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && \
	echo $$python && break; done)

.PHONY: help demo open test lint bench docs lock clean tools

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

demo: $(VENV)/.installed ## make the example district, check it and publish it to exports/demo
	@$(BIN)/workbench demo --out $(DEMO)

open: $(VENV)/.installed ## open the rooms on the example district in JupyterLab
	@ls $(DEMO)/*.workbench >/dev/null 2>&1 || $(BIN)/workbench demo --out $(DEMO)
	@$(BIN)/workbench open $(DEMO)/*.workbench

test: lint tools ## everything: lint, types, imports between layers, tests
	$(BIN)/pytest -n 2 --dist loadgroup

lint: $(VENV)/.installed ## style, types and imports between layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.installed tools ## measure what takes time
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.checks
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.room
	$(BIN)/python -m benchmarks.versions
	$(BIN)/python -m benchmarks.suggestions
	$(BIN)/python -m benchmarks.workshop

docs: $(VENV)/.installed ## write the generated pages of docs/, and the words to translate, anew
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/words.py

# Packages already in the lock keep their versions; `make lock UPGRADE=1` takes the newest that fit.
lock: ## make requirements.lock anew from pyproject.toml (needs uv)
	@test -n "$(UV)" || { echo "make lock needs uv on the PATH."; exit 1; }
	@sed -n '/^#/p' requirements.lock > requirements.lock.head
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 $(if $(UPGRADE),--upgrade) \
		--generate-hashes --no-header --no-annotate --quiet --output-file requirements.lock
	@cat requirements.lock.head <(sed '/^#/d' requirements.lock) > requirements.lock.new
	@mv requirements.lock.new requirements.lock && rm requirements.lock.head

clean: ## remove the environment and everything that was made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find exports -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +

# Two stamps inside the environment, so that removing it forgets them: a changed lock installs again, a
# changed pyproject.toml only renews the project's own entry.
$(VENV)/.locked: requirements.lock
ifneq ($(UV),)
	uv venv --quiet --allow-existing $(VENV)
	uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
else
	@test -n "$(PYTHON)" || \
		{ echo "The workbench needs Python 3.11, 3.12 or 3.13; none was found on this machine."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv; } || \
		{ echo "Python's venv module is missing; install the package python3-venv."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
endif
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
ifneq ($(UV),)
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endif
	@touch $@

# What the tests drive besides Python: a browser, a spreadsheet program, a PDF reader.
tools:
	@missing=; \
	for pair in chromium:chromium soffice:libreoffice-calc pdftoppm:poppler-utils; do \
		command -v "$${pair%%:*}" >/dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	test -z "$$missing" || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } || \
		{ echo "The tests need these Debian packages:$$missing"; exit 1; }
