@echo off
rem Sets up what is missing, once, then starts the program:  run [words for the program]
rem or its tests:                                            run test [words for pytest]
setlocal EnableExtensions
set "here=%~dp0"
if "%here:~-1%"=="\" set "here=%here:~0,-1%"
set "venv=%here%\.venv"
set "python=%venv%\Scripts\python.exe"
set "unfinished=%venv%\unfinished"
set "purpose=program"
set "lock=%here%\requirements.lock"
set "words=%*"

if /i not "%~1"=="test" goto check
set "purpose=tests"
set "lock=%here%\requirements-dev.lock"
for /f "tokens=1,*" %%a in ("%words%") do set "words=%%b"

:check
if exist "%unfinished%" goto set_up
if not exist "%python%" goto set_up
if not exist "%venv%\installed-%purpose%.lock" goto set_up
fc /b "%lock%" "%venv%\installed-%purpose%.lock" >nul 2>nul
if errorlevel 1 goto set_up

:start
set "PYTHONPATH=%here%"
set "PYTHONHOME="
if "%purpose%"=="tests" goto tests
"%python%" -P -m companion %words%
exit /b %errorlevel%

:tests
if not defined QT_QPA_PLATFORM set "QT_QPA_PLATFORM=offscreen"
cd /d "%here%"
"%python%" -P -m pytest %words%
exit /b %errorlevel%

:set_up
if exist "%unfinished%" goto make_venv
if exist "%python%" goto install_parts

:make_venv
set "found="
call :try_python py -3.13
call :try_python py -3.12
call :try_python py -3.11
call :try_python py -3.14
call :try_python python
if not defined found goto no_python
echo Setting up, once ... 1>&2
if exist "%venv%" rmdir /s /q "%venv%"
mkdir "%venv%"
if errorlevel 1 exit /b 1
type nul >"%unfinished%"
%found% -m venv "%venv%"
if errorlevel 1 exit /b 1

:install_parts
type nul >"%unfinished%"
echo Fetching the parts of the %purpose% (a minute or two, once) ... 1>&2
set "PIP_USER=0"
"%python%" -m pip install --quiet --disable-pip-version-check --no-input --retries 3 --require-hashes --no-deps -r "%lock%"
if errorlevel 1 goto no_parts
if "%purpose%"=="tests" copy /y "%here%\requirements.lock" "%venv%\installed-program.lock" >nul
copy /y "%lock%" "%venv%\installed-%purpose%.lock" >nul
del "%unfinished%"
goto start

:no_parts
echo The parts could not be fetched. Only this set-up needs the network. Please connect and type the same again. 1>&2
exit /b 1

:no_python
echo Python 3.11 or newer is needed. Get it from the Microsoft Store, or type: winget install Python.Python.3.13 1>&2
echo Then type run again. 1>&2
exit /b 1

:try_python
if defined found exit /b 0
%* -c "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" >nul 2>nul
if not errorlevel 1 set "found=%*"
exit /b 0
