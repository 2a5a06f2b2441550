# make run: read the briefing. make test: run the tests. make help: everything else.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
RUNS := $(VENV)/.runs
TESTS := $(VENV)/.tests

.DEFAULT_GOAL := help
.PHONY: help run test lint format messages breaks wheel bundle clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

run: $(RUNS) ## read the briefing; options go in ARGS: make run ARGS="--lang th"
	@$(BIN)/kzterm $(ARGS)

test: $(TESTS) ## run the tests; options go in ARGS: make test ARGS="tests/text -x"
	$(PY) -m pytest --numprocesses auto --maxprocesses 4 $(ARGS)

lint: $(TESTS) ## style, types, import contracts, message catalogue
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) tools/messages.py --check

format: $(TESTS) ## put the source in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

messages: $(TESTS) ## gather the interface's strings, then compile the translations
	$(PY) tools/messages.py

breaks: $(VENV)/.thai ## prepare where lines of Thai may end, after the scenes or the interface have changed
	$(BIN)/kzterm breaks $(ARGS)
	$(PY) tools/interface_breaks.py

wheel: $(TESTS) ## dist/kzterm-VERSION-py3-none-any.whl
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

bundle: $(TESTS) ## dist/kzterm-VERSION.tar.gz, to copy to a server without a network
	$(PY) tools/bundle.py

clean: ## remove everything that was made here
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis snapshot_report.html
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNS): pyproject.toml tools/setup.sh
	@tools/setup.sh
	@touch $@

$(TESTS): pyproject.toml tools/setup.sh
	@tools/setup.sh dev
	@touch $(RUNS) $@

$(VENV)/.thai: $(RUNS)
	$(PY) -m pip install --quiet --editable ".[thai]"
	@touch $@
