"""Restoring a shop from a backup: looked through and proved before anything is replaced, which is then kept.

A copy of the backup is made beside the shop, brought up to date and proved there, and goes on from the highest numbers
that were handed out. Only then it takes the place of the shop, in one step that happens whole or not at all: in a file
by SQLite's own journal, on a server by two renamings in one transaction. Serves the guide's page "Backups".
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.backups import Proof
from posim_desktop.domain.exchange.numbers_given import Given
from posim_desktop.private_files import keep_private
from posim_desktop.queries.shop import backups as queries
from posim_desktop.queries.shop import practice
from posim_desktop.services import checksums, copies, scratch, server_programs, shop_money, till_rights
from posim_desktop.services.database import open_copy, open_engine, open_held, snapshot
from posim_desktop.services.exchange import restored
from posim_desktop.services.exchange.backups import run_program
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.services.transaction import Transactor, utc_now
from posim_desktop.services.upgrade import bring_up_to_date
from posim_desktop.settings import sqlite_url

_log = logging.getLogger(__name__)
_SQLITE, _DUMP = b"SQLite format 3\x00", b"PGDMP"
_WAITS_SECONDS = 10
_BESIDE = ("-journal", "-wal", "-shm")
_OURS = ("alembic_version", "operations", "audit_events")
_NOT_THERE = "There is no backup {file}."
_NOT_OURS = "{file} is no backup of a shop: another program made it. It was left as it is."
_OF_A_SERVER = "{file} is a backup of a shop on a server, and this shop is kept in a file."
_OF_A_FILE = "{file} is a backup of a shop in a file, and this shop is kept on a server."
_PRACTICE = "{file} is a backup of a practice shop, and does not replace a real one."
_REAL = "{file} is a backup of a real shop, and does not replace a practice shop."
_SHARE_DAMAGED = "{file} cannot be read back. Choose another backup. Nothing was changed."
_IN_USE = (
    "Another program is at work in the shop. Close the windows on this computer, then try again. Nothing was changed."
)
_NOT_WRITTEN = "The shop cannot be written to {file}. Make room on the disk, then try again. Nothing was changed."
_MEANWHILE = "Somebody worked in the shop while it was being restored. Nothing was changed; try again."


@dataclass(frozen=True)
class Contents:
    """What a shop holds, to be told to a person before anything is replaced.

    Attributes:
        store_name: What it is called.
        last_work: When the last thing was done in it; None where nothing was.
        first_key: The key of the first thing that was done, by which a shop knows itself again; ``""`` for nothing.
        is_practice: Whether it is for practice.
        given: The highest numbers that it handed out.
        last_operation: The number of the last thing that was done.
    """

    store_name: str
    last_work: datetime | None
    first_key: str
    is_practice: bool
    given: Given
    last_operation: int

    def is_same_shop(self, other: "Contents") -> bool:
        """Tell whether another copy is of the same shop, so that the numbers of both are on its paper."""
        return self.first_key != "" and self.first_key == other.first_key


@dataclass(frozen=True)
class Prepared:
    """A copy of a backup that was proved and can take a shop's place.

    Attributes:
        backup: The file.
        contents: What it holds.
        replaced: What the shop holds that it would replace; None where there is none, or it cannot be read.
        copy: Where the copy is, as a database URL.
    """

    backup: BackupEnd
    contents: Contents
    replaced: Contents | None
    copy: str

    @property
    def knows_numbers(self) -> bool:
        """Whether the shop that is replaced tells which numbers were handed out; otherwise somebody is asked."""
        return self.replaced is not None and self.contents.is_same_shop(self.replaced)


@dataclass(frozen=True)
class Restoring:
    """One shop that is restored from one file.

    Attributes:
        url: Where the shop is, or will be.
        file: The backup.
        workstation: Where this is done, as the records say.
    """

    url: str
    file: Path
    workstation: str

    # ---- looking through ----

    @contextmanager
    def prepared(self, stop: copies.Stop = lambda: False) -> Iterator[Prepared]:
        """Look through the backup and prove a copy of it; the copy is gone afterwards, unless it took the place.

        Raises:
            StoppedError: Somebody gave it up.
            TroubleError: It cannot be restored; nothing was changed.
        """
        sha256 = self._look(stop)
        copy = self._copy(stop)
        try:
            bring_up_to_date(copy)
            contents = _proved(copy)
            replaced = self._replaced()
            self._require_kind(contents, replaced)
            size = self.file.stat().st_size
            backup = BackupEnd(str(self.file.parent), self.file.name, size, sha256, Proof.WHOLE)
            yield Prepared(backup, contents, replaced, copy)
        finally:
            _throw_away(copy)

    def _look(self, stop: copies.Stop) -> str:
        """See that the file is whole and of the right kind, and return its checksum."""
        try:
            with self.file.open("rb") as read:
                begins = read.read(len(_SQLITE))
        except FileNotFoundError as error:
            raise TroubleError(_NOT_THERE, file=str(self.file)) from error
        is_file, is_dump = begins == _SQLITE, begins.startswith(_DUMP)
        if not is_file and not is_dump and not checksums.beside(self.file).exists():
            raise TroubleError(_NOT_OURS, file=str(self.file))
        sha256 = checksums.require(self.file, stop)
        if not is_file and not is_dump:
            raise TroubleError(_NOT_OURS, file=str(self.file))
        if is_dump and self._is_file:
            raise TroubleError(_OF_A_SERVER, file=str(self.file))
        if is_file and not self._is_file:
            raise TroubleError(_OF_A_FILE, file=str(self.file))
        return sha256

    def _copy(self, stop: copies.Stop) -> str:
        if self._is_file:
            self._require_ours()
            return self._copy_file()
        told = server_programs.contents
        listed: list[str] = []
        run_program(lambda: listed.append(told(self.file)), "pg_restore", stop)
        if not all(f"TABLE public {name} " in listed[0] for name in _OURS):
            raise TroubleError(_NOT_OURS, file=str(self.file))
        made = scratch.make(sa.make_url(self.url))
        try:
            run_program(partial(server_programs.restore, made, self.file, stop), "pg_restore", stop)
        except BaseException:
            scratch.drop(made)
            raise
        return made.render_as_string(hide_password=False)

    def _require_ours(self) -> None:
        engine = open_copy(self.file)
        try:
            names = set(sa.inspect(engine).get_table_names())
        except DBAPIError as error:
            raise TroubleError(_SHARE_DAMAGED, file=str(self.file)) from error
        finally:
            engine.dispose()
        if not names.issuperset(_OURS):
            raise TroubleError(_NOT_OURS, file=str(self.file))

    def _copy_file(self) -> str:
        shop = self._shop_file
        begins = f".{shop.stem}-restoring-"
        try:
            shop.parent.mkdir(parents=True, exist_ok=True)
            for left in shop.parent.glob(f"{begins}*"):
                left.unlink()
            copy = shop.with_name(f"{begins}{uuid4().hex[:8]}.sqlite")
            copies.copy_file(self.file, copy)
        except OSError as error:
            _log.error("the backup cannot be copied beside the shop: %s", error)
            raise TroubleError(_NOT_WRITTEN, file=str(shop)) from error
        return sqlite_url(copy)

    def _replaced(self) -> Contents | None:
        """Read what the shop holds that is replaced; None where there is none or it cannot be read."""
        if self._is_file:
            shop = self._shop_file
            if not shop.is_file() or not shop.stat().st_size:
                return None
            return _read_or_none(open_copy(shop))
        if not scratch.is_there(sa.make_url(self.url)):
            return None
        return _read_or_none(open_engine(self.url))

    def _require_kind(self, contents: Contents, replaced: Contents | None) -> None:
        if contents.is_practice and not (replaced is not None and replaced.is_practice):
            raise TroubleError(_PRACTICE, file=str(self.file))
        if replaced is not None and replaced.is_practice and not contents.is_practice:
            raise TroubleError(_REAL, file=str(self.file))

    # ---- replacing ----

    def replace(self, prepared: Prepared, given: Given) -> str:
        """Let the copy take the shop's place, and return where the shop that was there is kept; ``""`` for none.

        Args:
            prepared: The copy.
            given: The highest numbers that somebody knows of; those of the shop that is replaced are read once more.

        Raises:
            TroubleError: Somebody works in the shop, or it cannot be written; it is as it was.
        """
        return self._replace_file(prepared, given) if self._is_file else self._replace_database(prepared, given)

    def _go_on(self, prepared: Prepared, given: Given) -> None:
        engine = open_engine(prepared.copy)
        try:
            with engine.connect() as connection:
                shop_money.learn(connection)
            verb = partial(
                restored.go_on,
                mark=uuid4().hex,
                backup=prepared.backup,
                taken=prepared.contents.last_work,
                given=given,
            )
            Transactor(engine).run(verb, key=uuid4(), employee_id=None, workstation=self.workstation)
            with snapshot(engine) as connection:
                copies.require_sound(connection)
        finally:
            engine.dispose()

    def _replace_database(self, prepared: Prepared, given: Given) -> str:
        url = sa.make_url(self.url)
        before, tills = None, list[str]()
        if scratch.is_there(url):
            scratch.require_alone(url)
            before = self._replaced()
            tills = _tills_of(self.url)
        self._go_on(prepared, _all_given(prepared, before, given))
        _let_work(prepared.copy, tills)
        kept = scratch.take_place(url, sa.make_url(prepared.copy), utc_now())
        after = _read_or_none(open_engine(_named(url, kept))) if kept else None
        if before is not None and after is not None and after.last_operation != before.last_operation:
            scratch.give_back_place(url, kept)
            raise TroubleError(_MEANWHILE)
        return kept

    def _replace_file(self, prepared: Prepared, given: Given) -> str:
        shop, copy = self._shop_file, Path(str(sa.make_url(prepared.copy).database))
        kept = shop.with_name(f"{shop.stem}.replaced-{utc_now():%Y%m%d-%H%M%S}{shop.suffix}")
        try:
            if prepared.replaced is not None:
                with closing(_held(shop)) as old:
                    before = _read_if_sound(open_held(old))
                    self._go_on(prepared, _all_given(prepared, before, given))
                    _copy_whole(old, kept)
                    _write_over(copy, old)
                return str(kept)
            self._go_on(prepared, given)
            return self._move_in(copy, shop, kept)
        except (sqlite3.Error, OSError) as error:
            _log.error("the shop cannot be replaced: %s", error)
            busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if busy:
                raise TroubleError(_IN_USE) from error
            raise TroubleError(_NOT_WRITTEN, file=str(shop)) from error

    @staticmethod
    def _move_in(copy: Path, shop: Path, kept: Path) -> str:
        """Put a copy where there is no shop, or one that cannot be read, which is kept as it is."""
        was_there = shop.is_file()
        if was_there:
            copies.copy_file(shop, kept)
            for end in _BESIDE:  # what SQLite would write into whatever has this name
                beside = shop.with_name(shop.name + end)
                if beside.exists():
                    beside.replace(kept.with_name(kept.name + end))
        copy.replace(shop)
        return str(kept) if was_there else ""

    @property
    def _is_file(self) -> bool:
        return sa.make_url(self.url).get_backend_name() == "sqlite"

    @property
    def _shop_file(self) -> Path:
        return Path(str(sa.make_url(self.url).database))


def _all_given(prepared: Prepared, before: Contents | None, given: Given) -> Given:
    """Return the higher of what somebody knows of and what the shop says that is replaced, if it is the same shop."""
    if before is None or not prepared.contents.is_same_shop(before):
        return given
    return given.or_higher(before.given)


def _proved(url: str) -> Contents:
    """Prove a copy by every rule, and tell what is in it."""
    engine = open_engine(url)
    try:
        with snapshot(engine) as connection:
            if engine.dialect.name == "sqlite":
                copies.require_whole_file(connection)
            copies.require_sound(connection)
            return _read(connection)
    finally:
        engine.dispose()


def _read(connection: sa.Connection) -> Contents:
    shop = shop_money.learn(connection)
    work = queries.work(connection)
    return Contents(
        shop.store_name,
        work.last_at,
        work.first_key,
        practice.is_practice(connection),
        queries.numbers_given(connection),
        work.last_operation,
    )


def _read_or_none(engine: sa.Engine) -> Contents | None:
    try:
        return _read_if_sound(engine)
    finally:
        engine.dispose()


def _read_if_sound(engine: sa.Engine) -> Contents | None:
    """Tell what is in a shop that is replaced; None where it is damaged."""
    try:
        with engine.connect() as connection:
            return _read(connection)
    except (DBAPIError, TroubleError, ValueError) as error:
        _log.warning("what is replaced cannot be read: %s", error)
        return None


def _tills_of(url: str) -> list[str]:
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            return till_rights.tills(connection)
    except DBAPIError:
        return []
    finally:
        engine.dispose()


def _let_work(url: str, tills: list[str]) -> None:
    """Give those who worked at tills of the shop that is replaced the same rights in the copy."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            for role in tills:
                till_rights.grant(connection, role)
    finally:
        engine.dispose()


def _throw_away(copy: str) -> None:
    url = sa.make_url(copy)
    if url.get_backend_name() != "sqlite":
        scratch.drop(url)
        return
    file = Path(str(url.database))
    for each in (file, *(file.with_name(file.name + end) for end in _BESIDE)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def _named(url: sa.URL, database: str) -> str:
    return url.set(database=database).render_as_string(hide_password=False)


def _held(shop: Path) -> sqlite3.Connection:
    """Open a file so that nobody else reads or writes it until it is closed."""
    connection = sqlite3.connect(shop, timeout=_WAITS_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        for statement in ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA synchronous = FULL", "BEGIN EXCLUSIVE", "COMMIT"):
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def _copy_whole(old: sqlite3.Connection, kept: Path) -> None:
    keep_private(kept)
    try:
        with closing(sqlite3.connect(kept)) as copy:
            old.backup(copy)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise


def _write_over(copy: Path, old: sqlite3.Connection) -> None:
    """Write a copy over a shop's file in one transaction of SQLite: killed meanwhile, the file is what it was."""
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as source:
        source.backup(old)
