"""What cards show beside their fields, and how the decks of filed cards are searched; on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    EmployeeFields,
    ItemFields,
    TaxCodeFields,
    VendorFields,
)
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.tax import Tax
from posim_desktop.queries import deck as decks
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.cards import departments as department_queries
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.cards import tax_codes as tax_code_queries
from posim_desktop.queries.cards import vendors as vendor_queries
from posim_desktop.queries.cards.look_alikes import look_alikes
from posim_desktop.queries.deck import DeckQuery, Found
from posim_desktop.queries.people import employees as employee_queries
from posim_desktop.queries.sales import processed_invoices, scans
from posim_desktop.queries.sales import till as lookups
from posim_desktop.queries.sales.decks import PROCESSED, WORKING
from posim_desktop.services.cards import customers, departments, employees, items, tax_codes, vendors
from posim_desktop.services.sales import fills, invoices
from posim_desktop.services.sales.invoices import NewLine
from seeding import Till, open_till


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url)
    yield till
    till.engine.dispose()


def _found(till: Till, deck: DeckQuery[decks.Row], found: Found) -> list[decks.Row]:
    with till.engine.connect() as connection:
        return list(decks.page(connection, deck, found, deck.first_order).rows)


def _customer(till: Till, customer_id: int) -> customer_queries.CustomerDetails:
    with till.engine.connect() as connection:
        details = customer_queries.details(connection, customer_id)
    assert details is not None
    return details


def _posts(till: Till, customer_id: int, *lines: NewLine) -> int:
    invoice_id = till.run(invoices.start, customer_id=customer_id).record_id
    till.run(invoices.add_items, invoice_id=invoice_id, lines=lines)
    till.posts(invoice_id)
    return invoice_id


def _owes(till: Till, item_id: int, customer_id: int, quantity: str) -> int:
    return _posts(till, customer_id, NewLine(item_id, Decimal(quantity), TransCode.BACKORDER))


def test_a_customer_card_sums_the_business_in_one_statement(till: Till) -> None:
    lee = till.run(customers.add, fields=CustomerFields(name="Lee")).record_id
    before = _customer(till, lee).business
    assert before == customer_queries.Business(ZERO, ZERO, ZERO, None, None, 0, 0, 0, 0, None)

    kettle = till.run(items.add, fields=ItemFields("KETTLE", "Kettle", price=Decimal(24)), opening=Decimal(9)).record_id
    _owes(till, kettle, lee, "2")
    _posts(
        till,
        lee,
        NewLine(kettle, Decimal(3)),
        NewLine(kettle, Decimal(1), TransCode.RETURN, return_reason="Did not fit"),
    )
    last = _posts(till, lee, NewLine(kettle, Decimal(1)))
    _posts(till, till.run(customers.add, fields=CustomerFields(name="Kim")).record_id, NewLine(kettle, Decimal(1)))

    statements: list[str] = []
    with till.engine.connect() as connection:
        sa.event.listen(connection, "before_cursor_execute", lambda *event: statements.append(event[2]))
        details = customer_queries.details(connection, lee)
    assert details is not None
    assert [statement.split()[0] for statement in statements if statement != "BEGIN"] == ["SELECT"] * 3
    business = details.business
    assert (business.bought, business.returned, business.paid) == (Decimal(96), Decimal(24), Decimal(72))
    assert (business.backorders, business.open_backorders, business.ready_pickups) == (1, 1, 0)
    assert business.last_invoice_id == last
    assert business.last_purchase is not None
    assert business.last_purchase > details.created_at


def test_a_customer_card_leads_to_what_is_ready(till: Till) -> None:
    lee = till.run(customers.add, fields=CustomerFields(name="Lee")).record_id
    kettle = till.run(items.add, fields=ItemFields("KETTLE", "Kettle"), opening=Decimal(9)).record_id
    sold = _owes(till, kettle, lee, "2")
    with till.engine.connect() as connection:
        (backorder,) = processed_invoices.backorders_of(connection, sold)
    filled = till.run(fills.fill_backorders, invoice_id=sold, fills=(fills.Fill(backorder.id, Decimal(1)),)).record_id

    business = _customer(till, lee).business

    assert (business.open_backorders, business.ready_pickups) == (1, 1)
    assert (business.on_hold, business.held_invoice_id) == (1, filled)


def test_only_invoices_with_returns_are_found(till: Till) -> None:
    lee = till.run(customers.add, fields=CustomerFields(name="Lee")).record_id
    kettle = till.run(items.add, fields=ItemFields("KETTLE", "Kettle"), opening=Decimal(9)).record_id
    _posts(till, lee, NewLine(kettle, Decimal(1)))
    back = _posts(till, lee, NewLine(kettle, Decimal(1), TransCode.RETURN, return_reason="Did not fit"))

    assert [row.id for row in _found(till, PROCESSED, Found(customer_id=lee, only_returns=True))] == [back]
    assert len(_found(till, PROCESSED, Found(customer_id=lee))) == 2


def test_an_item_card_sums_what_is_owed(till: Till) -> None:
    lee = till.run(customers.add, fields=CustomerFields(name="Lee")).record_id
    kettle = till.run(items.add, fields=ItemFields("KETTLE", "Kettle"), opening=Decimal(5)).record_id
    _owes(till, kettle, lee, "2")
    _owes(till, kettle, lee, "0.5")

    with till.engine.connect() as connection:
        details = item_queries.details(connection, kettle)

    assert details is not None
    assert (details.backorders, details.backordered) == (2, Decimal("2.5"))
    assert (details.stock.on_hand, details.stock.available) == (Decimal(5), Decimal(5))


def test_no_card_has_details_when_it_is_not_there(till: Till) -> None:
    with till.engine.connect() as connection:
        for queries in (
            item_queries,
            customer_queries,
            vendor_queries,
            employee_queries,
            department_queries,
            tax_code_queries,
        ):
            assert queries.details(connection, 99) is None


@pytest.mark.parametrize(
    "typed",
    ["lee", "CHANG", "chang lee", "harbour", "c-77", "0142", "555-0142", "(555)0142", "5550142", "lee@", "café"],
)
def test_a_customer_is_found_by_any_part(till: Till, typed: str) -> None:
    lee = CustomerFields("C-77", "Lee Chang", "Harbour Café", phone="555 0142", email="lee@harbour.example")
    till.run(customers.add, fields=lee)
    till.run(customers.add, fields=CustomerFields("C-78", "Kim", phone="555 9999"))

    assert [row.name for row in _found(till, customer_queries.DECK, Found(text=typed))] == ["Lee Chang"]


@pytest.mark.parametrize(
    "typed", ["lukasz", "ŁUKASZ", "zolc o'brien", "obrien", "anne\u2010marie", "anne marie", "mueller"]
)
def test_a_customer_is_found_however_the_name_is_typed(till: Till, typed: str) -> None:
    lukasz = till.run(
        customers.add, fields=CustomerFields(name="Łukasz Żółć-O\u2019Brien", company="Anne-Marie Müller")
    )
    till.run(customers.add, fields=CustomerFields(name="Lucas"))

    assert [row.id for row in _found(till, customer_queries.DECK, Found(text=typed))] == [lukasz.record_id]
    with till.engine.connect() as connection:
        assert [match.id for match in lookups.find_customers(connection, typed)] == [lukasz.record_id]
        details = customer_queries.details(connection, lukasz.record_id)
    assert details is not None
    renamed = replace(details.fields, name="Lucas", company="")
    till.run(customers.change, customer_id=lukasz.record_id, fields=renamed, version=1)
    assert _found(till, customer_queries.DECK, Found(text=typed)) == []


@pytest.mark.parametrize("typed", ["\x00", "a\x00b", "\ud800", "kettle\ud800", "'", "\u2028", '"\x00'])
def test_what_nobody_can_read_finds_nothing_and_breaks_nothing(till: Till, typed: str) -> None:
    till.run(items.add, fields=ItemFields("MUG", "Mug"))
    with till.engine.connect() as connection:
        assert lookups.find_items(connection, typed) == ()
        assert lookups.find_customers(connection, typed) == ()
        assert scans.find(connection, typed) is None
    for deck in (
        WORKING,
        PROCESSED,
        customer_queries.DECK,
        item_queries.DECK,
        employee_queries.DECK,
        vendor_queries.DECK,
    ):
        _found(till, deck, Found(text=typed))


def test_customers_like_a_new_one_are_found(till: Till) -> None:
    zoe = till.run(customers.add, fields=CustomerFields(name="Zoë Łuk", phone="+49 (0)221 555-0142")).record_id
    twin = till.run(customers.add, fields=CustomerFields(name="Zoe Luk", email="zoe@nord.example")).record_id
    gone = till.run(customers.add, fields=CustomerFields(name="Zoe Luk")).record_id
    till.run(customers.archive, customer_id=gone, version=1)
    till.run(customers.add, fields=CustomerFields(name="Zoe Lukas", phone="555-0142"))

    def found(**new: str) -> list[int]:
        with till.engine.connect() as connection:
            return [each.id for each in look_alikes(connection, CustomerFields(**new))]

    assert found(name="ZOE ŁUK", email="ZOE@nord.example") == [twin, zoe]
    assert found(name="Kim", phone="0049 221 5550142") == [zoe]
    assert found(name="Zo") == []
    assert found(name="\x00", phone="'", email="%") == []
    assert found() == []


@pytest.mark.parametrize("typed", ["%", "_", "\\", "100%", '"', "a_b"])
def test_special_characters_are_plain_in_a_search(till: Till, typed: str) -> None:
    till.run(items.add, fields=ItemFields("PLAIN", "Plain goods axb 100"))
    till.run(items.add, fields=ItemFields("ODD", '100% \\ "wool" a_b'))

    assert [row.code for row in _found(till, item_queries.DECK, Found(text=typed))] == ["ODD"]


def test_archived_cards_are_found_only_when_asked_for(till: Till) -> None:
    kettle = till.run(items.add, fields=ItemFields("KETTLE", "Kettle")).record_id
    till.run(items.archive, item_id=kettle, version=1)

    assert _found(till, item_queries.DECK, Found(text="kettle")) == []
    archived = _found(till, item_queries.DECK, Found(text="kettle", include_archived=True))
    assert [(row.code, row.archived) for row in archived] == [("KETTLE", True)]


def test_the_small_decks_are_searched_by_code_and_name(till: Till) -> None:
    till.run(departments.add, fields=DepartmentFields("KIT", "Küche"))
    till.run(departments.add, fields=DepartmentFields("TOY", "Toys"))
    till.run(tax_codes.add, fields=TaxCodeFields("STD", "Standard", (Tax("", Decimal("8.25")),)))
    till.run(employees.add, fields=EmployeeFields("ANN", "Ann Marsh"))
    till.run(vendors.add, fields=VendorFields("ACME", "Acme", phone="020 7946 0018"))

    for typed in ("küche", "KÜCHE", "kuche", "kueche"):
        assert [row.code for row in _found(till, department_queries.DECK, Found(text=typed))] == ["KIT"]
    assert [row.code for row in _found(till, department_queries.DECK, Found(text="to"))] == ["TOY"]
    assert [row.taxes for row in _found(till, tax_code_queries.DECK, Found(text="std"))] == [
        (Tax("STD", Decimal("8.25")),)
    ]
    assert [row.name for row in _found(till, employee_queries.DECK, Found(text="marsh"))] == ["Ann Marsh"]
    assert [row.name for row in _found(till, vendor_queries.DECK, Found(text="7946-0018"))] == ["Acme"]


def test_choices_leave_archived_cards_out_except_the_one_chosen_before(till: Till) -> None:
    acme = till.run(vendors.add, fields=VendorFields("ACME", "Acme")).record_id
    till.run(vendors.add, fields=VendorFields("BOLT", "Bolt"))
    till.run(vendors.archive, vendor_id=acme, version=1)

    with till.engine.connect() as connection:
        assert [choice.name for choice in vendor_queries.choices(connection)] == ["Bolt"]
        assert [choice.name for choice in vendor_queries.choices(connection, acme)] == ["Acme", "Bolt"]


@pytest.mark.parametrize(
    "deck",
    [
        item_queries.DECK,
        customer_queries.DECK,
        vendor_queries.DECK,
        employee_queries.DECK,
        department_queries.DECK,
        tax_code_queries.DECK,
    ],
    ids=["items", "customers", "vendors", "employees", "departments", "tax codes"],
)
def test_every_order_of_a_deck_works_on_both_databases(till: Till, deck: DeckQuery[decks.DeckRow]) -> None:
    till.run(employees.add, fields=EmployeeFields("ANN", "Ann"))
    with till.engine.connect() as connection:
        counted = connection.scalar(sa.select(sa.func.count()).select_from(deck.source))
        for name in deck.orders:
            for descending in (False, True):
                page = decks.page(connection, deck, Found(include_archived=True), decks.Order(name, descending))
                assert len(page.rows) == counted
