"""What every verb writes around its own rows, by hand: the operation, the numbers, the audit and its chain."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from benchmarks.backlog import AT
from benchmarks.shop import as_json
from posim_desktop.orm.base import REVISION


class ByHand:
    """A plain connection: statements with ``?``, locks where the database has them."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - of either driver
        self._connection = connection
        self._cursor = connection.cursor()
        self._is_sqlite = isinstance(connection, sqlite3.Connection)
        self.lock = "" if self._is_sqlite else " FOR UPDATE"

    def run(self, statement: str, *values: object) -> Any:  # noqa: ANN401 - a cursor of either driver
        """Execute a statement."""
        return self._cursor.execute(self._marked(statement), values)

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute a statement for many rows."""
        self._cursor.executemany(self._marked(statement), list(rows))

    def take(self, name: str, how_many: int = 1) -> int:
        """Take running numbers and return the first."""
        self.run("UPDATE counters SET value = value + ? WHERE name = ? RETURNING value", how_many, name)
        last: int = self._cursor.fetchone()[0]
        return last - how_many + 1

    @contextmanager
    def operation(self) -> Iterator[None]:
        """Do something once, in one durable transaction."""
        if self._is_sqlite:
            self._connection.execute("BEGIN IMMEDIATE")
        key = str(uuid4())
        self.run(
            "INSERT INTO operations (key, fingerprint, employee_id, workstation, changes, at, revision) "
            "VALUES (?,?,?,?,?,?,?)",
            *(key, "f" * 64, 1, "till", "", AT, REVISION),
        )
        yield
        self.run("UPDATE operations SET result = 1, changes = '[]' WHERE key = ?", key)
        self._connection.execute("COMMIT") if self._is_sqlite else self._connection.commit()

    def account(self, action: str, entries: Sequence[tuple[str, int, object]]) -> None:
        """Add (kind, record, after) entries to the audit's chain."""
        first = self.take("audit", len(entries))
        found = self.run("SELECT digest FROM audit_events WHERE id = ?", first - 1).fetchone()
        digest = found[0] if found else ""
        rows = []
        for number, (kind, record_id, after) in enumerate(entries, first):
            written = as_json(after)
            digest = hashlib.sha256(f"{digest}{number}{action}{kind}{record_id}{written}".encode()).hexdigest()
            rows.append((number, AT, "till", 1, action, kind, record_id, "{}", written, "", digest))
        self.many(
            "INSERT INTO audit_events (id, at, workstation, employee_id, action, record_kind, record_id, before, "
            "after, reason, digest) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            rows,
        )

    def _marked(self, statement: str) -> str:
        return statement if self._is_sqlite else statement.replace("?", "%s")
