"""PostgreSQL's own programs, which write a database down and read it back; no password of theirs is seen.

Others on a computer can read a command line, but not the environment of somebody else's program.
"""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from psycopg.conninfo import make_conninfo

_log = logging.getLogger(__name__)

# Where installers put PostgreSQL's programs, a folder for each version, without telling the search path.
_INSTALLED = Path(os.environ["PROGRAMFILES"], "PostgreSQL") if sys.platform == "win32" else Path("/usr/lib/postgresql")
_LOOK_SECONDS = 0.2


class ProgramError(Exception):
    """A program is not there, failed or was stopped.

    Attributes:
        said: What it said, in the server's language.
    """

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def found(name: str) -> str | None:
    """Find one of the programs, the newest of several: it can read and write every older server.

    A folder that ``POSIM_POSTGRESQL`` names comes first.
    """
    program = f"{name}.exe" if sys.platform == "win32" else name
    said = os.environ.get("POSIM_POSTGRESQL")
    if said:
        return shutil.which(name, path=said)
    newest = max(_INSTALLED.glob(f"*/bin/{program}"), key=_version, default=None)
    return str(newest) if newest else shutil.which(name)


def dump(url: sa.URL, target: Path, stop: Callable[[], bool] = lambda: False) -> None:
    """Write a database down, in the form that pg_restore reads.

    Raises:
        ProgramError: pg_dump is not there, failed or was stopped.
    """
    _run("pg_dump", url, ("--format=custom", "--no-password", f"--file={target}"), stop)


def restore(url: sa.URL, dumped: Path, stop: Callable[[], bool] = lambda: False) -> None:
    """Read what was written down into an empty database; everything in it is then whoever's who asks.

    Raises:
        ProgramError: pg_restore is not there, failed or was stopped.
    """
    options = ("--exit-on-error", "--no-owner", "--no-privileges", "--no-password", "--single-transaction", str(dumped))
    _run("pg_restore", url, options, stop)


def contents(dumped: Path) -> str:
    """List what is in a file that pg_dump wrote.

    Raises:
        ProgramError: pg_restore is not there, or cannot read the file.
    """
    return _run("pg_restore", None, ("--list", str(dumped)), lambda: False)


def _run(name: str, url: sa.URL | None, options: tuple[str, ...], stop: Callable[[], bool]) -> str:
    program = found(name)
    if program is None:
        raise ProgramError("")
    environment, connects = dict(os.environ), tuple[str, ...]()
    if url is not None:
        _, asked = url.get_dialect()().create_connect_args(url)
        password = asked.pop("password", None)
        if password is not None:
            environment["PGPASSWORD"] = str(password)
        connects = (f"--dbname={make_conninfo(**asked)}",)
    hidden = 0
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW
    try:
        with subprocess.Popen(  # noqa: S603 - our own command; nothing of it is read by a shell
            (program, *options, *connects),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            creationflags=hidden,
        ) as running:
            return _answer_of(name, running, stop)
    except OSError as error:
        _log.error("%s cannot be run: %s", name, error)
        raise ProgramError(str(error)) from error


def _answer_of(name: str, running: "subprocess.Popen[str]", stop: Callable[[], bool]) -> str:
    told, complained = "", None
    while complained is None:
        try:
            told, complained = running.communicate(timeout=_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            if stop():
                running.kill()
                running.communicate()
                raise ProgramError("") from None
        except BaseException:
            running.kill()
            raise
    if running.returncode != 0:
        _log.error("%s failed: %s", name, complained.strip())
        raise ProgramError(complained.strip())
    return told


def _version(program: Path) -> float:
    number = program.parents[1].name
    return float(number) if number.replace(".", "", 1).isdecimal() else 0
