"""Three programs that start at the same moment: on a shop that is not there yet, and on one that must be upgraded."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from campaigns.judging import Findings
from migrations.freeze import DUMPS, restore
from posim_desktop.settings import sqlite_url
from postgres_server import PostgresServer, running_server

PROGRAMS = 3


def first_starts(rounds: int, folder: Path, _chance: random.Random) -> Findings:
    """Let three programs make the same new shop."""
    findings = Findings()
    with running_server() as server:
        for number in range(rounds):
            with _place(number, folder, server) as url:
                _start_together(url, "first starts", folder, findings)
                with sa.create_engine(url).connect() as connection:
                    roles = connection.scalar(sa.text("SELECT count(*) - count(DISTINCT code) FROM roles"))
                if roles:
                    findings.wrong.append(f"{url}: made twice")
    return findings


def upgrades(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Let three programs upgrade the same old shop, one of any age."""
    findings = Findings()
    old = sorted(dump.name.partition(".")[0] for dump in DUMPS.glob("*.sqlite.gz"))
    with running_server() as server:
        for number in range(rounds):
            revision = chance.choice(old)
            with _place(number, folder, server) as url:
                restore(revision, url)
                _start_together(url, "upgrades", folder, findings)
    return findings


@contextmanager
def _place(number: int, folder: Path, server: PostgresServer) -> Iterator[str]:
    """Give an empty place for a shop: a file, then a database, and so on."""
    if number % 2 == 0:
        yield sqlite_url(folder / f"shop{number}.sqlite")
        return
    with server.database() as name:
        yield server.url(name).replace("+psycopg", "")  # as a person writes it


def _start_together(url: str, what: str, folder: Path, findings: Findings) -> None:
    """Let each program open the shop and verify it."""
    command = (sys.executable, "-m", "posim_desktop", "--database", url, "verify")
    own = {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CONFIG", "STATE")}
    programs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | own)
        for _ in range(PROGRAMS)
    ]
    for program in programs:
        said, _ = program.communicate()
        findings.hears(said)
        findings.count(f"{what}, programs")
        if program.returncode:
            findings.wrong.append(f"{what}, {url}: {said}")
