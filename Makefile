# One word for everything a person does with this checkout; `make help` lists them.
# Needs python3 3.11 or newer and make; everything else goes into .venv, with the versions of constraints.txt.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ARGS   ?=
JOBS   ?= auto

PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --constraint constraints.txt --build-constraint constraints.txt
PINS    := pyproject.toml constraints.txt

PYTEST  := $(BIN)/python -m pytest --numprocesses=$(JOBS) --dist=loadfile --no-loadscope-reorder
# The core is what is pure: values in, values out (tests/purity.py names its rooms). Not what reads evidence or somebody's old posts.
# In two halves of equal length, one for each processor: handing out thousands of short tests one by one takes longer than the tests.
ONE     := casebook checks editions
OTHER   := clearance diagnostics media model proofs properties reading
# Plug-ins that do something for each test, which none of these needs.
UNUSED  := doctest logging xdist

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: caniemail core core-one core-other help site test lint types imports prove bench benchemail benchquotes docs pictures lighthouse tools clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(VENV)/.ready  ## build the sample publication: website, feeds and emails
	@$(BIN)/briefing build
	@printf 'feeds    site/feed.xml, site/atom.xml, site/feed.json\n'
	@printf '\nTo look at it as readers do:  %s/python -m http.server --directory site 8000\n' "$(BIN)"

test: $(VENV)/.ready-dev  ## run every test (those that need a browser say so and are skipped without one)
	@$(PYTEST) $(ARGS)

core: $(VENV)/.ready-dev  ## the core's tests alone: what builds, starts or sends nothing (ten seconds)
	@$(MAKE) --no-print-directory --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync) core-one core-other

core-one: FOLDERS := $(ONE)
core-other: FOLDERS := $(OTHER)
core-one core-other: $(VENV)/.ready-dev
	@$(BIN)/python -m pytest --quiet $(UNUSED:%=-p no:%) -o cache_dir=.pytest_cache/$@ -m "not (acceptance or browser or mail or nu or slow)" \
	  --ignore=tests/casebook/verification $(FOLDERS:%=tests/%) $(ARGS) || [ $$? = 5 ]  # 5: ARGS chose none of this half

lint: $(VENV)/.ready-dev types imports  ## style, types and import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev  ## mypy, strict
	@$(BIN)/mypy

imports: $(VENV)/.ready-dev  ## the import rules between the rooms
	@$(BIN)/lint-imports

prove: $(VENV)/.ready-dev  ## every test, with the property tests at their full counts
	@$(BIN)/python -m pytest --hypothesis-profile=prove $(ARGS)

docs: $(VENV)/.ready-dev  ## write docs/reference/ from the code it describes
	@$(BIN)/python -m tests.docs.reference

bench: $(VENV)/.ready  ## how long a build of 100 and of 1,000 issues takes, beside MkDocs with Material and Hugo (a quarter of an hour)
	@$(BIN)/python -m benchmarks --install $(ARGS)

benchemail: $(VENV)/.ready  ## how long an email and its forty checks take, beside css-inline, premailer, juice and MJML where they are installed (half a minute)
	@$(BIN)/python -m benchmarks.email $(ARGS)

benchquotes: $(VENV)/.ready  ## how long twelve quotations take against 5, 10 and 20 MB of evidence (a minute)
	@$(BIN)/python -m benchmarks.verification $(ARGS)

pictures: $(VENV)/.ready-dev tools  ## take the pictures of the README (needs node 20.15 or newer and Chromium)
	@$(BIN)/python -m tests.browser.pictures

lighthouse: $(VENV)/.ready-dev tools  ## what Lighthouse says of the sample, on phone and desktop, five times each (ten minutes; wants a quiet machine)
	@$(BIN)/python -m tests.browser.lighthouse $(ARGS)

tools: tests/browser/node_modules/.ready  ## what the browser tests need from npm (node, Java and Chromium are yours to install)

caniemail: $(VENV)/.ready-dev  ## take over what mail programs support anew, from a clone of github.com/hteumeuleu/caniemail
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && git clone --quiet --depth 1 https://github.com/hteumeuleu/caniemail "$$folder" \
	  && $(BIN)/python -m tests.proofs.preflight.caniemail "$$folder" "$$(git -C "$$folder" log -1 --format=%cs)"

clean:  ## remove what make has made
	rm -rf $(VENV) site dist build .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis tests/browser/node_modules

# A stamp says that the environment holds what the pins ask for: nothing is installed twice.
$(VENV)/.ready: $(VENV)/.pip $(PINS)
	@echo "installing mkdocs-briefing into $(VENV)"
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready $(PINS)
	@echo "installing the development tools into $(VENV)"
	@$(INSTALL) --group dev
	@touch $@

# Dependency groups and build constraints need a newer pip than most systems bring.
$(VENV)/.pip: $(VENV)/pyvenv.cfg constraints.txt
	@$(PIP) install --constraint constraints.txt pip
	@touch $@

$(VENV)/pyvenv.cfg:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON) here; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python site" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make: $(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12 site" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "make: $(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

tests/browser/node_modules/.ready: tests/browser/package.json
	@command -v npm >/dev/null || { echo "make: npm is not installed; the browser tests need it" >&2; exit 1; }
	@cd tests/browser && npm install --silent --no-package-lock --no-audit --no-fund
	@touch $@
