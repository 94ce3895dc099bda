# The commands of Yuejiang; `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
PORT ?= 8000
JOBS ?= 2

# The first Python that is new enough and can make virtual environments.
PYTHON := $(shell for python in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
		>/dev/null 2>&1 && { echo "$$python"; break; }; done)
VENV := .venv/bin

.PHONY: help run setup demo test lint format messages bench requirements develop python

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: python ## Serve the product with the demo on http://127.0.0.1:8000 (PORT=… chooses another)
	@$(PYTHON) tools/prepare.py
	@DEBUG=off exec $(VENV)/python tools/serve.py --demo --port $(PORT)

setup: python ## Install, fetch, migrate and load the demo; everything but serving
	@$(PYTHON) tools/prepare.py --data

demo: python ## Build the demo anew; what was entered is lost
	@$(PYTHON) tools/prepare.py
	@$(VENV)/python manage.py migrate --verbosity 0
	@$(VENV)/python manage.py demo

test: develop ## Run every test, on SQLite and on PostgreSQL with a Redis-compatible server
	@$(VENV)/python tools/chromium.py
	TEST_STORE=sqlite $(VENV)/python -m pytest -n $(JOBS)
	TEST_STORE=postgres $(VENV)/python -m pytest -n $(JOBS) --ignore tests/architecture

lint: develop ## Check style, types, arrows, templates, translations, migrations, deployment
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy .
	$(VENV)/lint-imports --no-logo
	$(VENV)/djlint . --check --lint --quiet || \
		{ echo "The templates named by djlint . --check are not laid out: run make format." >&2; exit 1; }
	$(VENV)/python tools/messages.py check
	$(VENV)/python manage.py makemigrations --check --dry-run
	$(VENV)/python tools/check_production.py

format: develop ## Format Python files and templates
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .
	$(VENV)/djlint . --reformat --quiet || true

messages: develop ## Bring the texts to translate up to date, and compile them
	$(VENV)/python tools/messages.py extract
	$(VENV)/python tools/messages.py compile

bench: develop ## Measure; prints a table and writes build/bench.json
	$(VENV)/python -m benchmarks

requirements: develop ## Pin the packages of requirements*.in anew, with hashes
	$(VENV)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements.txt requirements.in
	$(VENV)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements-dev.txt requirements-dev.in

develop: python
	@$(PYTHON) tools/prepare.py --dev

python:
	@test -n "$(PYTHON)" || { echo "Yuejiang needs Python 3.11 or newer with its venv module: install python3.11 (on Debian and Ubuntu also python3-venv), then try again." >&2; exit 1; }
