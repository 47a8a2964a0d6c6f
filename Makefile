# `make report` and `make test` do all the set-up themselves; they need only make and Python 3.11 or newer.
PYTHON ?= python3
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
PYTEST = $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal --durations 15
DENO := DENO_NO_UPDATE_CHECK=1 $(BIN)/deno
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
MESSAGES := selfmgmt/locale/nl.po

.PHONY: help report test test-slow check lab bench figures-of-the-model planted-faults mutants messages clean

help:
	@echo "make report    set up, make the report of Nijkerk and say where it is"
	@echo "make test      set up, check and test; without the slow proofs (needs Chromium)"
	@echo "make test-slow the slow proofs, and the variants that make test leaves out"
	@echo "make check     style, format and types only"
	@echo "make lab       set up and open the notebooks in JupyterLab"
	@echo "make bench     measure speed: model, weighing, search, pages, reports (more than an hour)"
	@echo "make figures-of-the-model  print what the model says of five towns and three cuts"
	@echo "make planted-faults  plant a fault for each law of the model, and see each law fail"
	@echo "make mutants   change the science in 300 ways, and see whether tests notice (half an hour)"
	@echo "make messages  bring $(MESSAGES) up to date with the code"
	@echo "make clean     remove what was set up and made"

report: $(VENV)/ready
	$(BIN)/selfmgmt report Nijkerk --out reports

test: check
	@$(BIN)/python tests/browser/chromium.py
	$(PYTEST)

test-slow: $(VENV)/ready-to-test
	@$(BIN)/python tests/browser/chromium.py
	$(PYTEST) -m slow

check: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(DENO) lint --quiet --config tests/javascript/deno.json selfmgmt tests
	$(DENO) check --quiet --no-remote --config tests/javascript/deno.json selfmgmt

lab: $(VENV)/ready
	$(BIN)/selfmgmt lab

bench: $(VENV)/ready-to-bench $(VENV)/peer/ready
	TQDM_DISABLE=1 PYTHONWARNINGS=ignore $(BIN)/python -m tests.bench.bench_simulation $(VENV)/peer/bin/python
	for bench in draws scoring reliability search explorer live app room reports; do \
		$(BIN)/python -m tests.bench.bench_$$bench || exit 1; \
	done
	$(BIN)/python -m tests.bench.poisoned_reports
	$(BIN)/python -m tests.bench.audit_reports

figures-of-the-model: $(VENV)/ready-to-test
	$(BIN)/python -m tests.bench.figures_of_the_model

planted-faults: $(VENV)/ready-to-test
	$(BIN)/python -m tests.bench.planted_faults

mutants: $(VENV)/ready-to-mutate
	$(BIN)/python -m tests.bench.mutants

messages: $(VENV)/ready-to-test
	$(BIN)/pybabel --quiet extract --keyword gettext_noop --sort-by-file --add-location never \
		--width 100 --output-file $(VENV)/messages.pot selfmgmt
	$(BIN)/pybabel --quiet update --locale nl --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date --width 100 --input-file $(VENV)/messages.pot --output-file $(MESSAGES)

clean:
	rm -rf $(VENV) build dist reports .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is not. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; \
		exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/ready: pyproject.toml constraints.txt | $(VENV)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/ready-to-test: pyproject.toml constraints.txt | $(VENV)/python
	$(INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/ready

$(VENV)/ready-to-bench: $(VENV)/ready-to-test
	$(INSTALL) --editable '.[bench]'
	@touch $@

$(VENV)/ready-to-mutate: $(VENV)/ready-to-test
	$(INSTALL) --editable '.[mutants]'
	@touch $@

# EMAworkbench, measured beside our own model, in an environment of its own.
$(VENV)/peer/ready: pyproject.toml constraints.txt | $(VENV)/python
	$(BIN)/python -m venv $(VENV)/peer
	$(VENV)/peer/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable . ema-workbench
	@touch $@
