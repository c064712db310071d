"""A PostgreSQL server of the tests' own, gone when they end.

It is made from the installed server programs, in a temporary folder and on a socket in that folder,
so that it neither needs nor disturbs any other server on the machine.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import URL

if sys.platform != "win32":
    import pwd

SUPERUSER = "postgres"
SHOP = "shop"  # tests log in as an ordinary owner of databases, as a shop should
START_SECONDS = 60
DEBIAN_VERSIONS = Path("/usr/lib/postgresql")  # not on PATH: Debian may have several side by side
# What protects the data when the power fails only costs time here.
OPTIONS: tuple[str, ...] = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "autovacuum=off",
    "max_connections=50",
)


class ServerUnavailableError(Exception):
    """There is no PostgreSQL to test with; the message says what to do about it."""


@dataclass(frozen=True)
class PostgresServer:
    """A running server and its databases.

    Attributes:
        folder: Where its files, its log and its socket are.
    """

    folder: Path

    def url(self, database: str) -> str:
        """Write the SQLAlchemy URL of one database, for the shop's role."""
        url = URL.create("postgresql+psycopg", SHOP, database=database, query={"host": str(self.folder)})
        return url.render_as_string(hide_password=False)

    @contextmanager
    def database(self, *, like: str = "template1") -> Iterator[str]:
        """Create a database as a copy of another, yield its name, and drop it at the end."""
        name = f"shop_{uuid4().hex[:12]}"
        self._execute("CREATE DATABASE {} TEMPLATE {}", name, like)
        try:
            yield name
        finally:
            # A test that failed half-way may have left a connection open, and whoever's it is must go.
            self._execute("DROP DATABASE {} WITH (FORCE)", name, user=SUPERUSER)

    def names_like(self, pattern: str) -> list[str]:
        """List the databases whose names are like a pattern."""
        connect: dict[str, Any] = {"host": str(self.folder), "user": SHOP, "dbname": "postgres"}
        with psycopg.connect(**connect, autocommit=True) as connection:
            found = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern])
            return [name for (name,) in found.fetchall()]

    def prepare(self) -> None:
        """Create the shop's role on a new server."""
        self._execute("CREATE ROLE {} LOGIN CREATEDB", SHOP, user=SUPERUSER)

    def accepts_connections(self) -> bool:
        """Return whether the server has finished starting."""
        try:
            self._execute("SELECT 1", user=SUPERUSER)
        except psycopg.OperationalError:
            return False
        return True

    def _execute(self, command: LiteralString, *names: str, user: str = SHOP) -> None:
        connect: dict[str, Any] = {"host": str(self.folder), "user": user, "dbname": "postgres"}
        with psycopg.connect(**connect, autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))


@contextmanager
def running_server(*options: str) -> Iterator[PostgresServer]:
    """Start a server, yield it, and stop it whatever happens meanwhile.

    Args:
        options: Settings besides those of every test.

    Raises:
        ServerUnavailableError: PostgreSQL is not installed, or does not start.
    """
    programs = _programs()
    # Not pytest's own folder: it is closed to the server's user when root runs the tests, and
    # the path of a socket may have no more than about a hundred characters.
    parent = None if sys.platform == "win32" else "/tmp"  # noqa: S108 - mkdtemp makes it private
    folder = Path(tempfile.mkdtemp(prefix="posim-pg-", dir=parent))
    try:
        account = _server_account()
        if account:
            shutil.chown(folder, account["user"], account["group"])
        _make_cluster(programs, folder, account)
        with _server_process(programs, folder, account, options) as process:
            server = PostgresServer(folder)
            _wait_until_ready(server, process)
            server.prepare()
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Find the folder of initdb and postgres, the newest version first."""
    versions = DEBIAN_VERSIONS.glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    found = newest or shutil.which("initdb")
    if found is None:
        raise ServerUnavailableError(
            "The PostgreSQL tests need PostgreSQL's server programs. On Debian: "
            "sudo apt-get install postgresql; elsewhere put its bin folder on PATH."
        )
    return Path(found).parent


def _server_account() -> dict[str, Any]:
    """Say as whom subprocess runs the server: it refuses root, anybody else may run it."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    try:
        entry = pwd.getpwnam("postgres")  # made by the package
    except KeyError:
        entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _make_cluster(programs: Path, folder: Path, account: dict[str, Any]) -> None:
    # C.UTF-8 is the one Unicode locale that every Linux has.
    locale = "C" if sys.platform == "win32" else "C.UTF-8"
    made = subprocess.run(
        (
            str(programs / "initdb"),
            f"--pgdata={folder / 'data'}",
            f"--username={SUPERUSER}",
            f"--locale={locale}",
            "--encoding=UTF8",
            "--auth=trust",
            "--no-sync",
        ),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **account,
    )
    if made.returncode != 0:
        raise ServerUnavailableError(f"PostgreSQL could not be set up:\n{made.stdout}")


@contextmanager
def _server_process(
    programs: Path, folder: Path, account: dict[str, Any], options: Iterable[str] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    settings = [f"--{option}" for option in (*OPTIONS, *options, f"unix_socket_directories={folder}")]
    # Where it exists, setpriv has the server stopped also when this process is killed.
    setpriv = shutil.which("setpriv")
    guard = (setpriv, "--pdeathsig", "INT") if setpriv else ()
    command = (*guard, str(programs / "postgres"), "-D", str(folder / "data"), *settings)
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, **account) as process,
    ):
        try:
            yield process
        finally:
            _stop(process)


def _wait_until_ready(server: PostgresServer, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not server.accepts_connections():
        if process.poll() is not None or time.monotonic() > deadline:
            log = (server.folder / "log").read_text("utf-8", errors="replace")
            raise ServerUnavailableError(f"PostgreSQL does not start:\n{log}")
        time.sleep(0.02)  # nothing tells when it listens; this asks until it does


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return  # a test stopped it in its own way
    # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
    try:
        process.wait(START_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
