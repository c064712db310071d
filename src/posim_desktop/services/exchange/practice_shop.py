"""Making a practice shop: a copy of the shop's cards in a SQLite file of its own. Serves the guide's page "Practice".

The file is written under another name and takes its place when it is whole. What stands in that place is replaced only
if it says of itself that it is for practice.
"""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm.preference import PRACTICE
from posim_desktop.private_files import keep_private
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.records import card_copies
from posim_desktop.services.records.lock_order import alone
from posim_desktop.services.session import Stamp, begun
from posim_desktop.services.transaction import utc_now
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url

_REASON = "Practice"
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file


@dataclass(frozen=True)
class PracticeShop:
    """Where the practice shop of a shop is, on this computer.

    Attributes:
        engine: The shop's database.
        file: The practice shop's.
        workstation: Who makes it, as the records say.
    """

    engine: sa.Engine
    file: Path
    workstation: str

    @property
    def url(self) -> str:
        """Its database URL."""
        return sqlite_url(self.file)

    def stands(self) -> bool:
        """Tell whether there is a practice shop to go on with."""
        return is_practice_file(self.file)

    def make(self, employee_id: int, at: datetime | None = None) -> None:
        """Copy the cards into a new practice shop; one that stood there is gone.

        Args:
            employee_id: Who begins to practice.
            at: The moment; now if none is given.

        Raises:
            TroubleError: The file cannot be written, or what stands in its place is no practice shop.
        """
        self._require_place()
        new = self.file.with_name(f"{self.file.stem}-{uuid4().hex[:8]}.new.sqlite")
        try:
            keep_private(new)
            self._write(new, Stamp(at or utc_now(), employee_id, self.workstation))
            _remove(self.file)
            new.replace(self.file)
        except (OSError, DBAPIError) as error:
            raise TroubleError(
                "The practice shop cannot be written to {file}. Close other windows that practice on this computer, "
                "or make room on the disk; then try again. The shop itself was not touched.",
                file=str(self.file),
            ) from error
        finally:
            with suppress(OSError):
                _remove(new)

    def _require_place(self) -> None:
        if self.file.exists() and not self.stands():
            raise TroubleError(
                "{file} is no practice shop, so it is left as it is. Move it somewhere else, then try again.",
                file=str(self.file),
            )

    def _write(self, new: Path, stamp: Stamp) -> None:
        url = sqlite_url(new)
        migrate(url, new.parent)
        engine = open_engine(url)
        try:
            with snapshot(self.engine) as source, begun(for_writing(engine)) as session:
                alone(session)
                card_copies.copy_cards(source, session, stamp, _REASON)
                made = (
                    AuditEntry(AuditAction.GIVE_PIN, Record.EMPLOYEE, who) for who in card_copies.who_has_pins(session)
                )
                append(session, stamp, list(made))
        finally:
            engine.dispose()


def practice_file(folder: Path, database_url: str) -> Path:
    """Name the file of a shop's practice shop; each shop that this computer knows has its own."""
    return folder / f"practice-{sha256(database_url.encode('utf-8')).hexdigest()[:12]}.sqlite"


def is_practice_file(file: Path) -> bool:
    """Tell whether a file is a practice shop; nothing of it is changed."""
    if not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT 1 FROM preferences WHERE name = ?", (PRACTICE,)).fetchone()
    except sqlite3.Error:
        return False
    return found is not None


def _remove(file: Path) -> None:
    for each in (file, *(file.with_name(file.name + suffix) for suffix in _BESIDE)):
        each.unlink(missing_ok=True)
