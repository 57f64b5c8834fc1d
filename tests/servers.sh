#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Private database servers for the tests: a PostgreSQL and a MariaDB with their own data, sockets and free ports.
#   tests/servers.sh start DIR [postgresql|mysql]
#       starts both or the one that is named, and writes DIR/env, a file to source:
#       JOINERY_TEST_POSTGRESQL, JOINERY_TEST_MYSQL                  URLs over TCP, of a user who may do everything
#       JOINERY_TEST_POSTGRESQL_SOCKET, JOINERY_TEST_MYSQL_SOCKET    the same over Unix sockets
#       JOINERY_TEST_CERTIFICATES   ca.crt; client.crt and client.key of the user "certified" (without a password)
#   tests/servers.sh stop DIR     stops them and removes DIR
# The servers never run as root: called by root, they run as the accounts of their packages.
# They are the installed ones, or those in JOINERY_POSTGRESQL_HOME and JOINERY_MARIADB_HOME: folders with a bin/ (tests/versions.sh).
set -euo pipefail

action=${1:-}
dir=${2:-}
only=${3:-}
case "$action $only" in
"start " | "start postgresql" | "start mysql" | "stop ") ;;
*) dir= ;;
esac
if [ -z "$dir" ]; then
    echo "usage: servers.sh start DIR [postgresql|mysql] | stop DIR" >&2
    exit 2
fi

# as ACCOUNT COMMAND...: runs it as the account when root calls, else as the caller.
as() {
    local account=$1
    shift
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$account" --regid="$account" --init-groups env HOME=/nonexistent "$@"
    else
        "$@"
    fi
}

# end PIDFILE NAME: ends the process of that name whose id is in the file's first line, and waits for its end.
end() {
    local pid
    [ -s "$1" ] || return 0
    pid=$(head -n 1 "$1")
    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ] || return 0
    kill -"${3:-TERM}" "$pid" 2>/dev/null || return 0
    for _ in $(seq 200); do
        [ -d "/proc/$pid" ] || return 0
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    sleep 0.5
}

stop() {
    local base=$dir
    if [ -s "$dir/base" ]; then
        base=$(cat "$dir/base")
    fi
    # QUIT is PostgreSQL's immediate shutdown: the data is thrown away anyway.
    end "$base/postgresql/postmaster.pid" postgres QUIT
    end "$base/mysql/mariadbd.pid" mariadbd KILL
    case "$base" in
    /tmp/joinery-servers.*) rm -rf "$base" ;;
    esac
    rm -rf "$dir"
}

free_ports() {
    python3 -c '
import socket
sockets = [socket.socket() for _ in range(2)]
for each in sockets: each.bind(("127.0.0.1", 0))
print(*(each.getsockname()[1] for each in sockets))'
}

# A certificate authority of one day, a certificate for the servers and one for a client.
certificates() {
    local where=$1
    mkdir -p "$where"
    (
        cd "$where"
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Joinery test CA" -keyout ca.key -out ca.crt
        for name in server client; do
            subject=/CN=certified
            [ "$name" = client ] || subject=/CN=localhost
            openssl req -newkey rsa:2048 -nodes -subj "$subject" -keyout "$name.key" -out "$name.csr"
            openssl x509 -req -in "$name.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -out "$name.crt" \
                -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n')
        done
        rm -f ./*.csr ca.key ca.srl
        chmod 644 ./*.crt server.key
        chmod 600 client.key
    ) >"$where/openssl.log" 2>&1
}

start_postgresql() {
    local port=$1 data=$base/postgresql installed binaries
    installed=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    binaries=${JOINERY_POSTGRESQL_HOME:+$JOINERY_POSTGRESQL_HOME/bin}
    binaries=${binaries:-$installed}
    if [ -z "$binaries" ]; then
        echo "PostgreSQL's server is not installed: apt install postgresql" >&2
        return 1
    fi
    mkdir -p "$data"
    [ "$(id -u)" != 0 ] || chown postgres: "$data"
    chmod 700 "$data"
    echo joinery >"$base/password"
    as postgres "$binaries/initdb" -D "$data" -U joinery -A scram-sha-256 --pwfile="$base/password" -E UTF8 \
        --locale=C.UTF-8 --no-sync >"$base/initdb.log" 2>&1 || { cat "$base/initdb.log" >&2; return 1; }
    cp "$base/certificates/"{server.crt,server.key,ca.crt} "$data/"
    [ "$(id -u)" != 0 ] || chown postgres: "$data/"{server.crt,server.key,ca.crt}
    chmod 600 "$data/server.key"
    cat >>"$data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$sockets'
max_connections = 200
max_prepared_transactions = 10
shared_buffers = 64MB
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 2GB
jit = off
ssl = on
ssl_ca_file = 'ca.crt'
log_min_messages = fatal
CONF
    { echo "hostssl all certified 127.0.0.1/32 cert"; cat "$data/pg_hba.conf"; } >"$base/hba"
    cat "$base/hba" >"$data/pg_hba.conf"
    if ! as postgres "$binaries/pg_ctl" -D "$data" -l "$data/log" -w -t 60 start >"$base/pg_ctl.log" 2>&1; then
        cat "$base/pg_ctl.log" "$data/log" >&2
        return 1
    fi
    PGPASSWORD=joinery "${installed:+$installed/}psql" -X -q -h 127.0.0.1 -p "$port" -U joinery -d postgres \
        -c "CREATE DATABASE joinery" -c "CREATE ROLE certified LOGIN" -c "CREATE ROLE postgres"
}

start_mysql() {
    local port=$1 data=$base/mysql home=${JOINERY_MARIADB_HOME:-} server install=(mariadb-install-db --no-defaults)
    server=$(PATH=$PATH:/usr/sbin:/usr/libexec command -v mariadbd || true)
    if [ -n "$home" ]; then
        server=$home/bin/mariadbd
        install=("$home/scripts/mariadb-install-db" --no-defaults --basedir="$home")
    fi
    if [ -z "$server" ]; then
        echo "MariaDB's server is not installed: apt install mariadb-server" >&2
        return 1
    fi
    mkdir -p "$data"
    [ "$(id -u)" != 0 ] || chown mysql: "$data"
    as mysql "${install[@]}" --datadir="$data" --auth-root-authentication-method=normal --skip-test-db \
        --skip-name-resolve --innodb-flush-log-at-trx-commit=0 >"$base/install-db.log" 2>&1 ||
        { cat "$base/install-db.log" >&2; return 1; }
    cat >"$base/first.sql" <<SQL
CREATE DATABASE joinery CHARACTER SET utf8mb4;
CREATE USER joinery@'127.0.0.1' IDENTIFIED BY 'joinery';
GRANT ALL ON *.* TO joinery@'127.0.0.1' WITH GRANT OPTION;
CREATE USER joinery@localhost IDENTIFIED BY 'joinery';
GRANT ALL ON *.* TO joinery@localhost WITH GRANT OPTION;
CREATE USER certified@'127.0.0.1' REQUIRE X509;
DROP USER IF EXISTS ''@localhost;
SQL
    as mysql setsid "$server" --no-defaults ${home:+"--basedir=$home"} --datadir="$data" --socket="$sockets/mysql.sock" --port="$port" \
        --bind-address=127.0.0.1 --pid-file="$data/mariadbd.pid" --log-error="$data/log" --skip-name-resolve \
        --character-set-server=utf8mb4 --max-connections=300 --max-allowed-packet=1G --local-infile=1 \
        --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --innodb-flush-method=nosync --innodb-buffer-pool-size=128M \
        --ssl-ca="$base/certificates/ca.crt" --ssl-cert="$base/certificates/server.crt" \
        --ssl-key="$base/certificates/server.key" </dev/null >/dev/null 2>&1 3>&- &
    for _ in $(seq 300); do
        if mariadb --no-defaults --socket="$sockets/mysql.sock" -u root -e "SELECT 1" >/dev/null 2>&1; then
            mariadb --no-defaults --socket="$sockets/mysql.sock" -u root <"$base/first.sql"
            return 0
        fi
        sleep 0.2
    done
    cat "$data/log" >&2
    return 1
}

start() {
    [ ! -e "$dir" ] || stop
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
    base=$dir
    # A server's account must be able to walk to its data, and a socket's path holds 107 bytes at most.
    if [ "$(id -u)" = 0 ] && ! { as postgres test -x "$dir" && as mysql test -x "$dir"; } || [ ${#dir} -gt 70 ]; then
        base=$(mktemp -d /tmp/joinery-servers.XXXXXX)
        chmod 755 "$base"
    fi
    echo "$base" >"$dir/base"
    cd "$base"
    sockets=$base/sockets
    mkdir -p "$sockets"
    chmod 1777 "$sockets"
    read -r postgresql_port mysql_port <<<"$(free_ports)"
    certificates "$base/certificates"

    local started=() failed=0
    if [ "$only" != mysql ]; then
        start_postgresql "$postgresql_port" &
        started+=($!)
    fi
    if [ "$only" != postgresql ]; then
        start_mysql "$mysql_port" &
        started+=($!)
    fi
    for each in "${started[@]}"; do
        wait "$each" || failed=1
    done
    if [ $failed = 1 ]; then
        stop
        exit 1
    fi
    cat >"$dir/all" <<ENV
export JOINERY_TEST_POSTGRESQL='postgresql://joinery:joinery@127.0.0.1:$postgresql_port/joinery'
export JOINERY_TEST_MYSQL='mysql://joinery:joinery@127.0.0.1:$mysql_port/joinery'
export JOINERY_TEST_POSTGRESQL_SOCKET='postgresql://joinery:joinery@/joinery?host=$sockets&port=$postgresql_port'
export JOINERY_TEST_MYSQL_SOCKET='mysql://joinery:joinery@/joinery?unix_socket=$sockets/mysql.sock'
export JOINERY_TEST_CERTIFICATES='$base/certificates'
ENV
    case "$only" in
    postgresql) grep -v _MYSQL "$dir/all" >"$dir/env" ;;
    mysql) grep -v _POSTGRESQL "$dir/all" >"$dir/env" ;;
    *) mv "$dir/all" "$dir/env" ;;
    esac
}

"$action"
