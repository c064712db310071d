"""Making backups while the tills sell. Serves the guide's page "Backups".

One workstation makes one at a time: it says so in a row first, and last what came of it.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import TroubleError, refuse
from posim_desktop.domain.exchange import backups as rules
from posim_desktop.domain.exchange.backups import Occasion, Proof, Second
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.why import Why
from posim_desktop.private_files import keep_private
from posim_desktop.queries.shop import practice
from posim_desktop.services import checksums, copies, scratch, server_programs, shop_money
from posim_desktop.services.checksums import StoppedError
from posim_desktop.services.database import open_engine
from posim_desktop.services.records import backup_rows, signatures
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.services.records.running_numbers import hold_numbers
from posim_desktop.services.server_programs import ProgramError
from posim_desktop.services.session import Session, Stamp
from posim_desktop.services.transaction import Transactor

_log = logging.getLogger(__name__)
FOLDER = "backups"
_WORKING = ".making-"
_LONGEST_PROBLEM = 2000
GIVEN_UP = "Somebody gave it up."
_NO_PROGRAM = (
    "PostgreSQL's program pg_dump is not on this computer, so the shop cannot be backed up from here. Install "
    "PostgreSQL's client programs, or back up at the computer that has them."
)
_PROGRAM_FAILED = "PostgreSQL's program {program} failed; what it said is in the program's log."
_UNFORESEEN = "Something went wrong that nobody foresaw; the program's log says what."


class BackupStage(Enum):
    """What is being done."""

    COPYING = auto()
    PROVING = auto()
    WRITING = auto()


Told = Callable[[BackupStage], None]


# ---- the verbs ----


@signatures.at_the_door
def begin(session: Session, stamp: Stamp, *, occasion: Occasion, since: datetime | None = None) -> Done:
    """Begin a backup, unless another is at work; return 0 for one that nobody asked for and that is not needed.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        occasion: Why.
        since: Nothing is to be done if one was begun since then.

    Raises:
        RefusedError: Somebody asks for one while another is at work.
    """
    hold_numbers(session, "audit")  # of two workstations that begin at once, the second one sees the first
    if backup_rows.is_at_work(session, stamp.at):
        if occasion is Occasion.BY_HAND:
            raise refuse(Why.BACKUP_AT_WORK)
        return done(0)
    if since is not None and backup_rows.was_begun_since(session, since):
        return done(0)
    backup_rows.give_up_others(session, stamp, "Its computer never said what came of it.")
    backup_id = backup_rows.insert(session, stamp, occasion)
    return done(backup_id, Change(Record.BACKUP, backup_id))


@signatures.at_the_door
def end(session: Session, stamp: Stamp, *, backup_id: int, came_of: BackupEnd) -> Done:
    """Say what came of a backup."""
    backup_rows.end(session, stamp, backup_id, came_of)
    return done(backup_id, Change(Record.BACKUP, backup_id))


# ---- making one ----


@dataclass(frozen=True)
class Backups:
    """The backups of a shop as this computer makes them.

    Attributes:
        url: Where the shop is.
        data_folder: This user's.
        workstation: Who makes them, as the records say.
    """

    url: str
    data_folder: Path
    workstation: str

    @property
    def can_make(self) -> bool:
        """Whether this computer has what it takes; a server's shop takes PostgreSQL's programs."""
        return self._is_file or server_programs.found("pg_dump") is not None

    def folder_of(self, shop: ShopPreferences) -> Path:
        """Return where backups go."""
        return Path(shop.backup_folder) if shop.backup_folder else self.data_folder / FOLDER

    def make(
        self,
        occasion: Occasion,
        employee_id: int | None = None,
        *,
        since: datetime | None = None,
        to: Path | None = None,
        stop: copies.Stop = lambda: False,
        told: Told = lambda _stage: None,
    ) -> BackupEnd | None:
        """Make a backup; None where another is at work or one was begun since a moment.

        Args:
            occasion: Why.
            employee_id: Who asks for it; None for nobody.
            since: See :func:`begin`.
            to: A folder for this one alone, in which nothing old is removed.
            stop: Asked again and again; True gives it up.
            told: Told what is done.

        Raises:
            RefusedError: Somebody asks for one while another is at work.
            TroubleError: The database cannot be reached. What else goes wrong is what comes of it.
        """
        engine = open_engine(self.url)
        try:
            transactor = Transactor(engine)
            do = partial(transactor.run, employee_id=employee_id, workstation=self.workstation)
            begun = do(partial(begin, occasion=occasion, since=since), key=uuid4())
            if not begun.record_id:
                return None
            came_of = BackupEnd("", problem=_UNFORESEEN)
            try:
                came_of = self._made(engine, transactor.now(), to, stop, told)
            finally:
                try:
                    do(partial(end, backup_id=begun.record_id, came_of=came_of), key=uuid4())
                except TroubleError as trouble:  # what fills the disk up keeps this from being written, too
                    _log.error("what came of a backup is not in the records: %s", trouble)
            return came_of
        finally:
            engine.dispose()

    @property
    def _is_file(self) -> bool:
        return sa.make_url(self.url).get_backend_name() == "sqlite"

    def _made(self, engine: sa.Engine, now: datetime, to: Path | None, stop: copies.Stop, told: Told) -> BackupEnd:
        with engine.connect() as connection:
            shop, is_practice = shop_money.learn(connection), practice.is_practice(connection)
        local = now.astimezone(ZoneInfo(shop.time_zone))
        named = rules.shop_in_names(shop.store_name, is_practice=is_practice)
        name = rules.file_name(named, local, ".sqlite" if self._is_file else ".dump")
        folder = to or self.folder_of(shop)
        try:
            with self._work_file(name) as made:
                told(BackupStage.COPYING)
                proof = self._copy_and_prove(made, stop, told)
                told(BackupStage.WRITING)
                sha256, size = checksums.digest_of(made, stop), made.stat().st_size
                copies.deliver(made, folder, name, sha256, stop)
                second, problem = Second.NONE, ""
                if to is None and shop.backup_second_folder:
                    second, problem = _second(made, Path(shop.backup_second_folder), name, sha256, stop)
        except StoppedError:
            return BackupEnd(str(folder), problem=GIVEN_UP)
        except TroubleError as trouble:
            return BackupEnd(str(folder), problem=str(trouble)[:_LONGEST_PROBLEM])
        except OSError as error:
            _log.error("no backup was made: %s", error)
            return BackupEnd(str(folder), problem=f"{folder}: {error.strerror or error}")
        if to is None:
            for each in (folder, *([Path(shop.backup_second_folder)] if second is Second.COPIED else [])):
                old = rules.outdated(copies.names_in(each), named, local, shop.backup_keep_days)
                copies.remove(each, old)
        return BackupEnd(str(folder), name, size, sha256, proof, second, problem)

    def _copy_and_prove(self, made: Path, stop: copies.Stop, told: Told) -> Proof:
        url = sa.make_url(self.url)
        if self._is_file:
            copies.copy_database(Path(str(url.database)), made, stop)
            told(BackupStage.PROVING)
            copies.require_sound_file(made)
            return Proof.WHOLE
        if not self.can_make:
            raise TroubleError(_NO_PROGRAM)
        keep_private(made)
        run_program(partial(server_programs.dump, url, made, stop), "pg_dump", stop)
        told(BackupStage.PROVING)
        run_program(partial(server_programs.contents, made), "pg_restore", stop)
        return _tried_out(url, made, stop)

    @contextmanager
    def _work_file(self, name: str) -> Iterator[Path]:
        """Give a file of this computer to make a copy in; those that killed programs left behind are removed."""
        folder = self.data_folder / FOLDER
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(f"{_WORKING}{Path(name).stem.rpartition('-')[0].rpartition('-')[0]}*"):
            with suppress(OSError):
                left.unlink()
        made = folder / f"{_WORKING}{name}"
        try:
            yield made
        finally:
            for each in (made, *(made.with_name(made.name + end) for end in ("-journal", "-wal", "-shm"))):
                with suppress(OSError):
                    each.unlink(missing_ok=True)


def run_program(work: Callable[[], object], name: str, stop: copies.Stop) -> None:
    """Run one of PostgreSQL's programs.

    Raises:
        StoppedError: Somebody gave it up.
        TroubleError: It failed.
    """
    try:
        work()
    except ProgramError as error:
        if stop():
            raise StoppedError from error
        raise TroubleError(_PROGRAM_FAILED, program=name) from error


def _tried_out(url: sa.URL, made: Path, stop: copies.Stop) -> Proof:
    """Read a copy of a server's database back beside the shop and prove it, where this user may."""
    if not scratch.may_make(url):
        return Proof.LISTED
    tried = scratch.make(url)
    try:
        run_program(partial(server_programs.restore, tried, made, stop), "pg_restore", stop)
        engine = open_engine(tried.render_as_string(hide_password=False))
        try:
            copies.require_sound_database(engine)
        finally:
            engine.dispose()
    finally:
        scratch.drop(tried)
    return Proof.WHOLE


def _second(made: Path, folder: Path, name: str, sha256: str, stop: copies.Stop) -> tuple[Second, str]:
    """Write a copy into the second folder; a drive that is not there keeps nobody from the first."""
    if not folder.is_dir():
        return Second.MISSING, f"The second folder {folder} is not there."
    try:
        copies.deliver(made, folder, name, sha256, stop)
    except TroubleError as trouble:
        return Second.MISSING, str(trouble)[:_LONGEST_PROBLEM]
    return Second.COPIED, ""
