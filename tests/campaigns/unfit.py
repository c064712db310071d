"""Files that no shop can be opened in, and damaged ones: what is said of each, and that it is left alone."""

import io
import os
import random
import shutil
import sqlite3
import stat
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from campaigns.judging import Findings
from campaigns.witness import read_notes
from campaigns.work import Place, furnish, sells
from outages import locked_file
from posim_desktop.app import open_database
from posim_desktop.cli.main import run
from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import Settings, sqlite_url

NOBODY = 65534


@dataclass(frozen=True)
class Unfit:
    """A file that is unfit in one way.

    Attributes:
        says: Words that must be told.
        make: Makes it of a sound shop's file and returns the database to open.
    """

    says: str
    make: Callable[[Path], Path]


def unfit_files(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Open each kind of unfit file as a command and as a window, then damaged files, one a round."""
    findings = Findings()
    sound = folder / "sound.sqlite"
    migrate(sqlite_url(sound), folder)
    place = furnish(sqlite_url(sound))
    shop = place.opened(folder / "notes")
    for _ in range(5):
        sells(shop, chance)
    shop.till.engine.dispose()
    for name, unfit in KINDS.items():
        room = folder / name.replace(" ", "-")
        room.mkdir()
        database = unfit.make(Path(shutil.copyfile(sound, room / "shop.sqlite")))
        before = _content(room)
        with _nobody_special(room) if "read-only" in name else _as_we_are():
            _opens(str(database), unfit.says, name, folder, findings)
        if _content(room) != before:
            findings.wrong.append(f"{name}: it was not left as it was")
    for number in range(rounds):
        damaged = _damaged(sound, folder / f"damaged{number}.sqlite", chance)
        _works_on(replace(place, url=sqlite_url(damaged)), damaged, folder, findings)
        damaged.unlink()
    return findings


def busy_files(rounds: int, folder: Path, _chance: random.Random) -> Findings:
    """Open a file that another program keeps locked; each waits as long as for an upgrade, a minute."""
    findings = Findings()
    sound = folder / "sound.sqlite"
    migrate(sqlite_url(sound), folder)
    for _ in range(rounds):
        with locked_file(sqlite_url(sound), "EXCLUSIVE"):
            said = _said_by(["--database", str(sound), "verify"], 1, findings)
        if "busy" not in said:
            findings.wrong.append(f"locked: {said}")
        findings.count("locked files refused")
    return findings


def _opens(database: str, says: str, name: str, folder: Path, findings: Findings) -> None:
    """Open it as the window's start does, and by a command where that must refuse it, too."""
    try:
        open_database(Settings(sqlite_url(Path(database)), folder, "till 1"))
        findings.wrong.append(f"{name}: it was opened")
    except (TroubleError, OSError) as trouble:
        findings.count(f"{name}: refused at the start")
        findings.hears(str(trouble) if isinstance(trouble, TroubleError) else "")
        if isinstance(trouble, TroubleError) and says not in str(trouble):
            findings.wrong.append(f"{name}: {trouble}")
    except Exception:  # noqa: BLE001 - whatever it is, the campaign is to hear of it
        findings.wrong.append(f"{name}: {traceback.format_exc()}")
    if "read-only" not in name:
        said = _said_by(["--database", database, "verify"], 1, findings)
        if says not in said:
            findings.wrong.append(f"{name}: {said}")


def _works_on(place: Place, file: Path, folder: Path, findings: Findings) -> None:
    """Verify a damaged file, and sell in it where that is possible: something may be told, nothing may burst."""
    said = _said_by(["--database", str(file), "verify"], None, findings)
    findings.count(
        "damaged files, found by verify"
        if "WRONG" in said or "posim-desktop:" in said
        else "damaged where nothing lies"
    )
    try:
        database = open_database(Settings(sqlite_url(file), folder, "till 1"))
    except (TroubleError, OSError) as trouble:
        findings.hears(str(trouble))
        return
    except Exception:  # noqa: BLE001 - as above
        findings.wrong.append(f"damaged, at the start: {traceback.format_exc()}")
        return
    database.engine.dispose()
    notes = folder / f"{file.name}-notes"
    shop = place.opened(notes)
    with suppress(Exception):  # the witness writes down what a verb raised; the reads between are the test's own
        sells(shop, random.Random(1))  # noqa: S311 - repeatable, not secret
    shop.till.engine.dispose()
    told = read_notes(notes)
    findings.count("sold in a damaged file", not told.in_doubt)
    findings.count("sales in a damaged file that were told of trouble", len(told.troubles))
    findings.wrong += told.unforeseen
    for words in told.troubles:
        findings.hears(words)


def _said_by(arguments: list[str], code: int | None, findings: Findings) -> str:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            came_of: int | None = run(arguments)
        except BaseException:  # noqa: BLE001 - as above
            findings.wrong.append(f"{arguments}: {traceback.format_exc()}")
            came_of = code
    said = out.getvalue() + err.getvalue()
    findings.hears(said)
    if code is not None and came_of != code:
        findings.wrong.append(f"{arguments} ended with {came_of}: {said}")
    return said


# ---- the kinds ----


def _read_only_file(file: Path) -> Path:
    file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    return file


def _in_read_only_folder(file: Path) -> Path:
    file.chmod(0o666)
    file.parent.chmod(0o555)
    return file


def _written(file: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return file


def _without_a_table(file: Path) -> Path:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TABLE invoices")
        connection.commit()
    return file


def _of_another_program(file: Path) -> Path:
    file.unlink()
    return _written(file, "CREATE TABLE items (name TEXT)", "CREATE TABLE songs (title TEXT)")


def _link_to_itself(file: Path) -> Path:
    file.unlink()
    file.symlink_to(file)
    return file


def _a_letter(file: Path) -> Path:
    file.write_text("Dear shop, " * 500)
    return file


def _newer(file: Path) -> Path:
    return _written(file, "UPDATE alembic_version SET version_num = '9999'")


def _half_migrated(file: Path) -> Path:
    """Say of a file that it is an early one, as if somebody had stopped half-way; ours are upgraded whole."""
    return _written(file, "UPDATE alembic_version SET version_num = '0030'")


KINDS = {
    "read-only file": Unfit("may not read and write", _read_only_file),
    "read-only folder": Unfit("may not write in", _in_read_only_folder),
    "newer": Unfit("newer version", _newer),
    "half migrated": Unfit("", _half_migrated),
    "a table missing": Unfit("tables are missing", _without_a_table),
    "of another program": Unfit("", _of_another_program),
    "a link to itself": Unfit("leads to itself", _link_to_itself),
    "a letter": Unfit("not a database", _a_letter),
}


def _damaged(sound: Path, file: Path, chance: random.Random) -> Path:
    content = bytearray(sound.read_bytes())
    if chance.random() < 0.3:
        del content[chance.randrange(1, len(content)) :]
    else:
        for _ in range(chance.randint(1, 40)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    return file


def _content(folder: Path) -> dict[str, bytes]:
    """Read what is in a folder; what an upgrade copied before it gave up may lie beside the shop."""
    return {
        each.name: each.read_bytes() for each in folder.iterdir() if not each.is_symlink() and "before" not in each.name
    }


@contextmanager
def _nobody_special(folder: Path) -> Iterator[None]:
    """Be somebody who may not write everywhere, as whoever works at a till is."""
    if os.geteuid() != 0:
        yield
        return
    folder.parent.chmod(0o755)
    if stat.S_IMODE(folder.stat().st_mode) != 0o555:
        folder.chmod(0o777)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def _as_we_are() -> Iterator[None]:
    yield
