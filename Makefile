# make demo and make test set up .venv on their own; nothing needs to be installed before.
# Another interpreter: make test PYTHON=/path/to/python3.12

.DELETE_ON_ERROR:
.PHONY: help demo test benchmark docs site format lock clean

PYTHON ?=
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python)
BIN := .venv/bin
SOURCES := pyproject.toml hatch_build.py README.md LICENSE \
  $(shell find lint_disclosure rules schemas -name __pycache__ -prune -o -print)

export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:
	@echo 'make demo       lint the example reports'
	@echo 'make test       run every check and every test'
	@echo 'make benchmark  measure speed and memory'
	@echo 'make docs       write the pages of the rules and of reference, and the output shown in pages'
	@echo 'make site       build the documentation site, site/index.html'
	@echo 'make format     format the Python code'
	@echo 'make lock       renew requirements.lock (needs uv)'
	@echo 'make clean      remove what the other commands made'

demo: .venv/package
	$(BIN)/disclosure-lint examples/clean.txt examples/clean-2019.txt
	$(BIN)/disclosure-lint --format full --fail-on never examples/arithmetic.txt

test: .venv/package
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

benchmark: .venv/package
	$(BIN)/python benchmarks/run.py

docs: .venv/package
	$(BIN)/python scripts/update_rule_pages.py
	$(BIN)/python scripts/update_reference.py
	$(BIN)/python scripts/update_tutorial.py
	$(BIN)/python scripts/update_readme.py

site: .venv/site
	$(BIN)/python scripts/build_site.py

format: .venv/tools
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock:
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --upgrade --no-header --no-config --quiet --output-file requirements.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist site
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The package itself, installed as users get it; again whenever a source has changed.
.venv/package: .venv/tools $(SOURCES)
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --force-reinstall .
	@touch $@

# The builder of the site; what it has in common with the rest stays as it is locked.
.venv/site: .venv/tools pyproject.toml
	$(BIN)/python -m pip install -qq --group docs
	@touch $@

# Everything it needs, by hash; again whenever the lock has changed.
.venv/tools: requirements.lock
	@chosen=; lacking=; \
	for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then chosen=$$python; break; fi; \
	  lacking=$$python; \
	done; \
	if [ -z "$$chosen" ] && [ -n "$$lacking" ]; then \
	  echo "$$lacking cannot make virtual environments: its venv package is missing" \
	    "(Debian and Ubuntu: sudo apt install python3-venv)." >&2; exit 1; \
	elif [ -z "$$chosen" ]; then \
	  echo "No Python 3.11 or later found (tried: $(PYTHONS))." \
	    "Install one, or name one: make PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$("$$chosen" --version)"; \
	"$$chosen" -m venv --clear .venv
	$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@touch $@
