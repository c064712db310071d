"""Programs at work that are killed at a random moment, and a server that stops at once."""

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg

import outages
from campaigns.judging import Findings, Ledger
from campaigns.witness import read_notes
from campaigns.work import IN_A_FILE, furnish, in_a_process
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url
from postgres_server import SUPERUSER

DURABLE = ("synchronous_commit=on", "fsync=on", "full_page_writes=on")
"""A server as shops run it: what it acknowledged is on the disk."""
_LONGEST_LIFE = 0.5
_KILLS_OF_A_SHOP = 50  # then a new one begins: verifying a big one takes its time
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def kills_on_sqlite(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Kill a program that works on a file; the next one finds what it left."""
    findings = Findings()
    template = folder / "template.sqlite"
    migrate(sqlite_url(template), folder)
    furnished = furnish(sqlite_url(template))
    for first in range(0, rounds, _KILLS_OF_A_SHOP):
        file = Path(shutil.copyfile(template, folder / f"shop{first}.sqlite"))
        journal = folder / f"{file.name}-journal"
        place = replace(furnished, url=sqlite_url(file))
        ledger = Ledger.of(place)
        for number in range(first, min(first + _KILLS_OF_A_SHOP, rounds)):
            notes = folder / f"notes{number}"
            # Every second kill waits for a journal: as long as there is one, the program is writing.
            process = in_a_process(place, notes, chance.randrange(2**32), IN_A_FILE)
            _kill_after_a_while(process, chance, journal if number % 2 else None)
            findings.count("kills")
            findings.count("hot journals left", _is_hot(journal))
            ledger.judge(read_notes(notes), findings)
    return findings


def _kill_after_a_while(process: int, chance: random.Random, journal: Path | None = None) -> None:
    time.sleep(chance.uniform(0, _LONGEST_LIFE))
    if journal is not None:
        latest = time.monotonic() + 2
        while not _is_hot(journal) and time.monotonic() < latest:
            time.sleep(0.0002)
        time.sleep(chance.uniform(0, 0.004))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _is_hot(journal: Path) -> bool:
    """Return whether a journal must be played back; SQLite asks for no more than this (pager.c, hasHotJournal)."""
    try:
        with journal.open("rb") as file:
            return file.read(len(_JOURNAL_MAGIC)) == _JOURNAL_MAGIC
    except OSError:
        return False


@contextmanager
def durable_server() -> Iterator[outages.StoppableServer]:
    """Run a server that keeps what it acknowledged."""
    server = outages.StoppableServer(DURABLE)
    try:
        server.start()
        server.make_database()
        yield server
    finally:
        server.stop()
        shutil.rmtree(server.folder, ignore_errors=True)


def kills_on_postgresql(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Kill a program that works on a server, several times in a shop."""
    findings = Findings()
    with durable_server() as server:
        migrate(server.url, folder)
        place = furnish(server.url)
        ledger = Ledger.of(place)
        for number in range(rounds):
            notes = folder / f"notes{number}"
            _kill_after_a_while(in_a_process(place, notes, chance.randrange(2**32)), chance)
            findings.count("kills")
            _wait_until_alone(server)
            ledger.judge(read_notes(notes), findings)
    return findings


def immediate_stops(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Stop the server at once while three tills work on it, and start it again under them."""
    findings = Findings()
    with durable_server() as server:
        migrate(server.url, folder)
        place = furnish(server.url)
        ledger = Ledger.of(place)
        for number in range(rounds):
            notes = [folder / f"notes{number}-{till}" for till in range(3)]
            processes = [in_a_process(place, each, chance.randrange(2**32)) for each in notes]
            time.sleep(chance.uniform(0.2, 2))
            server.stop_at_once()
            findings.count("immediate stops")
            time.sleep(chance.uniform(0, 1))
            server.start()
            time.sleep(1)  # the tills go on
            for process in processes:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
            _wait_until_alone(server)
            for each in notes:
                told = read_notes(each)
                findings.count("tills that were told of something done", bool(told.done))
                ledger.keep(told)
            for each in notes:
                ledger.judge(read_notes(each), findings)
    return findings


def _wait_until_alone(server: outages.StoppableServer) -> None:
    """Wait until the server has noticed that who talked to it is dead, and taken back what was not committed."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    with psycopg.connect(f"host={server.folder} user={SUPERUSER} dbname=postgres", autocommit=True) as connection:
        while (found := connection.execute(others).fetchone()) and found[0]:
            time.sleep(0.01)
