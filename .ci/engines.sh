#!/usr/bin/env bash
# Real engines for tests/engines.rs, on loopback and on free ports: two PostgreSQL, two ClickHouse, and the command of DuckDB.
#
#   bash .ci/engines.sh install        what is missing, by the names of packages
#   bash .ci/engines.sh start FOLDER   starts what is there; FOLDER/env then says where, one NAME=VALUE on a line
#   bash .ci/engines.sh stop FOLDER    stops what was started, by the numbers of its processes
#
# HORGOS_ENGINES=FOLDER cargo test --test engines uses them.
set -euo pipefail

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

postgres_folder() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

install_packages() {
    local packages=() policy=/usr/sbin/policy-rc.d
    [ -x "$(postgres_folder)/postgres" ] || packages+=(postgresql)
    [ -x "$(command -v clickhouse-server || echo /usr/sbin/clickhouse-server)" ] || packages+=(clickhouse-server)
    command -v clickhouse-client >/dev/null || packages+=(clickhouse-client)
    command -v setpriv >/dev/null || packages+=(util-linux)
    python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
    if [ "${#packages[@]}" -gt 0 ] && command -v apt-get >/dev/null; then
        # Packages of servers start a service; these are for tests, and nothing else is to listen.
        if [ ! -e "$policy" ]; then
            printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
            as_root chmod 755 "$policy"
            trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
        fi
        as_root apt-get update -q
        for package in "${packages[@]}"; do
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$package" ||
                echo "$package could not be installed"
        done
    fi
    command -v duckdb >/dev/null || [ -x target/engines/bin/duckdb ] || {
        python3 -m venv target/engines && target/engines/bin/pip install -q duckdb-cli ||
            echo 'duckdb-cli could not be installed'
    }
}

# As many ports as asked for that nobody listens on.
free_ports() {
    python3 - "$1" <<'PYTHON'
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in sockets:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in sockets))
PYTHON
}

# PostgreSQL refuses to run as root. An array, as a function would be a process of its own between us and the server.
as_postgres=()
if [ "$(id -u)" -eq 0 ]; then
    as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi

# True once a command succeeds; waits up to half a minute for it.
becomes_true() {
    local try
    for try in $(seq 1 150); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.2
    done
    "$@"
}

start_postgres() {
    local bin number ports port
    bin=$(postgres_folder)
    [ -x "$bin/postgres" ] || { echo 'postgresql is not installed'; return; }
    read -r -a ports <<<"$(free_ports 2)"
    for number in 1 2; do
        port=${ports[$((number - 1))]}
        mkdir -p "$folder/postgres$number"
        [ "$(id -u)" -ne 0 ] || chown postgres "$folder/postgres$number"
        "${as_postgres[@]}" "$bin/initdb" -D "$folder/postgres$number" -U horgos -A trust --locale=C -E UTF8 >"$folder/initdb.log"
        "${as_postgres[@]}" "$bin/postgres" -D "$folder/postgres$number" -p "$port" -c listen_addresses=127.0.0.1 \
            -c unix_socket_directories= -c fsync=off >"$folder/postgres$number.log" 2>&1 </dev/null &
        echo $! >>"$folder/pids"
        becomes_true "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"
    done
    printf 'PSQL=%s\nPOSTGRES1=%s\nPOSTGRES2=%s\n' "$bin/psql" "${ports[@]}" >>"$folder/env"
}

start_clickhouse() {
    local server number port here ports
    server=$(command -v clickhouse-server || echo /usr/sbin/clickhouse-server)
    [ -x "$server" ] || { echo 'clickhouse-server is not installed'; return; }
    command -v clickhouse-client >/dev/null || { echo 'clickhouse-client is not installed'; return; }
    read -r -a ports <<<"$(free_ports 6)"
    for number in 1 2; do
        here=$folder/clickhouse$number
        mkdir -p "$here"
        cat >"$here/users.xml" <<XML
<yandex>
  <profiles><default></default></profiles>
  <quotas><default></default></quotas>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota></default></users>
</yandex>
XML
        cat >"$here/config.xml" <<XML
<yandex>
  <logger><level>warning</level><log>$here/log</log><errorlog>$here/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <tcp_port>${ports[$((3 * number - 3))]}</tcp_port>
  <http_port>${ports[$((3 * number - 2))]}</http_port>
  <interserver_http_port>${ports[$((3 * number - 1))]}</interserver_http_port>
  <path>$here/data/</path><tmp_path>$here/tmp/</tmp_path>
  <users_config>$here/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><trade>
    <shard><replica><host>127.0.0.1</host><port>${ports[0]}</port></replica></shard>
    <shard><replica><host>127.0.0.1</host><port>${ports[3]}</port></replica></shard>
  </trade></remote_servers>
</yandex>
XML
        "$server" --config-file="$here/config.xml" >"$here/output" 2>&1 </dev/null &
        echo $! >>"$folder/pids"
    done
    for port in "${ports[0]}" "${ports[3]}"; do
        becomes_true clickhouse-client --host 127.0.0.1 --port "$port" --query 'SELECT 1'
    done
    printf 'CLICKHOUSE1=%s\nCLICKHOUSE2=%s\n' "${ports[0]}" "${ports[3]}" >>"$folder/env"
}

start_engines() {
    mkdir -p "$folder"
    # PostgreSQL runs as another user, who has to get in.
    chmod 711 "$folder"
    : >"$folder/env"
    : >"$folder/pids"
    local duckdb
    duckdb=$(command -v duckdb || echo "$PWD/target/engines/bin/duckdb")
    if [ -x "$duckdb" ]; then echo "DUCKDB=$duckdb" >>"$folder/env"; else echo 'duckdb is not installed'; fi
    start_postgres
    start_clickhouse
}

stop_engines() {
    local pid
    [ -f "$folder/pids" ] || return 0
    while read -r pid; do
        # Without waiting for clients.
        kill -INT "$pid" 2>/dev/null || true
    done <"$folder/pids"
    while read -r pid; do
        becomes_true is_gone "$pid" || kill -KILL "$pid" 2>/dev/null || true
    done <"$folder/pids"
    rm -f "$folder/pids"
}

is_gone() { ! kill -0 "$1" 2>/dev/null; }

cd "$(dirname "$0")/.."
action=${1:-} folder=${2:-}
case "$action $folder" in
    'install ') install_packages ;;
    'start '?*) folder=$(realpath -m "$folder"); start_engines ;;
    'stop '?*) folder=$(realpath -m "$folder"); stop_engines ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
