"""What a database can do to a till: stay locked, stop, or fall silent; each is put right again by the test."""

import os
import signal
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

import sqlalchemy as sa

import postgres_server


@contextmanager
def locked_file(url: str, how: str) -> Iterator[None]:
    """Hold a lock on a SQLite file: ``IMMEDIATE`` keeps others from writing, ``EXCLUSIVE`` from reading too."""
    with closing(sqlite3.connect(str(sa.make_url(url).database), isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        yield
        other.execute("ROLLBACK")


class StoppableServer:
    """A PostgreSQL server that can be stopped and started again."""

    def __init__(self, options: tuple[str, ...] = ()) -> None:
        """Make its files; settings that are given go before those that make tests quick."""
        self._options = options
        self._programs = postgres_server._programs()
        self._account = postgres_server._server_account()
        self.folder = Path(mkdtemp(prefix="posim-pg-", dir="/tmp"))
        if self._account:
            os.chown(self.folder, self._account["user"], self._account["group"])
        postgres_server._make_cluster(self._programs, self.folder, self._account)
        self._server = postgres_server.PostgresServer(self.folder)
        self._running = ExitStack()

    def start(self) -> None:
        """Start it and wait until it accepts connections."""
        self._process = self._running.enter_context(
            postgres_server._server_process(self._programs, self.folder, self._account, self._options)
        )
        postgres_server._wait_until_ready(self._server, self._process)

    def make_database(self) -> None:
        """Make the one database that it has."""
        self._server.prepare()
        self._server._execute("CREATE DATABASE {}", "till")

    @property
    def url(self) -> str:
        """The URL of its database."""
        return self._server.url("till")

    @property
    def server(self) -> postgres_server.PostgresServer:
        """The server itself, for more databases than the one."""
        return self._server

    def stop(self) -> None:
        """Stop it; every connection is cut."""
        self._running.close()

    def stop_at_once(self) -> None:
        """Stop it as a power cut does, but for what the disk itself forgets: nothing is written any more."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(postgres_server.START_SECONDS)
        self.stop()


class Line:
    """The network between a till and its server: a proxy on this computer that can swallow every packet.

    Each packet is acknowledged and goes no further, as with a router that has forgotten the connection.
    """

    def __init__(self, server_socket: Path) -> None:
        self._server_socket = str(server_socket)
        self._is_silent = threading.Event()
        self._sockets: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._admit, daemon=True).start()

    def fall_silent(self) -> None:
        """Swallow everything from now on, on old connections and on new ones."""
        self._is_silent.set()

    def recover(self) -> None:
        """Carry new connections again; the old ones are lost."""
        self._is_silent.clear()
        self._cut()

    def close(self) -> None:
        """Take the proxy away."""
        self._door.close()
        self._cut()

    def _cut(self) -> None:
        sockets, self._sockets = self._sockets, []
        for each in sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _admit(self) -> None:
        while True:
            try:
                client, _address = self._door.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._server_socket)
            self._sockets += [client, server]
            for source, target in ((client, server), (server, client)):
                threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def passes(self, packet: bytes, *, to_server: bool) -> bool:
        """Say whether a packet goes on; a line that breaks in another way says something else."""
        del packet, to_server
        return not self._is_silent.is_set()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        to_server = target.family == socket.AF_UNIX
        with suppress(OSError):
            while packet := source.recv(65536):
                if self.passes(packet, to_server=to_server):
                    target.sendall(packet)
            if not self._is_silent.is_set():
                target.shutdown(socket.SHUT_RDWR)


def seconds(name: str, default: float) -> float:
    """Read how long an outage lasts from the environment: ``POSIM_TEST_LOCKED_SECONDS=30``."""
    return float(os.environ.get(f"POSIM_TEST_{name}_SECONDS", default))
