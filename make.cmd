@echo off
rem The Windows twin of the Makefile: make setup, run, test, check, bench, lock, clean.
setlocal
cd /d "%~dp0"
set "JOB=%~1"
if "%JOB%"=="" (
  echo make run   sets up everything in .venv and opens the planner on the sample county
  echo make test  sets up the same way and passes the tests
  exit /b 0
)
set "FIND=import sys; sys.exit(sys.version_info < (3, 11))"
set "PY="
py -3 -c "%FIND%" >nul 2>nul && set "PY=py -3"
if not defined PY python -c "%FIND%" >nul 2>nul && set "PY=python"
if not defined PY (
  echo Jingli needs Python 3.11 or newer. Install it from python.org, then run this again. 1>&2
  exit /b 1
)
%PY% tools\setup.py
if errorlevel 1 exit /b 1
if /i "%JOB%"=="setup" exit /b 0
.venv\Scripts\python.exe tools\tasks.py %JOB%
exit /b %errorlevel%
