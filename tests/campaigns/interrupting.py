"""Conversations with a server that break off: in the middle of each verb, and around its COMMIT."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg
import sqlalchemy as sa
from typing_extensions import override

import outages
from campaigns.judging import Findings, violations
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.orm import Operation
from posim_desktop.orm.base import REVISION
from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.transaction import Transactor
from posim_desktop.services.upgrade import migrate
from postgres_server import SHOP, SUPERUSER, PostgresServer, running_server
from seeding import open_till
from services.cases_at_the_counter import AT_THE_COUNTER
from services.cases_of_cards import ON_CARDS
from services.cases_of_orders import ON_ORDERS
from services.permission_scene import LATER, Case, Ids, Scene, open_case_shop

if TYPE_CHECKING:
    from posim_desktop.domain.changes import Done

CASES = (*ON_CARDS, *ON_ORDERS, *AT_THE_COUNTER)
"""Every guarded verb, in every way that needs a permission of its own."""
_LATEST_STATEMENT = 12


def chosen(rounds: int, chance: random.Random) -> list[Case]:
    """Choose so many cases, each as often as the others."""
    found: list[Case] = []
    while len(found) < rounds:
        found += chance.sample(CASES, k=min(len(CASES), rounds - len(found)))
    return found


def prepared(engine: sa.Engine, ids: Ids, case: Case) -> "partial[Done]":
    """Do what a case begins with, as an action of its own, and bind its verb."""
    with for_writing(engine).begin() as connection:
        scene = Scene(connection, ids, ids.owner)
        content: Mapping[str, Any] = case.content(scene)
        action = {"key": str(uuid4()), "fingerprint": "", "result": 0, "changes": "[]", "revision": REVISION}
        scene.put(Operation, **action, at=LATER, workstation="till 1")
    return partial(case.verb, **content)


def terminated_backends(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Let the server end the conversation at some statement of each verb, or at its COMMIT."""
    findings = Findings()
    with running_server() as server, server.database() as template:
        migrate(server.url(template), folder)
        till = open_till(server.url(template))
        ids = open_case_shop(till)
        till.engine.dispose()
        for case in chosen(rounds, chance):
            with server.database(like=template) as name:
                engine = open_engine(server.url(name))
                verb = prepared(engine, ids, case)
                with _terminated(engine, server, chance.randint(1, _LATEST_STATEMENT), findings):
                    _is_done(Transactor(engine), verb, ids, case.name, findings)
                engine.dispose()
                findings.wrong += [f"{case.name}: {each}" for each in violations(server.url(name))]
    return findings


@contextmanager
def _terminated(engine: sa.Engine, server: PostgresServer, statement: int, findings: Findings) -> Iterator[None]:
    """End the conversation of the first connection once, before a statement or before a COMMIT."""
    left = [statement]

    def end(connection: sa.Connection, where: str) -> None:
        left[0] = 0
        findings.count(where)
        driver: Any = connection.connection.dbapi_connection
        with psycopg.connect(f"host={server.folder} user={SUPERUSER} dbname=postgres", autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (driver.info.backend_pid,))

    def before_statement(connection: sa.Connection, *_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            end(connection, "backends terminated before a statement")

    def before_commit(connection: sa.Connection) -> None:
        if left[0] > 0:
            end(connection, "backends terminated before the COMMIT")

    sa.event.listen(engine, "before_cursor_execute", before_statement)
    sa.event.listen(engine, "commit", before_commit)
    yield
    sa.event.remove(engine, "before_cursor_execute", before_statement)
    sa.event.remove(engine, "commit", before_commit)


def _is_done(transactor: Transactor, verb: "partial[Done]", ids: Ids, name: str, findings: Findings) -> UUID:
    """Try a verb until it is done, as a person does whom the program asks to try again."""
    key = uuid4()
    for _ in range(4):
        try:
            transactor.run(verb, key=key, employee_id=ids.owner, workstation="till 1")
        except TroubleError as trouble:
            findings.count("told of trouble")
            findings.hears(str(trouble))
        except RefusedError as refused:
            findings.wrong.append(f"{name} is refused: {refused.refusal}")
            return key
        else:
            findings.count("done")
            return key
    findings.wrong.append(f"{name} is not done after four tries")
    return key


class CutAtCommit(outages.Line):
    """A line that is cut once: before a COMMIT reaches the server, or before its answer reaches the till."""

    def __init__(self, server_socket: Path) -> None:
        """Lead to a server; nothing is cut yet."""
        super().__init__(server_socket)
        self._cuts_before = self._cuts_after = self._waits = False

    def cut_next(self, *, before: bool) -> None:
        """Cut it at the next COMMIT."""
        self._cuts_before, self._cuts_after = before, not before

    @property
    def was_cut(self) -> bool:
        """Whether it came to that."""
        return not (self._cuts_before or self._cuts_after or self._waits)

    @override
    def passes(self, packet: bytes, *, to_server: bool) -> bool:
        if to_server and b"COMMIT" in packet:
            if self._cuts_before:
                self._cuts_before = False
                self.recover()
                return False
            self._waits, self._cuts_after = self._cuts_after, False
        elif not to_server and self._waits:
            self._waits = False
            self.recover()
            return False
        return super().passes(packet, to_server=to_server)


def lost_replies(rounds: int, folder: Path, chance: random.Random) -> Findings:
    """Cut the line around the COMMIT of every verb: half of them are done, and nobody was told."""
    findings = Findings()
    with running_server() as server, server.database() as template:
        migrate(server.url(template), folder)
        till = open_till(server.url(template))
        ids = open_case_shop(till)
        till.engine.dispose()
        line = CutAtCommit(server.folder / ".s.PGSQL.5432")
        for number, case in enumerate(chosen(rounds, chance)):
            with server.database(like=template) as name:
                url = sa.URL.create("postgresql", SHOP, host="127.0.0.1", port=line.port, database=name)
                engine = open_engine(f"{url.render_as_string()}?sslmode=disable&gssencmode=disable")
                verb = prepared(engine, ids, case)
                before = bool(number % 2)
                line.cut_next(before=before)
                key = _is_done(Transactor(engine), verb, ids, case.name, findings)
                findings.count("cut before the COMMIT" if before else "reply to the COMMIT swallowed", line.was_cut)
                findings.wrong += [f"{case.name}: {each}" for each in _done_once(engine, key)]
                engine.dispose()
                findings.wrong += [f"{case.name}: {each}" for each in violations(server.url(name))]
        line.close()
    return findings


def _done_once(engine: sa.Engine, key: UUID) -> list[str]:
    with engine.connect() as connection:
        times = connection.scalar(sa.select(sa.func.count()).where(Operation.key == str(key)))
    return [] if times == 1 else [f"recorded {times} times"]
