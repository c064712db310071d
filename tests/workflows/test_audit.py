"""Guide: "The audit": what was done, by whom, found again by person, action, record and day; and the chain is whole."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import InvoiceLine
from posim_desktop.queries import deck as decks
from posim_desktop.queries.people import audit, audit_chain
from posim_desktop.queries.people.audit import AuditFound
from posim_desktop.queries.people.audit_chain import Followed
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import items
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.session import Stamp, begun
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.people.audit_deck import AuditDeck
from posim_desktop.ui.people.audit_words import ACTIONS
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop

D = Decimal


def _discounts(shop: Shop) -> int:
    """Let Ann sell a kettle at another price with a discount; return the invoice."""
    shop.has_item("KETTLE", on_hand="5", price="24.00")
    shop.has_employee("Ann", Role.MANAGER)
    shop.is_worked_by("Ann")
    opened = shop.operations.do(
        partial(invoices.add_items, invoice_id=None, lines=(NewLine(shop.items["KETTLE"], D(1)),))
    )
    with shop.opened.engine.connect() as connection:
        line = connection.execute(
            sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == opened.record_id)
        ).scalar_one()
    for edit in (LineEdit(unit_price=D("20.00")), LineEdit(discount_percent=D(10))):
        shop.operations.do(partial(invoices.change_line, line_id=line, edit=edit))
    shop.is_worked_by("Sam")
    return opened.record_id


def _open(shop: Shop) -> DeckDriver:
    return shop.sales_client.open("Setup", "Audit")


def _choose(deck: DeckDriver, **wanted: str) -> None:
    for label, choice in wanted.items():
        hands.fill(deck.deck, label, choice)


def _on(deck: DeckDriver, label: str, day: str) -> None:
    hands.fill(deck.deck, label, day)
    hands.key(Qt.Key.Key_Return)


def _nothing(deck: DeckDriver) -> str:
    return deck.deck.list_page.nothing_label.text()


def _check(deck: DeckDriver) -> str:
    label = deck.deck.findChild(QLabel, "audit_check_label")
    assert isinstance(label, QLabel)
    hands.wait_for(lambda: "being checked" not in label.text(), "the chain")
    return label.text()


def test_what_was_done_is_listed_with_who_did_it(shop: Shop) -> None:
    _discounts(shop)
    deck = _open(shop)
    listed = deck.listed("Who", "What", "Record")
    assert listed[:3] == [
        ("Ann", "Discount changed", "Invoice (not posted)"),
        ("Ann", "Price changed", "Invoice (not posted)"),
        ("Sam", "Employee added", "Employee Ann"),
    ]
    assert ("Sam", "Item added", "Item KETTLE") in listed
    assert _check(deck) == f"The chain of events is unbroken: {len(listed)} events."


def test_it_is_found_by_person_action_and_record(shop: Shop) -> None:
    _discounts(shop)
    shop.sold("KETTLE", to="Lee Okafor")
    deck = _open(shop)
    _choose(deck, Who="Ann")
    assert {who for (who,) in deck.listed("Who")} == {"Ann"}
    _choose(deck, What="Price changed")
    assert deck.listed("Who", "What") == [("Ann", "Price changed")]
    _choose(deck, Who="Sam")
    assert _nothing(deck) == "Nothing found for “Sam, Price changed”."
    deck.press("Show All")
    assert len(deck.listed("What")) > 5
    deck.find("lee")
    deck.deck.show_list()
    assert {record for (record,) in deck.listed("Record")} == {"Customer Lee Okafor"}


def test_a_document_is_found_by_its_number(shop: Shop) -> None:
    shop.has_item("KETTLE", on_hand="5")
    shop.sold("KETTLE")
    deck = _open(shop)
    deck.find("1")
    assert deck.title == "Invoice posted"  # the only one: its card is open
    deck.press("Invoice 1")
    assert shop.sales_client.client.tabs.front() is Place.PROCESSED_INVOICES


def test_it_is_found_by_day(shop: Shop) -> None:
    _discounts(shop)
    deck = _open(shop)
    everything = len(deck.listed("What"))
    _on(deck, "From Day", "11/2/2026")
    _on(deck, "To Day", "11/2/2026")
    assert len(deck.listed("What")) == everything
    _on(deck, "From Day", "11/3/2026")
    _on(deck, "To Day", "")
    assert _nothing(deck).startswith("Nothing found for “11/3/2026")
    _on(deck, "From Day", "31/31/2026")
    _on(deck, "From Day", "")
    assert len(deck.listed("What")) == everything


def test_before_and_after_are_read_in_the_shop_s_words(shop: Shop) -> None:
    invoice_id = _discounts(shop)
    deck = _open(shop).open_card()
    assert deck.title == "Discount changed"
    table = hands.table(deck.deck, "Before and After")
    assert hands.rows(table, "Field", "Before", "After") == [
        ("Item", "KETTLE", "KETTLE"),
        ("Discount", "0.00", "2.00"),
        ("Discount %", "", "10"),
    ]
    deck.press("Invoice (not posted)")
    screen = shop.sales_client.client.tabs.screen_at(Place.WORKING_INVOICES)
    assert screen is not None
    assert screen.current_id == invoice_id


def test_who_approved_is_told_beside_who_did_it(shop: Shop) -> None:
    shop.has_item("KETTLE")
    ann = shop.has_employee("Ann")
    sam = next(key for key, name in shop.operations.read(audit.people).items() if name == "Sam")
    entry = AuditEntry(
        AuditAction.CHANGE_PRICE,
        Record.ITEM,
        shop.items["KETTLE"],
        {"unit_price": D("24.00")},
        {"unit_price": D("1.00"), "approved_by": sam},
    )
    with begun(for_writing(shop.opened.engine)) as session:
        append(session, Stamp(shop.operations.now(), ann, "till 1"), [entry])
    deck = _open(shop)
    assert deck.listed("Who")[0] == ("Ann, approved by Sam",)
    _choose(deck, Who="Sam", What="Price changed")
    assert deck.listed("What") == [("Price changed",)]
    deck.open_card()
    label = deck.deck.findChild(QLabel, "who_label")
    assert isinstance(label, QLabel)
    assert label.text() == "Ann, approved by Sam"


@pytest.mark.both_databases
def test_who_came_meanwhile_can_be_chosen_when_one_comes_back(shop: Shop) -> None:
    deck = _open(shop)
    _choose(deck, Who="Sam")
    shop.sales_client.open("Setup", "Employees")
    shop.has_employee("Bea")
    deck = _open(shop)
    assert deck.listed("Who", "What", "Record")[0] == ("Sam", "Employee added", "Employee Bea")
    box = hands.field(deck.deck, "Who")
    assert isinstance(box, QComboBox)
    hands.wait_for(lambda: box.findText("Bea") >= 0, "Bea")
    assert box.currentText() == "Sam"
    _choose(deck, Who="Bea")
    assert _nothing(deck) == "Nothing found for “Bea”."


def test_a_long_audit_comes_in_pages(shop: Shop) -> None:
    many = tuple(ItemFields(f"I{number}", "Thing", price=D(1)) for number in range(250))
    shop.operations.do(partial(items.add_many, items=tuple(items.NewItem(each) for each in many)))
    read = shop.operations.read
    first = read(decks.page, audit.DECK, AuditFound(action="add item"), audit.DECK.first_order)
    second = read(decks.page, audit.DECK, AuditFound(action="add item"), audit.DECK.first_order, first.after)
    third = read(decks.page, audit.DECK, AuditFound(action="add item"), audit.DECK.first_order, second.after)
    rows = [*first.rows, *second.rows, *third.rows]
    assert [row.known.name for row in rows] == [f"I{number}" for number in reversed(range(250))]
    assert third.after is None
    assert "unbroken" in _check(_open(shop))


def test_a_broken_chain_is_shown(shop: Shop, unguarded: Callable[[Shop, str], None]) -> None:
    _discounts(shop)
    unguarded(shop, "UPDATE audit_events SET reason = 'Nothing to see' WHERE id = 2")
    assert "is broken at event 2: it was changed or taken out" in _check(_open(shop))


def test_a_taken_out_event_is_missed(shop: Shop, unguarded: Callable[[Shop, str], None]) -> None:
    _discounts(shop)
    unguarded(shop, "DELETE FROM audit_events WHERE id = (SELECT MAX(id) FROM audit_events)")
    newest = shop.operations.read(audit_chain.follow, Followed())
    assert newest.broken == newest.last + 1
    assert f"is broken at event {newest.broken}:" in _check(_open(shop))


@pytest.fixture
def unguarded() -> Callable[[Shop, str], None]:
    """Change the audit as only somebody who takes the database's guards away can."""

    def change(shop: Shop, statement: str) -> None:
        with for_writing(shop.opened.engine).begin() as connection:
            if connection.dialect.name == "sqlite":
                names = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_events'"
                for name in list(connection.scalars(sa.text(names))):
                    connection.exec_driver_sql(f"DROP TRIGGER {name}")
            else:
                connection.exec_driver_sql("ALTER TABLE audit_events DISABLE TRIGGER USER")
            connection.exec_driver_sql(statement)

    return change


@pytest.mark.parametrize("role", [Role.CASHIER, Role.CLERK])
def test_only_a_manager_reads_it(shop: Shop, role: Role) -> None:
    shop.has_employee("Ann", role)
    client = shop.sales_client
    shop.is_worked_by("Ann")
    (setup,) = (menu for menu in client.client.menuBar().actions() if hands.label_of(menu.text()) == "Setup")
    menu = setup.menu()
    assert isinstance(menu, QMenu)
    (entry,) = (action for action in menu.actions() if hands.label_of(action.text()) == "Audit")
    assert not entry.isEnabled()
    assert "read the audit" in entry.toolTip()
    assert client.client.open(Place.AUDIT) is None
    shop.is_worked_by("Sam")
    assert entry.isEnabled()
    assert isinstance(client.client.open(Place.AUDIT), AuditDeck)


def test_who_takes_over_does_not_see_what_the_manager_had_open(shop: Shop) -> None:
    shop.has_employee("Ann")
    client = shop.sales_client.client
    for way in ("Lists", "Customers"), ("Setup", "Audit"), ("Lists", "Items"), ("Setup", "Audit"):
        shop.sales_client.open(*way)
    shop.is_worked_by("Ann")  # by Switch Employee: what is open stays open
    assert client.tabs.screen_at(Place.AUDIT) is None
    assert client.tabs.front() is Place.ITEMS
    client.back()
    assert client.tabs.front() is Place.CUSTOMERS
    assert QApplication.activeModalWidget() is None


def test_every_action_has_words() -> None:
    assert set(ACTIONS) == set(AuditAction)


def test_an_event_of_an_older_program_is_read_as_it_is(shop: Shop) -> None:
    shop.has_item("KETTLE")
    entry = AuditEntry(
        AuditAction.SELL_SET_ASIDE_GOODS,
        Record.ITEM,
        shop.items["KETTLE"],
        after={"set_aside_for": ["Lee Okafor: 2"], "name": "Sam", "colour": "red"},
    )
    with begun(for_writing(shop.opened.engine)) as session:
        append(session, Stamp(shop.operations.now(), None, "till 1"), [entry])
    deck = _open(shop).open_card()
    rows = hands.rows(hands.table(deck.deck, "Before and After"), "Field", "After")
    assert rows == [("Set aside for", "Lee Okafor: 2"), ("Name", "Sam"), ("colour", "red")]
