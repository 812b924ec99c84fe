# make run   sets up everything in .venv and opens the planner on the sample county
# make test  sets up the same way and passes the tests
# On Windows the same words work: make.cmd stands beside this file.

.PHONY: help setup run test check bench lock clean

help:
	@sed -n '1,3s/^# //p' Makefile

setup:
	@sh tools/setup.sh

run test check bench lock: setup
	@.venv/bin/python tools/tasks.py $@

clean:
	@python3 tools/tasks.py clean
