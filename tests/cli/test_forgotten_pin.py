"""`posim-desktop forgotten-pin` replaces an Owner's PIN from outside, and the audit tells of it."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
import typer

from pin_of import OTHER_PIN, pin_hash
from posim_desktop.cli.main import run
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import AuditEvent, Pin
from posim_desktop.services.people import pin_hashes
from seeding import Till, add_employee, open_till, stored

Said = pytest.CaptureFixture[str]


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url, pin_hash())
    with till.writing() as session:
        add_employee(session, "kim", role=Role.CASHIER)
    yield till
    till.engine.dispose()


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer what is asked at the terminal, where tests have none."""
    answers: list[str] = []
    monkeypatch.setattr(typer, "prompt", lambda *_asked, **_how: answers.pop(0))
    return answers


@pytest.mark.parametrize(("options", "whose"), [((), 1), (("--login-name", "kim"), 2)])
def test_a_forgotten_pin_is_replaced(
    till: Till, database_url: str, typed: list[str], capsys: Said, options: tuple[str, ...], whose: int
) -> None:
    typed.append(OTHER_PIN)
    assert run(["--database", database_url, "forgotten-pin", *options]) == 0
    kept = stored(till.engine, Pin, Pin.employee_id == whose)
    assert pin_hashes.held_against(kept.pin_hash, OTHER_PIN).fits
    event = stored(till.engine, AuditEvent, AuditEvent.action == "forgotten pin")
    assert (event.record_id, event.employee_id) == (whose, None)
    said = capsys.readouterr()
    assert OTHER_PIN not in said.out + said.err


def test_an_easy_pin_and_a_stranger_are_refused(till: Till, database_url: str, typed: list[str], capsys: Said) -> None:
    typed.append("1234")
    assert run(["--database", database_url, "forgotten-pin"]) == 1
    assert "tried first by everybody" in capsys.readouterr().err
    assert run(["--database", database_url, "forgotten-pin", "--login-name", "nobody"]) == 2
    with till.engine.connect() as connection:
        told = sa.select(sa.func.count()).where(AuditEvent.action == "forgotten pin")
        assert connection.scalar(told) == 0
