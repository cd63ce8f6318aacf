# Everything a person does here. `make` alone lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
# pip trusts what the operating system trusts, a company's own certificate for example; uv does when
# it is told to. Where the system has none (a slim container), uv's own have to do.
export UV_SYSTEM_CERTS ?= $(if $(wildcard /etc/ssl/certs/* /etc/pki/tls/certs/* /etc/ssl/cert.pem),1,0)
# A home folder that can't be written to has no room for a cache either.
export UV_NO_CACHE ?= $(shell mkdir -p "$${UV_CACHE_DIR:-$${XDG_CACHE_HOME:-$$HOME/.cache}/uv}" 2>/dev/null && echo 0 || echo 1)
PIP_UV := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
# Compiled once, here: where PYTHONDONTWRITEBYTECODE is set (as in many containers), each worker
# process of a lesson would compile the SDK again. Measured: 1.5 s of processor time, and 0.6 so.
PACKAGE := $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python \
  --constraint constraints.txt --editable
COMPILE := $(BIN)/python -m compileall -q workshop

# As many at a time as CI has cores: a busy machine makes deadlines meet. Who has nothing left to do
# takes tests from the other's queue: some take a minute.
PARALLEL := -n 2 --dist worksteal

.PHONY: help lab room test test-all test-drawn test-faults nbval test-lesson test-python test-browser charts build panel proxy reveal bench pins clean

help:
	@echo "make lab           the course: Temporal, the shop and JupyterLab (WORKSPACE=my-workshop)"
	@echo "make room          a room: the course for people who bring nothing but a browser (ROOM=my-room)"
	@echo "make test          what every change has to pass"
	@echo "make test-all      every test but the browser's: all answers as well"
	@echo "make test-drawn    of the answers those that CI tries: the change's, and a third of the rest"
	@echo "make test-faults   each process of a lab gets each signal, at random moments"
	@echo "make nbval         the solutions: each cell says what it said when they were built"
	@echo "make test-lesson   one lesson's answers and notebooks: LESSON=activities"
	@echo "make test-browser  JupyterLab in Chromium, as a learner has it"
	@echo "make charts        deploy/kubernetes through Helm, with the charts from the internet"
	@echo "make build         notebooks/, solutions/ and slides/ from the lessons' sources, and the panel"
	@echo "make panel         the panel's bundle from its source in panel/"
	@echo "make proxy         the room's proxy as one file, from its packages in proxy/"
	@echo "make reveal        what slides are shown with, from its packages in reveal/"
	@echo "make bench         how fast it is"
	@echo "make pins          constraints.txt anew, with the newest versions"
	@echo "make clean         remove what make made (never your workspace)"

# The environment: learners need only the first of these stamps.
$(VENV)/.uv: constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP_UV)
	@touch $@

$(VENV)/.learner: $(VENV)/.uv pyproject.toml constraints.txt
	$(PACKAGE) .
	$(COMPILE)
	@touch $@

$(VENV)/.maintainer: $(VENV)/.uv pyproject.toml constraints.txt
	$(PACKAGE) ".[room]" --group dev --group browser
	$(COMPILE)
	@touch $@ $(VENV)/.learner $(VENV)/.room

WORKSPACE ?= my-workshop
lab: $(VENV)/.learner
	@$(BIN)/workshop lab "$(WORKSPACE)" $(LAB_OPTIONS)

$(VENV)/.room: $(VENV)/.uv pyproject.toml constraints.txt
	$(PACKAGE) ".[room]"
	$(COMPILE)
	@touch $@ $(VENV)/.learner

ROOM ?= my-room
room: $(VENV)/.room
	@$(BIN)/workshop room --folder "$(ROOM)" $(ROOM_OPTIONS)

# Of the answers, the starters here and the solutions by nbval. `test-all` tries every answer, every
# notebook twice, and a thousand orders of the capstone.
test: MARKED := -m "not thorough and not faults"
test-all: MARKED := -m "not faults"
test test-all: $(VENV)/.maintainer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m workshop.course.build --check
	$(BIN)/python -m pytest $(PARALLEL) $(MARKED) tests --ignore tests/browser
	$(MAKE) nbval

# What CI adds to `test`: tests/draw.py says which of the thorough tests, and why.
test-drawn: $(VENV)/.maintainer
	$(BIN)/python -m pytest $(PARALLEL) --drawn -m thorough tests --ignore tests/browser

# Every process of a lab is killed, asked to end, halted: while the lab starts, and while it is open.
test-faults: $(VENV)/.maintainer
	$(BIN)/python -m pytest $(PARALLEL) tests/faults

# Each cell of the solutions says what it said when they were built. A notebook waits more than it
# computes, so more run at a time than there are cores; the last lessons take the longest and begin.
NBVAL := -n 4 --dist loadfile --no-loadscope-reorder --nbval -p workshop.course.build.nbval_plugin \
  --nbval-sanitize-with workshop/course/build/nbval.cfg --nbval-cell-timeout 300 --timeout 0
nbval: $(VENV)/.maintainer
	$(COMPILE)
	workspace=$$(mktemp -d); trap 'rm -rf "$$workspace"' EXIT; \
	WORKSHOP_WORKSPACE=$$workspace $(BIN)/python -m pytest $(NBVAL) $$(ls -r solutions/*$(LESSON).ipynb)

# One lesson: its files, its sentences, its answers, its notebooks.
test-lesson: $(VENV)/.maintainer
	$(BIN)/python -m workshop.course.build --check $(LESSON)
	$(BIN)/python -m pytest $(PARALLEL) tests/lessons tests/notebooks --lesson $(LESSON)
	$(MAKE) nbval LESSON=$(LESSON)

# What another Python could break: everything but the command line and what happens to whole rooms;
# then a room that people come into, and lesson 01's right answers.
test-python: $(VENV)/.maintainer
	$(BIN)/python -m pytest $(PARALLEL) -m "not thorough and not faults" tests --ignore tests/browser \
	  --ignore tests/commands --ignore tests/lessons --ignore tests/room/test_room.py
	$(BIN)/python -m pytest $(PARALLEL) tests/lessons/test_answers.py tests/room/test_room.py \
	  -k "people_of_all_names or (workflow_definition and right_answer)"

BROWSER_TESTS := tests/browser
test-browser: $(VENV)/.maintainer
	$(BIN)/python -m pytest $(BROWSER_TESTS)

# The charts with the values of deploy/kubernetes, as an install renders them: Helm holds the values
# against a chart's own schema. It takes Helm and the internet, or the charts in folders of yours.
JUPYTERHUB_CHART := jupyterhub --repo https://hub.jupyter.org/helm-chart/ --version 4.4.0
TEMPORAL_CHART := temporal --repo https://go.temporal.io/helm-charts --version 1.6.0
charts: $(VENV)/.maintainer
	made=$$(mktemp -d); trap 'rm -rf "$$made"' EXIT; cd deploy/kubernetes && \
	helm template room $(JUPYTERHUB_CHART) --namespace room --values jupyterhub.yaml > $$made/room.yaml && \
	helm template temporal $(TEMPORAL_CHART) --namespace temporal --values temporal.yaml > $$made/temporal.yaml && \
	$(CURDIR)/$(BIN)/kubernetes-validate --strict --quiet $$made/room.yaml $$made/temporal.yaml

build: $(VENV)/.maintainer panel proxy reveal
	$(BIN)/python -m workshop.course.build

# Node.js comes as a wheel: nobody needs one of their own. The packages are those of the lock file.
$(VENV)/.node: $(VENV)/.maintainer
	$(UV) pip install --quiet --python $(BIN)/python --constraint constraints.txt --group panel
	@touch $@

panel/node_modules/.package-lock.json: $(VENV)/.node panel/package.json panel/package-lock.json
	cd panel && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --ignore-scripts
	@touch $@

panel: panel/node_modules/.package-lock.json
	$(BIN)/python panel/build.py

proxy/node_modules/.package-lock.json: $(VENV)/.node proxy/package.json proxy/package-lock.json
	cd proxy && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --ignore-scripts
	@touch $@

proxy: proxy/node_modules/.package-lock.json
	$(BIN)/python proxy/build.py

reveal/node_modules/.package-lock.json: $(VENV)/.node reveal/package.json reveal/package-lock.json
	cd reveal && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --ignore-scripts
	@touch $@

reveal: reveal/node_modules/.package-lock.json
	$(BIN)/python reveal/build.py

bench: $(VENV)/.maintainer
	$(BIN)/python -m bench

pins: $(VENV)/.uv
	$(UV) pip compile pyproject.toml --extra room --group dev --group browser --group panel --universal \
	  --python-version 3.10 --upgrade --no-header --no-emit-index-url --no-annotate \
	  --quiet --output-file constraints.txt

clean:
	rm -rf $(VENV) dist panel/node_modules panel/lib proxy/node_modules reveal/node_modules .pytest_cache .mypy_cache .ruff_cache
