# The front door. `make demo` and `make test` do everything by themselves on a fresh Debian 12.
SHELL := /bin/bash
BUILD := build
JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 10

.PHONY: all setup release debug demo test test-asan test-tsan test-release fuzz bench eval lint format format-check \
        corpus-check install clean

all: release

setup:
	@tools/setup.sh

release debug: setup
	@cmake --preset $@ >/dev/null
	@cmake --build --preset $@ -j $(JOBS)

demo: setup
	@cmake --preset release >/dev/null
	@cmake --build --preset release -j $(JOBS) --target crossread_program
	@tools/demo.sh $(BUILD)/release/crossread

# All tests: unit, property, golden and command-line tests under the address and undefined behaviour sanitizers, pipeline and store
# under the thread sanitizer, the program as users run it and the installed library, and a short fuzz run.
test: setup
	@tools/test.sh all

test-asan test-tsan test-release: setup
	@tools/test.sh $(@:test-%=%)

fuzz: setup
	@FUZZ_SECONDS=$(FUZZ_SECONDS) tools/test.sh fuzz

bench: setup
	@cmake --preset release -DCROSSREAD_BENCH=ON >/dev/null
	@cmake --build --preset release -j $(JOBS)
	@tools/bench.sh $(BUILD)/release

eval: release
	@python3 eval/run.py --crossread $(BUILD)/release/crossread

lint: setup
	@tools/lint.sh

format: setup
	@git ls-files '*.cpp' '*.h' | xargs clang-format-16 -i

format-check: setup
	@git ls-files '*.cpp' '*.h' | xargs clang-format-16 --dry-run -Werror

corpus-check:
	@python3 corpus/tools/check.py

install: release
	@cmake --install $(BUILD)/release --prefix $(PREFIX)

clean:
	@rm -rf $(BUILD)
