# Shared by the bench scripts: the tools, the server and the result file.
# shellcheck shell=bash
# The scripts read what this file sets, and set data before they start a server.
# shellcheck disable=SC2034,SC2154

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
jar=$root/target/quarkus-app/quarkus-run.jar
state=$root/target/bench
token=bench-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')

# What every bench runs the service with; see README.md, "The server".
IFS=' ' read -r -a java_flags <<<"${BENCH_JAVA_FLAGS:--XX:+UseParallelGC -Xms64m -Xmx256m -Dquarkus.vertx.event-loops-pool-size=1}"

say() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# need COMMAND PACKAGE …: installs the packages whose command is missing.
need() {
  local missing=()
  while (($#)); do
    command -v "$1" >/dev/null || missing+=("$2")
    shift 2
  done
  ((${#missing[@]} == 0)) && return
  command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
  say "installing ${missing[*]}"
  local as=()
  ((EUID == 0)) || as=(sudo)
  "${as[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# JAVA_HOME if set, else the newest JDK 25 of the system, else the path's java.
pick_java() {
  local found
  found=$(find /usr/lib/jvm -maxdepth 3 -path '*25*/bin/java' 2>/dev/null | sort | tail -1)
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
  else
    java=${found:-java}
  fi
  java_name=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/JDK \1/p' | head -1)
  say "$java_name: $java"
}

# The packaged service; built when missing or older than a source.
build() {
  if [[ -f $jar && -z $(find "$root/pom.xml" "$root/src/main" -newer "$jar" -type f -print -quit) ]]; then
    return
  fi
  say "packaging"
  (cd "$root" && ./mvnw -q -B package -DskipTests)
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

now_ms() { date +%s%3N; }

# start_server LOG [-Dproperty=value …]: starts the packaged jar on $data and waits until it is ready.
# Sets server_pid, url and ready_ms.
start_server() {
  local log=$1 port began
  shift
  port=$(free_port)
  url=http://127.0.0.1:$port
  began=$(now_ms)
  MARQUEE_DATA=$data MARQUEE_PORT=$port MARQUEE_HOST=127.0.0.1 MARQUEE_ADMIN_TOKEN=$token \
    "$java" "${java_flags[@]}" "$@" -jar "$jar" >"$log" 2>&1 &
  server_pid=$!
  until [[ $(curl -s -o /dev/null -w '%{http_code}' "$url/q/health/ready") == 200 ]]; do
    kill -0 "$server_pid" 2>/dev/null || fail "the server ended: $(tail -5 "$log")"
    (($(now_ms) - began < ${ready_within_s:-60} * 1000)) || fail "not ready in time: $(tail -5 "$log")"
    sleep 0.05
  done
  ready_ms=$(($(now_ms) - began))
}

stop_server() {
  [[ -n ${server_pid:-} ]] || return 0
  kill "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=
}

median() { sort -n | awk '{v[NR]=$1} END {print NR % 2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

# record ID FIGURE: keeps one figure, replacing the one it had.
record() {
  local commit results=$bench/results.tsv
  commit=$(git -C "$root" rev-parse --short HEAD)
  [[ -z $(git -C "$root" status --porcelain -- src pom.xml) ]] || commit+=+
  touch "$results"
  awk -F'\t' -v id="$1" '$1 != id' "$results" >"$results.new"
  printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$(date -u +%F)" "$commit" "$(machine)" >>"$results.new"
  LC_ALL=C sort -o "$results" "$results.new"
  rm -f "$results.new"
  say "$1: $2"
}

os_name() { sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release; }

# One line about where a figure was made.
machine() {
  local model cores memory
  model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -1)
  cores=$(nproc)
  memory=$(awk '/MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo)
  echo "$cores × ${model:-$(uname -m)}, $memory GB, $(os_name), ${java_name:-no Java}"
}
