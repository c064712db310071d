"""What the till and the processed invoice read, on both databases."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.queries import deck
from posim_desktop.queries.deck import EVERYTHING, Found
from posim_desktop.queries.sales import invoices, processed_invoices
from posim_desktop.queries.sales import till as lookups
from posim_desktop.queries.sales.decks import PROCESSED, WORKING
from posim_desktop.services.sales import invoices as invoice_verbs
from posim_desktop.services.sales import removed_lines
from posim_desktop.services.sales.removed_lines import RemovedLine
from refusals import english
from seeding import Till, add_customer, add_tax_code, open_till

B = TransCode.BACKORDER


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url)
    yield till
    till.engine.dispose()


def test_working_adds_up_lines_taxes_and_stock(till: Till) -> None:
    with till.writing() as session:
        tax = add_tax_code(session, "STD", "10")
        lee = add_customer(session, "lee")
    till.stores("KETTLE", on_hand="2", tax_code_id=tax)
    invoice_id = till.rings_up(("KETTLE", "1.5"), ("KETTLE", "1", B), ("KETTLE", "1"), customer_id=lee)

    with till.engine.connect() as connection:
        found = invoices.working(connection, invoice_id)
        assert invoices.working(connection, 999) is None
        assert processed_invoices.processed(connection, invoice_id) is None
    assert found is not None
    assert [(line.item, line.trans_code, line.shortage) for line in found.lines] == [
        ("KETTLE", TransCode.SALE, 0),
        ("KETTLE", B, 0),
        ("KETTLE", TransCode.SALE, Decimal("0.5")),
    ]
    assert [(tax.name, tax.taxable, tax.tax) for tax in found.taxes] == [("STD", Decimal("60.00"), Decimal("6.00"))]
    assert found.total == Decimal("66.00")
    assert found.customer is not None
    assert (found.customer.name, found.customer.open_backorders) == ("Lee", 0)


def test_processed_shows_tenders_and_the_backorders_it_made(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session, "lee")
    till.stores("KETTLE", on_hand="2")
    invoice_id = till.rings_up(("KETTLE", "1"), ("KETTLE", "3", B), customer_id=lee)
    till.posts(invoice_id)

    with till.engine.connect() as connection:
        found = processed_invoices.processed(connection, invoice_id)
        backorders = processed_invoices.backorders_of(connection, invoice_id)
        left = invoices.left_open(connection, "till 1")
    assert found is not None
    assert (found.number, found.customer, found.total, found.change) == (1, "Lee", Decimal("24.00"), Decimal(0))
    assert [(line.trans_code, line.extension, line.backorder_number) for line in found.lines] == [
        (TransCode.SALE, Decimal("24.00"), None),
        (B, Decimal("0.00"), 1),
    ]
    assert [(card.number, card.item, card.ordered, card.outstanding) for card in backorders] == [
        (1, "KETTLE", Decimal(3), Decimal(3))
    ]
    assert left == ()

    begun = till.rings_up(("KETTLE", "1"), customer_id=lee)
    with till.engine.connect() as connection:
        beside = invoices.working(connection, begun)
    assert beside is not None
    assert beside.customer is not None
    assert (beside.customer.open_backorders, beside.customer.ready_backorders) == (1, 0)


def test_decks_hold_parked_and_processed_invoices_apart(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session, "lee")
    till.stores("KETTLE", on_hand="9")
    till.stores("MUG", on_hand="9", price="2.00")
    posted = till.rings_up(("KETTLE", "1"), customer_id=lee)
    till.posts(posted)
    parked = till.rings_up(("MUG", "2"), ("KETTLE", "1"))

    with till.engine.connect() as connection:
        working = deck.page(connection, WORKING, EVERYTHING, WORKING.first_order).rows
        for text in ("1", "lee", "kettle"):
            rows = deck.page(connection, PROCESSED, Found(text), PROCESSED.first_order).rows
            assert [row.id for row in rows] == [posted], text
        assert deck.count(connection, PROCESSED, Found("mug")) == 0
        assert invoices.left_open(connection, "till 1") == (parked,)
        assert invoices.left_open(connection, "till 2") == ()
    assert [(row.id, row.employee, row.lines, row.total) for row in working] == [(parked, "Sam", 2, Decimal("28.00"))]


def test_find_items_prefers_a_whole_code_to_a_part(till: Till) -> None:
    till.stores("MUG")
    till.stores("MUG-RED")
    with till.engine.connect() as connection:
        assert [item.code for item in lookups.find_items(connection, "mug")] == ["MUG"]
        assert [item.code for item in lookups.find_items(connection, "mug-r")] == ["MUG-RED"]
        assert [item.code for item in lookups.find_items(connection, "ug")] == ["MUG", "MUG-RED"]
        for nothing in ("", "%", "_", "x" * 90, "'"):
            assert lookups.find_items(connection, nothing) == ()


def test_warning_serves_the_invoice_s_other_lines_first_and_names_who_waits(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session, "lee")
    kettle = till.stores("KETTLE", on_hand="5")
    till.posts(till.rings_up(("KETTLE", "2", B), customer_id=lee))
    invoice_id = till.rings_up(("KETTLE", "3"))

    with till.engine.connect() as connection:
        asked = lookups.warning(connection, kettle, invoice_id, Decimal(4))
        assert lookups.warning(connection, kettle, None, Decimal(4)) is None
        line = invoices.working(connection, invoice_id)
        assert line is not None
        same = lookups.warning(connection, kettle, invoice_id, Decimal(6), line.lines[0].id)
        assert lookups.warning(connection, 999, None, Decimal(1)) is None
    assert asked is not None
    assert same is not None
    assert (asked.on_hand, asked.available, asked.left, asked.shortage, asked.can_split) == (
        Decimal(5),
        Decimal(5),
        Decimal(2),
        Decimal(2),
        True,
    )
    assert (asked.backordered, [(row.customer, row.quantity) for row in asked.waiting]) == (
        Decimal(2),
        [("Lee", Decimal(2))],
    )
    assert same.shortage == 1


def test_removed_line_comes_back_as_it_was(till: Till) -> None:
    kettle = till.stores("KETTLE", on_hand="5")
    invoice_id = till.rings_up(("KETTLE", "2"))
    back = RemovedLine(
        TransCode.SALE, kettle, "Kettle", Decimal(2), Decimal("20.00"), Decimal("4.00"), Decimal(10), False
    )
    till.run(removed_lines.put_back, invoice_id=invoice_id, line=back)
    with till.engine.connect() as connection:
        found = invoices.working(connection, invoice_id)
    assert found is not None
    line = found.lines[-1]
    assert (line.unit_price, line.discount) == (Decimal(20), Decimal(4))
    assert (line.discount_percent, line.extension) == (Decimal(10), Decimal(36))
    assert found.total == Decimal("84.00")
    till.run(invoice_verbs.discard, invoice_id=invoice_id)
    refusal = till.refusal(removed_lines.put_back, invoice_id=invoice_id, line=back)
    assert "discarded" in english(refusal)


def test_a_normal_line_above_available_is_asked_about_even_beside_one_sold_anyway(till: Till) -> None:
    kettle = till.stores("KETTLE", on_hand="2")
    invoice_id = till.run(
        invoice_verbs.add_items, invoice_id=None, lines=(invoice_verbs.NewLine(kettle, Decimal(3), sell_anyway=True),)
    ).record_id
    till.run(invoice_verbs.add_items, invoice_id=invoice_id, lines=(invoice_verbs.NewLine(kettle, Decimal(2)),))
    bound = till.posting_of(invoice_id)
    assert till.refusal(bound.func, **bound.keywords).where == Field("stock")
