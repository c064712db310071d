"""Disks that are full: at each write of a posting, and somewhere in every verb. On Linux, which can pretend that."""

import random
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import sqlalchemy as sa

from campaigns.interrupting import chosen, prepared
from campaigns.judging import Findings, violations
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.orm import Operation
from posim_desktop.services.database import open_engine
from posim_desktop.services.sales import posting
from posim_desktop.services.transaction import Transactor
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url
from seeding import open_till
from services.permission_scene import Case, Ids, open_case_shop

if TYPE_CHECKING:
    from posim_desktop.domain.changes import Done

_PAGE = 4096
_JOURNAL_PAGES = 40  # more than the journal of any verb here has


def full_disk(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Let no file grow beyond a limit, another one in each round; then make room and try again.

    The first rounds try a posting with a limit at every page; the others try every verb at a limit somewhere.
    """
    findings = Findings()
    file, ids = _case_shop(folder)
    pages = file.stat().st_size // _PAGE
    sale = Case("a posting", posting.post, (), lambda scene: scene.posting_of(scene.ids.sale))
    steps = [(sale, page * _PAGE + 512) for page in range(-1, pages + 4)]
    if len(steps) > rounds:
        steps = chance.sample(steps, k=rounds)
    others = chosen(rounds - len(steps), chance)
    steps += [
        (case, chance.choice((chance.randrange(_JOURNAL_PAGES), chance.randrange(pages))) * _PAGE) for case in others
    ]
    for case, limit in steps:
        _try_with_little_room(file, ids, case, partial(_limited, max(limit, 0)), findings)
    return findings


def full_file_system(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Fill a small file system up, but for some pages, under a posting and other verbs. Only root can make one."""
    findings = Findings()
    file, ids = _case_shop(folder)
    small = folder / "small"
    small.mkdir()
    size = file.stat().st_size + 64 * _PAGE
    subprocess.run(("mount", "-t", "tmpfs", "-o", f"size={size}", "posim", str(small)), check=True)
    try:
        for number, case in enumerate(chosen(rounds, chance)):
            _try_with_little_room(file, ids, case, partial(_filled_up, small, number % 16), findings, small)
    finally:
        subprocess.run(("umount", str(small)), check=True)
    return findings


def _case_shop(folder: Path) -> tuple[Path, Ids]:
    file = folder / "cases.sqlite"
    migrate(sqlite_url(file), folder)
    till = open_till(sqlite_url(file))
    ids = open_case_shop(till)
    till.engine.dispose()
    return file, ids


def _try_with_little_room(
    template: Path,
    ids: Ids,
    case: Case,
    little_room: Callable[[], AbstractContextManager[None]],
    findings: Findings,
    folder: Path | None = None,
) -> None:
    file = Path(shutil.copyfile(template, (folder or template.parent) / "full.sqlite"))
    engine = open_engine(sqlite_url(file))
    verb = prepared(engine, ids, case)
    transactor, key = Transactor(engine), uuid4()
    with little_room():
        was_told = _try(transactor, verb, key, ids, case.name, findings)
    is_there = _is_recorded(engine, key)
    if was_told is not None and is_there == was_told:
        findings.wrong.append(f"{case.name}: trouble was told, and it {'was' if is_there else 'was not'} done")
    findings.wrong += [f"{case.name}, full: {each}" for each in violations(sqlite_url(file))]
    if was_told and _try(transactor, verb, key, ids, case.name, findings):
        findings.wrong.append(f"{case.name} cannot be done with room again")
    engine.dispose()
    findings.wrong += [f"{case.name}, with room again: {each}" for each in violations(sqlite_url(file))]
    for left in file.parent.glob("full.sqlite*"):
        left.unlink()


def _try(
    transactor: Transactor, verb: "partial[Done]", key: UUID, ids: Ids, name: str, findings: Findings
) -> bool | None:
    """Try a verb; return whether trouble was told, None if it was refused."""
    try:
        transactor.run(verb, key=key, employee_id=ids.owner, workstation="till 1")
    except TroubleError as trouble:
        findings.count("verbs that found no room")
        findings.hears(str(trouble))
        return True
    except RefusedError as refused:
        findings.wrong.append(f"{name} is refused: {refused.refusal}")
        return None
    except Exception as error:  # noqa: BLE001 - whatever it is, the campaign is to hear of it
        findings.wrong.append(f"{name}: {error!r}")
        return True
    findings.count("verbs done")
    return False


def _is_recorded(engine: sa.Engine, key: UUID) -> bool:
    with engine.connect() as connection:
        return bool(connection.scalar(sa.select(sa.func.count()).where(Operation.key == str(key))))


@contextmanager
def _limited(limit: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _filled_up(folder: Path, pages: int) -> Iterator[None]:
    """Leave room for so many pages on a file system."""
    filler = folder / "filler"
    room = shutil.disk_usage(folder).free - pages * _PAGE
    filler.write_bytes(bytes(max(room, 0)))
    try:
        yield
    finally:
        filler.unlink()
