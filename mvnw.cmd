@echo off
rem Runs the Maven this project is built with; see mvnw, whose order this follows.
setlocal EnableDelayedExpansion
set "PROJECT=%~dp0"
set "WRAPPER=%PROJECT%.mvn\wrapper"
for /f "usebackq tokens=1,2 delims==" %%a in ("%WRAPPER%\maven-wrapper.properties") do (
  if "%%a"=="mavenVersion" set "VERSION=%%b"
  if "%%a"=="distributionSha256Sum" set "CHECKSUM=%%b"
)
set "ARCHIVE=apache-maven-%VERSION%-bin.tar.gz"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists\apache-maven-%VERSION%-bin"
set "HOME_DIR=%DISTS%\%CHECKSUM%"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1 || (
  echo mvnw: no java found; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 1
)
if exist "%HOME_DIR%" goto run

set "WORK=%DISTS%\unpacking.%RANDOM%"
mkdir "%WORK%" || exit /b 1
pushd "%WORK%"
if defined MVNW_REPOURL goto repository
where mvn >nul 2>&1 || goto distribution
call mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -DoutputDirectory=. "-Dartifact=org.apache.maven:apache-maven:%VERSION%:tar.gz:bin" >mvn.log 2>&1 || goto distribution
"%JAVA%" "%WRAPPER%\Fetch.java" %CHECKSUM% "%ARCHIVE%" && goto unpack
:distribution
set "URL=https://archive.apache.org/dist/maven/maven-3/%VERSION%/binaries/%ARCHIVE%"
goto download
:repository
set "URL=%MVNW_REPOURL%/org/apache/maven/apache-maven/%VERSION%/%ARCHIVE%"
:download
"%JAVA%" "%WRAPPER%\Fetch.java" %CHECKSUM% "%ARCHIVE%" "%URL%" && goto unpack
popd
rmdir /s /q "%WORK%"
echo mvnw: cannot get Maven %VERSION%; install any Maven 3, or set MVNW_REPOURL 1>&2
exit /b 1
:unpack
tar xzf "%ARCHIVE%" || exit /b 1
popd
move "%WORK%\apache-maven-%VERSION%" "%HOME_DIR%" >nul
rmdir /s /q "%WORK%"

:run
"%HOME_DIR%\bin\mvn.cmd" %*
