"""A PostgreSQL server that asks for a password, for the check of the installer; it is the tests' own server."""

import os
import secrets
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql


@contextmanager
def shop_server(root: Path) -> Iterator[tuple[int, str]]:
    """Run a server with an empty database ``shop`` of the user ``shop``; yields its port and the user's password."""
    sys.path.insert(0, str(root / "tests"))
    import postgres_server  # noqa: PLC0415 - found through the line above

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    os.environ["PGPORT"] = str(port)  # the tests' server is called by its default port otherwise
    postgres_server.OPTIONS = (*postgres_server.OPTIONS, "listen_addresses=127.0.0.1", f"port={port}")
    password = secrets.token_urlsafe(12) + "@:/%"
    with postgres_server.running_server() as server:
        where = f"host={server.folder} port={port} user={postgres_server.SUPERUSER} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(sql.SQL("ALTER ROLE shop PASSWORD {}").format(sql.Literal(password)))
            connection.execute("CREATE DATABASE shop OWNER shop")
            access = server.folder / "data" / "pg_hba.conf"
            access.write_text("local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n", "utf-8")
            connection.execute("SELECT pg_reload_conf()")
        yield port, password
