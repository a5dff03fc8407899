@echo off
rem Runs the HLD Language Server's command on the Java runtime beside it.
setlocal
set "HLD_HOME=%~dp0.."
set "HLD_JAR=%HLD_HOME%\lib\hld.jar"
set "HLD_KIND=check"
set "HLD_FLAGS=@CHECK_FLAGS@"
if "%~1"=="serve" (
  set "HLD_KIND=serve"
  set "HLD_FLAGS=@SERVE_FLAGS@"
)
set "HLD_CACHE=%HLD_HOME%\lib\hld-@HASH@-%HLD_KIND%.@CACHE@"
set "HLD_SHARE=-Xshare:auto"
rem A cache is used only beside the very jar that it was made from: they have one time stamp.
if exist "%HLD_CACHE%" for %%C in ("%HLD_CACHE%") do for %%J in ("%HLD_JAR%") do if "%%~tC"=="%%~tJ" set HLD_SHARE="@CACHE_FLAG@=%HLD_CACHE%"
"%HLD_HOME%\runtime\bin\java" @FLAGS@ %HLD_FLAGS% -Xlog:disable %HLD_SHARE% %HLD_JAVA_OPTIONS% -jar "%HLD_JAR%" %*
exit /b %ERRORLEVEL%
