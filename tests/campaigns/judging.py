"""What must hold after a fault: nothing lost that was acknowledged, nothing done twice, every rule of the records."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from typing_extensions import override

from campaigns.witness import Told
from campaigns.work import Place
from posim_desktop.domain.errors import RefusedError
from posim_desktop.orm import Invoice, Operation
from posim_desktop.queries.verify import verify
from posim_desktop.services import checksums
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.settings import sqlite_url

OF_DRIVERS = (
    "Traceback",
    "psycopg",
    "sqlite3",
    "sqlalchemy",
    "(Background on",
    "FATAL",
    "Errno",
    "disk I/O",
    "database or disk is full",
    "malformed",
    "readonly database",
    "no such table",
    "unable to open",
)
"""Words that a driver or Python would say, and the program never does."""
_POSTINGS = ("sales.posting.post", "sales.posting.uncommit_and_process")


@dataclass
class Findings:
    """What a campaign counted, and all that is wrong.

    Attributes:
        counts: How often what happened, by its words.
        wrong: Everything that should not be.
    """

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, what: str, times: int = 1) -> None:
        """Count something."""
        self.counts[what] += times

    def hears(self, words: str) -> None:
        """Look through what a person was told for words of a driver."""
        self.wrong += [f"a person read {foreign!r}: {words}" for foreign in OF_DRIVERS if foreign in words]

    @override
    def __str__(self) -> str:
        """Write a line for each count, and the first of what is wrong."""
        lines = [f"  {times:6} {what}" for what, times in self.counts.items()]
        return "\n".join([*lines, f"  {len(self.wrong):6} wrong", *(f"    {each[-400:]}" for each in self.wrong[:20])])


@dataclass
class Ledger:
    """All that was acknowledged in one shop, whoever did it."""

    place: Place
    begun_with: int
    done: dict[str, int] = field(default_factory=dict)
    posted: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, place: Place) -> "Ledger":
        """Begin with a shop in which nothing is posted by the campaign yet."""
        return cls(place, _posted(place.url))

    def keep(self, told: Told) -> None:
        """Remember what a process was told is done."""
        self._keep(told, told.done)

    def judge(self, told: Told, findings: Findings) -> None:
        """Hold what a stopped process was told against the shop, let it try again what is in doubt, and verify."""
        findings.wrong += told.unforeseen
        for words in told.troubles:
            findings.hears(words)
        findings.count("told of trouble", len(told.troubles))
        findings.count("acknowledged operations", len(told.done))
        self.keep(told)
        kept = _operations(self.place.url)
        findings.wrong += [f"{key} is lost" for key, record in self.done.items() if kept.get(key) != record]
        self._try_again(told, kept, findings)
        findings.wrong += violations(self.place.url)
        for backup in told.backups:
            findings.count("acknowledged backups")
            checksums.require(backup)
            findings.wrong += [f"{backup.name}: {each}" for each in violations(sqlite_url(backup))]
        found = _posted(self.place.url) - self.begun_with
        if found != len(self.posted):
            findings.wrong.append(f"{len(self.posted)} postings were acknowledged, {found} are there")

    def _try_again(self, told: Told, kept: dict[str, int | None], findings: Findings) -> None:
        shop = self.place.opened(Path("/dev/null"))
        for key in told.in_doubt:
            findings.count("in doubt, had been done" if key in kept else "in doubt, had not been done")
            try:
                again = shop.till.transactor.run(
                    told.verbs[key], key=UUID(key), employee_id=self.place.employee_id, workstation="till 1"
                )
            except RefusedError as refused:
                if key in kept:
                    findings.wrong.append(f"{key} was done and is refused when tried again: {refused}")
                continue
            if key in kept and kept[key] != again.record_id:
                findings.wrong.append(f"{key} was done twice")
            self._keep(told, {key: again.record_id})
        shop.till.engine.dispose()

    def _keep(self, told: Told, done: dict[str, int]) -> None:
        self.done |= done
        self.posted |= {key for key in done if _name(told, key).endswith(_POSTINGS)}


def violations(url: str) -> list[str]:
    """Verify a shop, and the file that it is in."""
    engine = open_engine(url)
    try:
        with snapshot(engine) as connection:
            found = [f"verify: {each}" for each in verify(connection)]
            if engine.dialect.name == "sqlite":
                said = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
                found += [] if said == "ok" else [f"the file: {said}"]
    finally:
        engine.dispose()
    return found


def _operations(url: str) -> dict[str, int | None]:
    engine = open_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(Operation.key, Operation.result)).all()
    engine.dispose()
    return {str(key): record for key, record in rows}


def _posted(url: str) -> int:
    engine = open_engine(url)
    with engine.connect() as connection:
        count = connection.scalar(sa.select(sa.func.count()).where(Invoice.status == "processed"))
    engine.dispose()
    return count or 0


def _name(told: Told, key: str) -> str:
    verb = told.verbs[key].func
    return f"{verb.__module__}.{verb.__qualname__}"
