@echo off
rem Starts Huizong: with a double click its page, else the command that follows. Builds it first where there are sources and
rem no program yet. No line but goto's stands in brackets, and every path in quotes: a folder may be called a(b)&c!%d%.
setlocal DisableDelayedExpansion
set "home=%~dp0"
set "place=%home%program"
if not exist "%place%\huizong.jar" set "place=%home%target"
set "program=%place%\huizong.jar"

set "java=java"
if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%jre\bin\java.exe" set "java=%home%jre\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 goto nojava

if exist "%program%" goto start
where mvn >nul 2>&1
if errorlevel 1 goto nomaven
pushd "%home%"
call mvn -B -q -DskipTests -Dspotless.check.skip package
set "built=%errorlevel%"
popd
if not "%built%"=="0" goto nobuild

:start
rem Classes come faster from an archive, which the first run leaves; the page takes others than a run. It belongs to the
rem program of that size, stands on an archive of Java's own, and needs a folder that can be written to.
set "sharing="
set "kind="
if "%~1"=="demo" set "kind=run"
if "%~1"=="consolidate" set "kind=run"
if "%~1"=="open" set "kind=open"
if "%~1"=="" set "kind=open"
set "reads=run"
if "%kind%"=="open" set "reads=open"
for %%f in ("%program%") do set "archive=%place%\%reads%-%%~zf.jsa"
if exist "%archive%" set sharing="-XX:SharedArchiveFile=%archive%"
if exist "%archive%" goto run
if not defined kind goto run
copy /y nul "%archive%.try" >nul 2>&1
if not exist "%archive%.try" goto run
del "%archive%.try"
if exist "%home%jre\bin\server" if not exist "%home%jre\bin\server\classes.jsa" "%java%" -XX:+UseSerialGC -Xshare:dump >nul 2>&1
if exist "%home%jre\bin\server" if not exist "%home%jre\bin\server\classes.jsa" goto run
set sharing="-XX:ArchiveClassesAtExit=%archive%"
:run
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xmx512m -XX:MinHeapFreeRatio=25 -XX:MaxHeapFreeRatio=50 -Xshare:auto -Xlog:disable -Djdk.console=java.base -Dhuizong.start=open %HUIZONG_JAVA_OPTS% %sharing% -jar "%program%" %*
exit /b %errorlevel%

:nojava
rem Chinese in the code page of the window, where there is a text for it.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
set "page=%page: =%"
if exist "%home%program\messages\%page%\no-java.txt" type "%home%program\messages\%page%\no-java.txt"
echo No Java found. Install Java 17 or later, or put one into this folder:
echo "%home%jre"
goto failed

:nomaven
echo There is no program, and no Maven to build it:
echo "%program%"
goto failed

:nobuild
echo The build failed.

:failed
if "%~1"=="" pause
exit /b 3
