"""Documents are found by what they say, however it is typed, on both databases; nothing that is typed is an error."""

from collections.abc import Iterator
from datetime import date

import pytest

from agreement import disagreements
from ordering_seed import line_of, orders, stocks, vendor_on_file
from posim_desktop.queries import deck as decks
from posim_desktop.queries.backorders import backorders as backorder_queries
from posim_desktop.queries.cards import customers, departments, items, tax_codes, vendors
from posim_desktop.queries.deck import DeckQuery, DeckRow, Found
from posim_desktop.queries.people import audit, employees, roles
from posim_desktop.queries.purchasing import decks as order_decks
from posim_desktop.queries.receiving import deck as receiving_deck
from posim_desktop.queries.sales import decks as invoice_decks
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving.logs import Header
from posim_desktop.services.sales import invoices
from seeding import Till, open_till

TYPED = ("Łódź-O’Brien Straße", "lodz", "LÓDŹ", "obrien", "O'BRIEN", "o`brien", "lodz o-brien", "STRASSE", "strasse")
"""Ways to type what stands on the documents."""


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url)
    yield till
    with snapshot(till.engine) as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


def found(till: Till, deck: DeckQuery[DeckRow], text: str) -> list[int]:
    with till.engine.connect() as connection:
        return [row.id for row in decks.page(connection, deck, Found(text), deck.first_order).rows]


def test_notes_workstations_and_vendors_numbers_are_found_however_they_are_typed(till: Till) -> None:
    written = TYPED[0]
    stocks(till, "kettle", on_hand="5")
    noted = till.rings_up(("kettle", "1"))
    till.run(invoices.set_note, invoice_id=noted, note=written)
    till.workstation = written
    rung_up = till.rings_up(("kettle", "1"))
    till.workstation = "till 1"
    other = till.rings_up(("kettle", "1"))
    vendor_id = vendor_on_file(till)
    order_noted, numbered, plain = (orders(till, vendor_id, ("kettle", "1")) for _ in range(3))
    till.run(purchase_orders.set_header, purchase_order_id=order_noted, expected_on=None, note=written)
    edit = OrderLineEdit(vendor_item_number=written)
    till.run(purchase_orders.change_line, line_id=line_of(till, numbered, "kettle").id, edit=edit)
    log = till.run(receiving.start, vendor_id=vendor_id, received_on=date(2026, 11, 2)).record_id
    till.run(receiving.start, vendor_id=vendor_id, received_on=date(2026, 11, 2))
    header = Header(written, None, date(2026, 11, 2), till.employee_id)
    till.run(receiving.set_header, receiving_log_id=log, header=header)
    for typed in TYPED:
        assert set(found(till, invoice_decks.WORKING, typed)) == {noted, rung_up}, typed
        assert set(found(till, order_decks.WORKING, typed)) == {order_noted, numbered}, typed
        assert found(till, receiving_deck.DECK, typed) == [log], typed
    assert other in found(till, invoice_decks.WORKING, "till 1")
    assert plain in found(till, order_decks.WORKING, "v-kettle")


DECKS: tuple[DeckQuery[DeckRow], ...] = (
    *(invoice_decks.WORKING, invoice_decks.PROCESSED, order_decks.WORKING, order_decks.PROCESSED),
    *(receiving_deck.DECK, backorder_queries.DECK, audit.DECK),
    *(customers.DECK, items.DECK, vendors.DECK, departments.DECK, tax_codes.DECK, employees.DECK, roles.DECK),
)


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "x\udfffy", "\udc00 \0", "%_\\'\"", "\u202e\u200b", "9" * 40])
def test_nothing_that_is_typed_is_an_error_in_any_search(till: Till, text: str) -> None:
    stocks(till, "kettle", on_hand="5")
    for deck in DECKS:
        found(till, deck, text)
