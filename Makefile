# What people do with Rekindle. `make` alone lists it. Everything runs from .venv, which is made on the first call.

PYTHON ?= python3
PORT ?= 8501
# Browser tests mostly wait, so a third worker helps even on two cores; 0 runs everything in one process, which is easier to debug.
WORKERS ?= 3
# Random worlds of each kind that `make worlds` lives through; `make test` takes the first 200 of them.
WORLDS ?= 1000
# Further words for pytest, as in: make test PYTEST='-k mixing'
PYTEST ?=

# What `make soak` kills, and how often.
ENGINE ?= duckdb
KILLS ?= 200

BIN := .venv/bin/python
# A stamp is a copy of the lock file that was installed last.
RUN := .venv/installed.txt
DEV := .venv/installed-dev.txt
# Asks for nothing but what is in the lock, and only through pip's own configuration.
INSTALL := $(BIN) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
LOCK := $(BIN) -m uv pip compile pyproject.toml --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock'
CODE := $(wildcard app.py) pages components data demo pilot $(if $(wildcard bench/*.py),bench) tests
CHECKS := lint format types contracts

.DEFAULT_GOAL := help
.PHONY: help run demo test check cover fix bench soak worlds properties audit lock clean chromium libreoffice poppler postgresql pgbouncer $(CHECKS:%=check-%)

help: ## List the recipes
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN) ## Serve on http://127.0.0.1:8501 (another: make run PORT=8600)
	@REKINDLE_BASE_URL="$${REKINDLE_BASE_URL:-http://127.0.0.1:$(PORT)}" $(BIN) -m streamlit run app.py --server.port $(PORT)

demo: $(RUN) ## The same with invented people on a throw-away database, and links to try
	@$(BIN) -m demo --port $(PORT)

test: check chromium libreoffice poppler postgresql pgbouncer ## Everything that must hold: the checks, then unit, app and browser tests
	@$(BIN) -m pytest --numprocesses $(WORKERS) --dist loadfile $(PYTEST) || $(BIN) -m tests.landing.second_look $$?

check: $(DEV) ## Lint, format, types and import contracts; changes nothing, runs all four
	@failed=0; for check in $(CHECKS); do \
		echo "== $$check"; $(MAKE) --no-print-directory check-$$check || failed=$$((failed + 1)); \
	done; \
	if [ $$failed -gt 0 ]; then echo "$$failed of $(words $(CHECKS)) checks failed. 'make fix' mends what a machine can."; exit 1; fi; \
	echo "All $(words $(CHECKS)) checks hold."

check-lint: $(DEV)
	@$(BIN) -m ruff check --quiet .

check-format: $(DEV)
	@$(BIN) -m ruff format --quiet --diff .

check-types: $(DEV)
	@$(BIN) -m mypy $(CODE)

check-contracts: $(DEV)
	@.venv/bin/lint-imports --no-logo

cover: $(DEV) ## Which lines and branches of data/ no test reaches
	@$(BIN) -m pytest --quiet --numprocesses $(WORKERS) tests/data --cov --cov-report=term-missing $(PYTEST)

fix: $(DEV) ## Mend what a machine can: lint findings with a safe fix, and the format
	@$(BIN) -m ruff check --quiet --fix . ; $(BIN) -m ruff format .

bench: $(DEV) ## Measure, one line per measure
	@$(BIN) -m bench

soak: $(DEV) ## Kill processes with eight visitors in them 200 times, and count what the kills lost (two replicas: ENGINE=postgresql)
	@$(BIN) -m bench.soak --engine $(ENGINE) --kills $(KILLS)

worlds: $(DEV) ## Attack groups in 1,000 random worlds of each kind: everyone and teams, rounds, umbrellas
	@WORLDS=$(WORLDS) $(BIN) -m pytest --numprocesses $(WORKERS) tests/attacks/test_differencing.py tests/attacks/rounds/test_umbrellas.py

properties: $(DEV) ## What the rules do to invented people, each figure with its bar; fails where one is missed
	@$(BIN) -m bench.properties

audit: $(DEV) ## Known vulnerabilities of what is locked, and a bill of materials in var/
	@mkdir -p var; rm -f var/audit.json
	@$(BIN) -W ignore::UserWarning -m cyclonedx_py requirements requirements.txt --pyproject pyproject.toml --mc-type application --output-reproducible --output-file var/sbom.cdx.json
	@echo "Bill of materials: var/sbom.cdx.json"
	@$(BIN) -m pip_audit --requirement requirements.txt --disable-pip --progress-spinner off --format json --output var/audit.json 2>var/audit.log; \
	found=$$?; \
	if ! grep -qs '"vulns"' var/audit.json; then \
		echo "No source of advisories could be reached, so nothing is known: this is not a clean result. More in var/audit.log."; exit 1; fi; \
	if grep -q '"skip_reason"' var/audit.json; then echo "Some packages could not be looked up: see var/audit.json."; exit 1; fi; \
	if [ $$found -ne 0 ]; then echo "There are known vulnerabilities: see var/audit.json."; exit 1; fi; \
	echo "No known vulnerability in what requirements.txt locks."

lock: .venv/bin/pip ## Compile both lock files anew from the ranges in pyproject.toml
	@$(BIN) -m uv --version >/dev/null 2>&1 || $(BIN) -m pip install --quiet uv
	@$(LOCK) --upgrade --output-file requirements.txt
	@$(LOCK) --upgrade --extra dev --extra pilot --constraint requirements.txt --output-file requirements-dev.txt

clean: ## Remove caches and the virtual environment; the database under var/ stays
	@rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache .coverage .coverage.*
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

chromium: $(DEV)
	@$(BIN) -m tests.browser.chromium

libreoffice: $(DEV)
	@$(BIN) -m tests.libreoffice

poppler: $(DEV)
	@$(BIN) -m tests.poppler

postgresql: $(DEV)
	@$(BIN) -m tests.postgresql

pgbouncer: $(DEV)
	@$(BIN) -m tests.data.storage.engines.pgbouncer

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Rekindle needs Python 3.11 or newer, and '$(PYTHON)' is not. Install one, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv, then make again."; exit 1; }
	@$(PYTHON) -m venv .venv

# Git gives a file a new time whenever it touches it, so the content decides whether to install.
$(RUN): requirements.txt .venv/bin/pip
	@cmp -s $< $@ || { echo "Installing what $< locks ..."; $(INSTALL) --requirement $<; }
	@cp $< $@

# The development lock holds everything that the other one does.
$(DEV): requirements-dev.txt requirements.txt .venv/bin/pip
	@cmp -s $< $@ || { echo "Installing what $< locks ..."; $(INSTALL) --requirement $<; }
	@cp $< $@; cp requirements.txt $(RUN)
