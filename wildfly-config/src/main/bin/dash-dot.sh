# shellcheck shell=bash
# Sourced by dash-dot, backup and restore: where things are, and how each says what is wrong.
# shellcheck disable=SC2034  # used by those who source it

data="${DASHDOT_DATA:-${HOME:-}/.dash-dot}"

say() { printf '%s\n' "$*"; }

# One sentence, and where DASHDOT_REASON_FILE asks for it (Maven does) a copy of it.
fail() {
  printf 'dash-dot: %s\n' "$*" >&2
  [ -z "${DASHDOT_REASON_FILE:-}" ] || printf '%s' "$*" >"$DASHDOT_REASON_FILE"
  exit 1
}

# A silent host costs five seconds and no more (macOS has no timeout; there it costs its own).
limited() { if command -v timeout >/dev/null; then timeout 5 "$@"; else "$@"; fi; }

# shellcheck disable=SC2016  # the inner shell expands
reachable() { limited bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null; }

# Sets JAVA, or stops.
check_java() {
  JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  command -v "$JAVA" >/dev/null 2>&1 \
    || fail "Java 17 or newer is needed and '$JAVA' was not found; install a JDK or point JAVA_HOME at one."
  local major
  major="$("$JAVA" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)"
  [ "${major:-0}" -ge 17 ] || fail "Java 17 or newer is needed and '$JAVA' is version ${major:-unknown}; point JAVA_HOME at a newer one."
}

# The process of the server on this data, or nothing.
running() {
  local other=''
  [ ! -r "$data/pid" ] || read -r other <"$data/pid"
  [ -n "$other" ] || return 1
  { cat "/proc/$other/cmdline" || ps -o args= -p "$other"; } 2>/dev/null | grep -q jboss-modules || return 1
  printf '%s' "$other"
}

check_data_path() {
  [ -n "${DASHDOT_DATA:-}${HOME:-}" ] || fail 'neither DASHDOT_DATA nor HOME is set; set DASHDOT_DATA to the folder for its data.'
  case "$data" in
    /*) ;;
    *) fail "DASHDOT_DATA must be an absolute path and is '$data'." ;;
  esac
}

# Sets kind (h2 or postgresql) and, for the latter, host, dbport and dbname.
check_database() {
  local url="${DASHDOT_DB_URL:-}" address
  kind=h2
  case "$url" in
    '') [ -z "${DASHDOT_DB_USER:-}${DASHDOT_DB_PASSWORD:-}" ] || fail "DASHDOT_DB_USER or DASHDOT_DB_PASSWORD is set and DASHDOT_DB_URL is not; set all three for PostgreSQL or none for the embedded database." ;;
    jdbc:h2:*) ;;
    jdbc:postgresql:*) kind=postgresql ;;
    *) fail "DASHDOT_DB_URL must look like jdbc:postgresql://host:5432/database." ;;
  esac
  [ "${DASHDOT_DB_DRIVER:-$kind}" = "$kind" ] || fail "DASHDOT_DB_DRIVER is $DASHDOT_DB_DRIVER, but DASHDOT_DB_URL is one of $kind; leave DASHDOT_DB_DRIVER unset."
  export DASHDOT_DB_DRIVER="$kind"
  [ "$kind" = postgresql ] || return 0
  case "$url" in
    jdbc:postgresql://*/?*) address="${url#jdbc:postgresql://}"; dbname="${address#*/}"; address="${address%%/*}"; address="${address%%,*}" ;;
    *) fail "DASHDOT_DB_URL must look like jdbc:postgresql://host:5432/database." ;;
  esac
  dbname="${dbname%%\?*}"
  host="${address%:*}"; dbport=5432
  [ "$host" = "$address" ] || dbport="${address##*:}"
  host="${host#[}"; host="${host%]}"; host="${host:-localhost}"
  reachable "$host" "$dbport" || fail "the database at $host:$dbport cannot be reached; start PostgreSQL or correct DASHDOT_DB_URL."
}

# For psql, pg_dump and pg_restore; a password on their command line would be seen by everyone.
export_postgresql() {
  export PGHOST="$host" PGPORT="$dbport" PGDATABASE="$dbname" PGUSER="${DASHDOT_DB_USER:-}" PGPASSWORD="${DASHDOT_DB_PASSWORD:-}" PGCONNECT_TIMEOUT=10
  [ -n "$PGUSER" ] || unset PGUSER
  [ -n "$PGPASSWORD" ] || unset PGPASSWORD
}

need() { command -v "$1" >/dev/null || fail "'$1' was not found; install $2."; }

# The sum alone.
checksum() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

# H2's own tools, from the server's own H2.
h2_tool() { "$JAVA" -cp "$JBOSS_HOME/modules/com/h2database/h2/main/h2.jar" "$@"; }

# Runs one statement in the embedded database in the folder $1; fails when a server has it open.
h2_sql() {
  h2_tool org.h2.tools.Shell -url "jdbc:h2:file:$1/dash-dot;IFEXISTS=TRUE;DEFAULT_NULL_ORDERING=HIGH;MAX_COMPACT_TIME=0" \
    -user sa -password sa -sql "$2"
}

# The last line of a tool's complaint.
complaint() { grep -v '^[[:space:]]*at \|^[[:space:]]*$' "$1" | tail -n 1 | cut -c 1-300; }
