@echo off
rem Starts Huizong; builds it first where there are sources and no program yet.
setlocal
set "home=%~dp0"
set "program=%home%target\huizong.jar"
set "archive=%home%target\huizong.jsa"

set "java=java"
if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%jre\bin\java.exe" set "java=%home%jre\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo No Java found. Install Java 17 or later, or put one into %home%jre.
    exit /b 3
)

if not exist "%program%" (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo There is no program %program%, and no Maven to build it.
        exit /b 3
    )
    pushd "%home%"
    call mvn -B -q -DskipTests -Dspotless.check.skip package
    if errorlevel 1 (
        popd
        echo The build failed.
        exit /b 3
    )
    popd
)

set "sharing="
if exist "%archive%" (
    set "sharing=-XX:SharedArchiveFile=%archive%"
) else (
    if "%~1"=="demo" set "sharing=-XX:ArchiveClassesAtExit=%archive%"
    if "%~1"=="consolidate" set "sharing=-XX:ArchiveClassesAtExit=%archive%"
)
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xmx512m -XX:MinHeapFreeRatio=25 -XX:MaxHeapFreeRatio=50 -Xshare:auto -Xlog:disable -Djdk.console=java.base %HUIZONG_JAVA_OPTS% %sharing% -jar "%program%" %*
exit /b %errorlevel%
