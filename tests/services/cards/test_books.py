"""Guide: "Items": books are found by author, publisher and either ISBN, and are not sold before their day."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from ordering_seed import assert_sound, customer_on_file, stocks
from posim_desktop.domain.cards.cards import DepartmentFields, ItemFields
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, InvoiceLine, Item
from posim_desktop.queries import deck
from posim_desktop.queries.cards import items as read
from posim_desktop.queries.deck import Found
from posim_desktop.queries.sales import invoices as working
from posim_desktop.queries.sales import pickup, processed_invoices
from posim_desktop.queries.sales import special_orders as read_special_orders
from posim_desktop.queries.sales import till as at_the_till
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails
from posim_desktop.services.cards import departments, items
from posim_desktop.services.sales import commitments, invoices, special_orders
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from seeding import Till, add_employee, rewrite, stored

D = Decimal
LATER = date(2099, 1, 1)


@pytest.fixture
def book(till: Till) -> int:
    """A novel, in the department of books."""
    shelf = till.run(departments.add, fields=DepartmentFields("BOOKS", "Books", books=True)).record_id
    fields = ItemFields(
        "NOVEL", "The Long Road", ("978-0-306-40615-7",), department_id=shelf, author="Ada Grove",
        publisher="Elm Press", format="Paperback", on_sale_on=LATER,
    )  # fmt: skip
    till.items["NOVEL"] = till.run(items.add, fields=fields, opening=D(5)).record_id
    return till.items["NOVEL"]


@pytest.mark.parametrize(
    "typed",
    ["grove", "elm press", "paperback road", "9780306406157", "0306406152", "0-306-40615-2", "978 0 306 40615 7"],
)
def test_a_book_is_found_by_what_its_card_says_and_by_either_isbn(till: Till, book: int, typed: str) -> None:
    stocks(till, "kettle")
    with till.engine.connect() as connection:
        page = deck.page(connection, read.DECK, Found(text=typed), read.DECK.first_order)
        details = read.details(connection, book)
    assert [row.id for row in page.rows] == [book]
    assert details is not None
    assert details.fields.department_id in details.book_departments
    assert_sound(till)


@pytest.mark.parametrize("scanned", ["9780306406157", "0306406152", "0-306-40615-2", "ISBN"])
def test_either_isbn_is_scanned(till: Till, book: int, scanned: str) -> None:
    with till.engine.connect() as connection:
        found = at_the_till.find_by_code(connection, scanned)
    assert [item.id for item in found] == ([] if scanned == "ISBN" else [book])


def test_a_book_with_the_check_digit_x_and_one_of_979_are_found(till: Till, book: int) -> None:
    del book
    x = till.run(items.add, fields=ItemFields("X", "Ends in X", ("0-8044-2957-x",))).record_id
    music = till.run(items.add, fields=ItemFields("FR", "From France", ("979-10-90636-07-1",))).record_id
    with till.engine.connect() as connection:
        for scanned, item in (("9780804429573", x), ("080442957X", x), ("9791090636071", music)):
            assert [row.id for row in at_the_till.find_by_code(connection, scanned)] == [item]


def _cashier(till: Till) -> Till:
    with till.writing() as session:
        who = add_employee(session, "casey", role="cashier")
    return Till(till.engine, till.transactor, who, till.items)


def test_before_its_day_a_book_is_sold_only_by_permission(till: Till, book: int) -> None:
    cashier = _cashier(till)
    add = partial(invoices.add_items, invoice_id=None)
    refusal = cashier.refusal(add, lines=(NewLine(book, D(1)),))
    assert refusal.why is Why.NOT_PERMITTED
    assert needs_of(refusal) == (Permit(Permission.SELL_EARLY, quantity=D(1)),)
    till.run(add, lines=(NewLine(book, D(1)),))
    with till.writing() as session:
        rewrite(session, Item, book, on_sale_on=date(2026, 1, 2))
    cashier.run(add, lines=(NewLine(book, D(1)),))


def test_what_was_allowed_counts_for_as_many(till: Till, book: int) -> None:
    cashier = _cashier(till)
    invoice_id = till.rings_up(("NOVEL", "1"))
    line_id = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    refusal = cashier.refusal(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(2)))
    assert refusal.why is Why.NOT_PERMITTED
    cashier.posts(invoice_id)
    assert stored(till.engine, Invoice, Invoice.id == invoice_id).number == 1
    assert book
    assert_sound(till)


def test_a_book_that_got_a_day_since_is_not_posted(till: Till, book: int) -> None:
    cashier = _cashier(till)
    with till.writing() as session:
        rewrite(session, Item, book, on_sale_on=None)
    invoice_id = cashier.rings_up(("NOVEL", "1"))
    with till.writing() as session:
        rewrite(session, Item, book, on_sale_on=LATER)
    refusal = cashier.refusal(cashier.posting_of(invoice_id).func, **cashier.posting_of(invoice_id).keywords)
    assert refusal.why is Why.NOT_PERMITTED


def test_a_book_is_promised_before_its_day_and_says_so(till: Till, book: int) -> None:
    cashier = _cashier(till)
    invoice_id = cashier.rings_up(("NOVEL", "1", TransCode.BACKORDER), customer_id=customer_on_file(till))
    with till.engine.connect() as connection:
        details = working.working(connection, invoice_id)
    assert details is not None
    assert [line.on_sale_on for line in details.lines] == [LATER]
    cashier.posts(invoice_id)
    assert [line.on_sale_on for line in _posted(till, invoice_id).lines] == [LATER]
    with till.writing() as session:
        rewrite(session, Item, book, on_sale_on=date(2026, 1, 2))
    assert [line.on_sale_on for line in _posted(till, invoice_id).lines] == [None]  # it had come when it was promised


def test_a_slip_and_a_special_order_say_the_day_that_had_not_come(till: Till, book: int) -> None:
    wanted = (special_orders.WantedItem(book),)
    order_id = till.run(special_orders.add_items, special_order_id=None, items=wanted).record_id
    held_id = till.rings_up(("NOVEL", "1"), customer_id=customer_on_file(till))
    till.run(commitments.commit, invoice_id=held_id)
    for day, told in ((LATER, LATER), (date(2026, 1, 2), None)):
        with till.writing() as session:
            rewrite(session, Item, book, on_sale_on=day)
        with till.engine.connect() as connection:
            order = read_special_orders.details(connection, order_id)
            (slip,) = pickup.slips(connection, [held_id])
        assert order is not None
        assert [line.on_sale_on for line in order.lines] == [told]
        assert [line.on_sale_on for line in slip.lines] == [told]


def _posted(till: Till, invoice_id: int) -> ProcessedDetails:
    with till.engine.connect() as connection:
        details = processed_invoices.processed(connection, invoice_id)
    assert details is not None
    return details
