@echo off
rem Runs the HLD Language Server's command, building it first where that is needed.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%server\target\hld.jar"
if not exist "%JAR%" (
  echo hld: building once; a few minutes on a fresh machine ... 1>&2
  pushd "%HERE%"
  call mvn -q -B -pl server -DskipTests -Dspotless.check.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo hld: the build failed; it needs Maven 3.8.7+ and JDK 17+ 1>&2
    exit /b 2
  )
  popd
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%JAR%" %*
