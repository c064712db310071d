"""Guide: "Who does what" — the life of a backorder, step by step, by a cashier, a clerk and a manager.

Who does a step alone is what the table of the page says. Where it says that somebody approves, the window asks at that
step, the Owner types a PIN, and the same step goes on; what is shut to somebody is done by the Owner.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.people.permissions import Role, needs_of
from posim_desktop.domain.people.pins import TriedPin
from posim_desktop.orm import Invoice
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.services.people import approvals
from posim_desktop.services.session import Action
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.sales.drawer.screen import DrawerScreen
from workflows.drivers.life import Life
from workflows.drivers.ordering import has_vendor, stocks
from workflows.drivers.shop import Shop

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "who-does-what.md"
ALONE, APPROVED, SHUT = "alone", "approved", "no"
PEOPLE = {Role.CASHIER: "Cas", Role.CLERK: "Clea", Role.MANAGER: "Max"}


def written() -> dict[Role, dict[str, str]]:
    """Read the table of the page: what each role does at each step."""
    rows = [line.strip("| \n").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    head, _rule, *steps = rows
    assert head == ["step", "Cashier", "Clerk", "Manager"]
    return {role: {step[0]: step[place] for step in steps} for place, role in enumerate(PEOPLE, 1)}


class Work:
    """One person's way through the steps, with the Owner beside them."""

    def __init__(self, shop: Shop, role: Role) -> None:
        self.shop = shop
        self.name = PEOPLE[role]
        self.life = Life(shop, "KETTLE", "Lee")
        self.came_out: dict[str, str] = {}
        self._asked: list[Refusal] = []
        owner = shop.operations.logged_in
        assert owner is not None
        self._owner = owner
        for client in (shop.sales_client, shop.inventory_client):
            client.to_front()
        shop.operations.ask_approval = self._approve
        shop.is_worked_by(self.name)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Do a step, and write down whether the Owner had to approve it."""
        self._asked.clear()
        yield
        self.came_out[name] = APPROVED if self._asked else ALONE

    @contextmanager
    def by_the_owner(self, name: str) -> Iterator[None]:
        """Let the Owner do a step that is shut to this person."""
        self.came_out[name] = SHUT
        self.shop.is_worked_by(self._owner.name)
        yield
        self.shop.is_worked_by(self.name)

    def _approve(self, _parent: QWidget, refusal: Refusal, action: Action) -> bool:
        """Type the Owner's PIN into the dialog's verb."""
        self._asked.append(refusal)
        now = self.shop.operations.now()
        known = self.shop.operations.read(stored_pins.state, self._owner.employee_id, now)
        typed = TriedPin(known.pin_hash, fits=True)
        verb = partial(approvals.approve, approver_id=self._owner.employee_id, tried=typed, action=action)
        self.shop.operations.do(partial(verb, needs=needs_of(refusal)))
        return True


@pytest.fixture
def shop_at_work(shop: Shop) -> Shop:
    """Acme brings kettles, of which there are none; Lee is on file, and there is somebody of each role."""
    stocks(shop, "KETTLE", vendor_id=has_vendor(shop, "Acme Supply"), max_stock="4")
    shop.has_customer("Lee", phone="555 0134")
    for role, name in PEOPLE.items():
        shop.has_employee(name, role)
    return shop


@pytest.mark.parametrize("role", PEOPLE)
def test_every_step_is_done_by_whom_the_page_says(shop_at_work: Shop, role: Role) -> None:
    work = Work(shop_at_work, role)
    _set_the_warning(work)
    _sell(work)
    _cancel(work)
    _order(work)
    _receive(work)
    _hand_over(work)
    _close_the_drawer(work)

    assert work.came_out == written()[role]
    work.life.agrees()


def _set_the_warning(work: Work) -> None:
    client = work.shop.sales_client
    client.to_front()
    hands.menu(client.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    hands.field(dialog, "Pages").setFocus()
    hands.key(Qt.Key.Key_Down)
    is_open = hands.button(dialog, "Warn when an item is out of stock").isEnabled()
    hands.press(dialog, "Cancel")
    name = "switch the out-of-stock warning on"
    with work.step(name) if is_open else work.by_the_owner(name):
        work.life.switches_the_warning_on()


def _sell(work: Work) -> None:
    life = work.life
    with work.step("sell, and back-order what is not there"):
        till = life.begins_to_sell("6*KETTLE")
        till.answer("Back Order")
        till.pay_and_post()
    with work.step("look a backorder up, in both clients and from the customer"):
        assert life.backorder().title == life.backorder(sales=True).title == "Backorder 1"
        assert len(life.backorders_of_the_customer()) == 1


def _cancel(work: Work) -> None:
    with work.step("cancel part of a backorder, in one's own name"):
        work.life.cancels("1", name=work.name, reason="Only five guests")
    with work.step("cancel part of a backorder, in somebody else's name"):
        work.life.cancels("1", name="Sam", reason="Only four guests")


def _order(work: Work) -> None:
    life = work.life
    name = "write orders for all backorders (Auto Backorder PO)"
    is_open = _entry(work, "Misc", "Auto Backorder PO").isEnabled()
    with work.step(name) if is_open else work.by_the_owner(name):
        _entry(work, "Misc", "Auto Backorder PO").trigger()
        hands.press(hands.dialog("Auto Backorder PO"), "Cancel")
    with work.step("write a purchase order, with Auto Order"):
        order = life.begins_an_order("Acme Supply")
        assert life.proposed_by_auto_order(order) == [("KETTLE", "4", "4", "", "8")]
    with work.step("put an item on a purchase order"):
        hands.fill(order.deck, "Item", "2*KETTLE")
        hands.key(Qt.Key.Key_Return)
    with work.step("post a purchase order, and allocate its goods"):
        life.posts_the_order(order, allocated="3")
    with work.step("change what is allocated"):
        life.changes_the_allocation("4")


def _entry(work: Work, menu: str, label: str) -> QAction:
    client = work.shop.inventory_client.client
    for found in client.menuBar().findChildren(QMenu):
        if found.title().replace("&", "") == menu:
            return next(each for each in found.actions() if each.text().replace("&", "").startswith(label))
    raise AssertionError(menu)


def _receive(work: Work) -> None:
    with work.step("begin to receive a delivery"):
        log = work.life.begins_to_receive()
    with work.step("count what came"):
        log.press("Count from Zero")
        log.scan("KETTLE").scan("KETTLE")
    with work.step("post the delivery, and set goods to customers"):
        work.life.sets_to_the_customer(log, rcv="1")
        work.life.invoices_made()


def _hand_over(work: Work) -> None:
    life = work.life
    with work.step("hand over what is set aside"):
        life.hands_over(life.scans_the_slip(_set_aside(work.shop)))
    with work.step("fill a backorder from the shelf"):
        life.fills_from_the_processed_invoice("1", "Backorder 1: KETTLE, outstanding 3, available 1")


def _close_the_drawer(work: Work) -> None:
    client = work.shop.sales_client
    client.to_front()
    hands.menu(client.client, "Misc", "Drawer")
    screen = client.client.tabs.screen_at(Place.DRAWER)
    assert isinstance(screen, DrawerScreen)
    with work.step("pay cash into or out of the drawer"):
        hands.press(screen, "Paid In")
        dialog = hands.dialog("Paid In")
        hands.fill(dialog, "Amount", "5.00")
        hands.fill(dialog, "Reason", "Found under the counter")
        hands.press(dialog, "Paid In")
    with work.step("open, count and close the drawer; see its Z"):
        hands.press(screen, "Count")
        counting = hands.dialog("Count Drawer")
        hands.fill(counting, "Rest, in one sum", "5.00")
        hands.press(counting, "Count")
        hands.press(screen, "Close the Day")
        hands.press(hands.dialog("Close Drawer"), "Close the Day")
        assert [day for (day,) in hands.rows(screen.days_table, "Day")][:1] == ["Z 1"]


def _set_aside(shop: Shop) -> int:
    with shop.opened.engine.connect() as connection:
        return connection.execute(sa.select(Invoice.id).where(Invoice.committed)).scalar_one()
