"""Hearing at once that another program changed the shop, so that nobody looks at what was true a while ago.

What was changed is read from the operations table (:mod:`posim_desktop.queries.feed`); here is only heard *that*
something was. Whoever listens looks now and then all the same: a word that a dead cable swallowed is then found.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable

import sqlalchemy as sa

from posim_desktop.services.records.operation_rows import CHANNEL
from posim_desktop.unforeseen import plain_message

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 0.5
_PATIENCE_SECONDS = 1.0
_TRY_AGAIN_SECONDS = 5.0


class News:
    """Listens in a thread of its own until it is closed; a connection that is lost is made again."""

    def __init__(self, engine: sa.Engine, program: str, tell: Callable[[], object]) -> None:
        """Begin to listen.

        Args:
            engine: The shop's database.
            program: What this program is called where it tells of its own operations: those are no news.
            tell: Called in the thread when others changed something, or may have: once it is heard, for what was
                done before.
        """
        self._engine = engine
        self._program = program
        self._tell = tell
        self._closed = threading.Event()
        hear = self._hear_server if engine.dialect.name == "postgresql" else self._watch_file
        # A daemon: a server that does not answer must not keep the program from ending.
        self._thread = threading.Thread(target=hear, name="news", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more; the thread ends by itself within about a second."""
        self._closed.set()

    def wait(self) -> None:
        """Wait until the thread has ended, after :meth:`close`."""
        self._thread.join()

    def _hear_server(self) -> None:
        import psycopg  # noqa: PLC0415 - SQLite needs no such driver

        while not self._closed.is_set():
            try:
                self._hear_until_lost()
            except psycopg.Error as error:
                _log.info("nothing is heard of other workstations just now: %s", plain_message(error))
                self._closed.wait(_TRY_AGAIN_SECONDS)

    def _hear_until_lost(self) -> None:
        from posim_desktop.services import bounded_connection  # noqa: PLC0415 - brings the driver, too

        with bounded_connection.for_listening(self._engine) as connection:
            connection.execute(f"LISTEN {CHANNEL}".encode())
            self._tell()
            while not self._closed.is_set():
                told_by = {told.payload for told in connection.notifies(timeout=_PATIENCE_SECONDS, stop_after=1)}
                if told_by - {self._program}:
                    self._tell()

    def _watch_file(self) -> None:
        """Ask for SQLite's own count of what other connections wrote, for which it reads only the head of the file."""
        try:
            connection = sqlite3.connect(self._engine.url.database or ":memory:", isolation_level=None)
        except sqlite3.Error as error:
            _log.info("nothing is heard of other programs: %s", plain_message(error))
            return
        seen = _counted(connection)
        self._tell()
        while not self._closed.wait(_LOOK_SECONDS):
            counted = _counted(connection)
            if counted not in {None, seen}:
                seen = counted
                self._tell()
        connection.close()


def _counted(connection: sqlite3.Connection) -> object:
    """Return the count, which is only compared; None while the file is locked or away."""
    try:
        counted: object = connection.execute("PRAGMA data_version").fetchone()[0]
        return counted  # noqa: TRY300 - it is only now that it is known
    except sqlite3.Error:
        return None
