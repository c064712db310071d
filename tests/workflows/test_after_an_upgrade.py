"""Guide: "Log in" and "Roles": what a shop of an older version finds after the upgrade, through the real windows."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from migrations import freeze
from migrations.test_frozen_shops import REVISIONS
from pin_of import PIN
from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import Employee, Invoice
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.settings import Settings
from posim_desktop.settings import sqlite_url as url_of_file
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from workflows.drivers.shop import ClientDriver
from workflows.drivers.till import till_of

if TYPE_CHECKING:
    from postgres_server import PostgresServer

GOODS = "10080"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a database with nothing in it."""
    if request.param == "sqlite":
        yield url_of_file(tmp_path / "shop.sqlite")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.database() as name:
        yield server.url(name)


BEFORE_ROLES = [revision for revision in REVISIONS if revision < "0006"]


@pytest.fixture(params=BEFORE_ROLES)
def old_shop(request: pytest.FixtureRequest, empty_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenShop]:
    """Open a shop that an older version filled: Kim managed it, Ana was its cashier."""
    del qtbot
    freeze.restore(request.param, empty_url)
    opened = open_shop(Settings(empty_url, tmp_path / "data", "Till 1", without_backup=True))
    yield opened
    put_windows_away()
    opened.close()


def comes(shop: OpenShop, name: str) -> tuple[Client, QDialog]:
    """Come to a client at which nobody works, and say who one is."""
    shop.operations.log_in(None)
    client = open_client(shop, "sales")
    hands.wait_for(client.isVisible, "the client")
    dialog = hands.dialog("Log In")
    hands.fill(dialog, "Name", name)
    hands.key(Qt.Key.Key_Return)
    return client, dialog


def sold(shop: OpenShop) -> int:
    """Count what was sold."""
    processed = sa.select(sa.func.count()).where(Invoice.status == InvoiceStatus.PROCESSED)
    with shop.engine.connect() as connection:
        return connection.execute(processed.select_from(Invoice)).scalar_one()


def test_the_first_manager_owns_the_shop_and_until_then_others_only_sell(old_shop: OpenShop) -> None:
    with old_shop.engine.connect() as connection:
        roles = connection.execute(sa.select(Employee.code, Employee.role).order_by(Employee.id)).all()
    assert [tuple(row) for row in roles] == [("KIM", Role.OWNER), ("ANA", Role.CASHIER), ("SAM", Role.CLERK)]

    client, _ = comes(old_shop, "ana")
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    till, before = till_of(client), sold(old_shop)
    till.enter(GOODS)
    till.write(0, "Discount", "5%")
    assert any("may not" in words for words in till.words())
    hands.key(Qt.Key.Key_Escape)
    till.press("Pay")
    till.tender("Cash", "10")
    till.press("Post")
    assert sold(old_shop) == before + 1
    customers = ClientDriver(client).open("Lists", "Customers")
    assert not customers.is_enabled("Edit")
    assert customers.says("Your role (Cashier) may not edit customer cards.")
    client.close()

    client, dialog = comes(old_shop, "kim")
    asked = hands.dialog("PIN of Kim Castellano")
    hands.fill(asked, "New PIN", PIN)
    hands.fill(asked, "New PIN Again", PIN)
    hands.press(asked, "Set PIN")
    assert not dialog.isVisible()
    client.activateWindow()
    assert all(old_shop.operations.lacking(permission) is None for permission in Permission)
    assert ClientDriver(client).open("Setup", "Roles").find("Clerk").open_card().is_enabled("Edit")
    with snapshot(old_shop.engine) as connection:
        assert verify(connection) == ()
