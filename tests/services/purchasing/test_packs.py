"""Guide: "Purchase orders": bought by the case, sold by the piece; a line keeps the pack that it was ordered by."""

from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from ordering_seed import assert_sound, item_of, line_of, orders, sends, stocks, vendor_on_file
from places import place
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.purchasing.packs import Packing, cost_of_unit
from posim_desktop.domain.why import Why
from posim_desktop.orm import ReceivingLine
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.purchasing import orders as read
from posim_desktop.queries.receiving import logs as read_logs
from posim_desktop.queries.verify import check
from posim_desktop.services.cards import items
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.orders import NewOrderLine, OrderLineEdit
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting
from posim_desktop.ui import formatting
from seeding import Till, stored

D = Decimal


@pytest.fixture
def vendor(till: Till) -> int:
    """The vendor of soda, which comes in cases of 12."""
    vendor_id = vendor_on_file(till)
    stocks(till, "soda", vendor_id=vendor_id, pack="12")
    return vendor_id


def rows(till: Till, order_id: int) -> read.PurchaseOrderDetails:
    with till.engine.connect() as connection:
        found = read.details(connection, order_id)
    assert found is not None
    return found


def test_a_line_keeps_its_pack_when_the_card_changes(till: Till, vendor: int) -> None:
    before = orders(till, vendor, ("soda", "72"))
    sends(till, before)
    soda = item_of(till, "soda").id
    with till.engine.connect() as connection:
        card = item_queries.details(connection, soda)
    assert card is not None
    other_case = replace(card.fields, pack_quantity=D(10), pack_unit="tray")
    till.run(items.change, item_id=soda, fields=other_case, version=card.version)
    after = orders(till, vendor, ("soda", "30"))
    sends(till, after)

    packs = [(line.quantity, line.packing) for each in (before, after) for line in rows(till, each).lines]
    assert packs == [(D(72), Packing(D(12))), (D(30), Packing(D(10), "tray"))]

    came = [till.run(receiving.start, purchase_order_id=each).record_id for each in (before, after)]
    for log_id in came:
        till.run(posting.post, receiving_log_id=log_id)
    with till.engine.connect() as connection:
        lines = [line for each in came for line in read_logs.details(connection, each).lines]  # type: ignore[union-attr]
    assert [(line.quantity, line.packing.packs(line.quantity)) for line in lines] == [(D(72), D(6)), (D(30), D(3))]
    assert item_of(till, "soda").on_hand == D(102)
    assert_sound(till)


def test_what_a_case_costs_is_kept_exactly(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("soda", "72"))
    line = line_of(till, order_id, "soda")
    till.run(purchase_orders.change_line, line_id=line.id, edit=OrderLineEdit(pack_cost=D(100)))
    (row,) = rows(till, order_id).lines
    assert (row.cost, row.pack_cost, row.extension) == (D("8.3333"), D(100), D("600.00"))

    till.run(purchase_orders.change_line, line_id=line.id, edit=OrderLineEdit(pack_quantity=D(8)))
    (row,) = rows(till, order_id).lines
    assert (row.cost, row.pack_cost, row.extension) == (D("12.5"), D(100), D("900.00"))

    again = (NewOrderLine(row.item_id, D(8)),)
    till.run(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=again)
    assert rows(till, order_id).total == D("1000.00")
    sends(till, order_id)
    log_id = till.run(receiving.start, purchase_order_id=order_id).record_id
    with till.engine.connect() as connection:
        log = read_logs.details(connection, log_id)
    assert log is not None
    assert (log.total, log.lines[0].packing.pack_cost) == (D("1000.00"), D(100))
    till.run(receiving.set_cost, line_id=log.lines[0].id, cost=D(104), is_of_pack=True)
    assert stored(till.engine, ReceivingLine).cost == D(13)
    till.run(receiving.set_cost, line_id=log.lines[0].id, cost=D("12.9"))
    assert stored(till.engine, ReceivingLine).pack_cost is None
    till.run(posting.post, receiving_log_id=log_id)
    assert item_of(till, "soda").cost == D("12.9")
    assert_sound(till)


def test_many_cases_cost_what_each_case_does() -> None:
    assert Packing(D(12), pack_cost=D(100)).extension(D(720), cost_of_unit(D(100), D(12))) == D("6000.00")


def test_a_cost_of_a_unit_takes_the_place_of_that_of_a_case(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("soda", "24"))
    line_id = line_of(till, order_id, "soda").id
    till.run(purchase_orders.change_line, line_id=line_id, edit=OrderLineEdit(pack_cost=D(100)))
    till.run(purchase_orders.change_line, line_id=line_id, edit=OrderLineEdit(cost=D("8.25")))
    (row,) = rows(till, order_id).lines
    assert (row.cost, row.pack_cost, row.extension) == (D("8.25"), None, D("198.00"))
    again = (NewOrderLine(row.item_id, D(12), D(9)),)
    till.run(purchase_orders.change_line, line_id=line_id, edit=OrderLineEdit(pack_cost=D(96)))
    till.run(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=again)
    (row,) = rows(till, order_id).lines
    assert (row.cost, row.pack_cost) == (D(9), None)


def test_a_line_that_was_taken_off_comes_back_as_it_was(till: Till, vendor: int) -> None:
    soda = item_of(till, "soda").id
    line = NewOrderLine(soda, D(20), cost_of_unit(D(100), D(10)), pack_quantity=D(10), pack_cost=D(100))
    order_id = till.run(purchase_orders.add_lines, purchase_order_id=None, vendor_id=vendor, lines=(line,)).record_id
    (row,) = rows(till, order_id).lines
    assert (row.packing, row.extension) == (Packing(D(10), pack_cost=D(100)), D("200.00"))


def test_a_line_takes_the_pack_of_the_vendor_of_its_order(till: Till, vendor: int) -> None:
    other = vendor_on_file(till, "bolt")
    soda = item_of(till, "soda").id
    with till.engine.connect() as connection:
        card = item_queries.details(connection, soda)
    assert card is not None
    terms = VendorTerms(other, "B-1", D("0.70"), D(24), usual_days=3)
    till.run(items.change, item_id=soda, fields=replace(card.fields, other_vendors=(terms,)), version=card.version)

    (line,) = rows(till, orders(till, other, ("soda", "48"))).lines
    assert (line.packing.packs(line.quantity), line.cost) == (D(2), D("0.70"))

    order_id = orders(till, vendor, ("soda", "48"))
    till.run(purchase_orders.set_vendor, purchase_order_id=order_id, vendor_id=other)
    (line,) = rows(till, order_id).lines
    assert (line.pack_quantity, line.cost) == (D(24), D("0.70"))

    typed = orders(till, vendor, ("soda", "48"))
    edit = OrderLineEdit(pack_quantity=D(8), pack_cost=D(10))
    till.run(purchase_orders.change_line, line_id=line_of(till, typed, "soda").id, edit=edit)
    till.run(purchase_orders.set_vendor, purchase_order_id=typed, vendor_id=other)
    (line,) = rows(till, typed).lines
    assert (line.pack_quantity, line.pack_cost, line.cost) == (D(8), D(10), D("1.25"))
    assert_sound(till)


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        (OrderLineEdit(pack_quantity=D(0)), "pack"),
        (OrderLineEdit(pack_cost=D(-1)), "cost"),
        (OrderLineEdit(pack_cost=D("100000000")), "cost"),
    ],
)
def test_bad_packs_are_refused_at_their_cell(till: Till, vendor: int, edit: OrderLineEdit, field: str) -> None:
    order_id = orders(till, vendor, ("soda", "24"))
    line_id = line_of(till, order_id, "soda").id
    assert place(till.refusal(purchase_orders.change_line, line_id=line_id, edit=edit)) == field


def test_verify_sees_a_cost_that_is_not_that_of_its_pack(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("soda", "24"))
    line_id = line_of(till, order_id, "soda").id
    till.run(purchase_orders.change_line, line_id=line_id, edit=OrderLineEdit(pack_cost=D(100)))
    assert _broken(till, "UPDATE purchase_order_lines SET cost = cost + 1") == ["purchase order"]
    sends(till, order_id)
    till.run(receiving.start, purchase_order_id=order_id)
    assert _broken(till, "UPDATE receiving_lines SET cost = cost + 1") == ["receiving log"]


def _broken(till: Till, harm: str) -> list[str]:
    with till.engine.connect() as connection:
        assert not check(connection, "P8")
        connection.execute(sa.text(harm))
        return [violation.record for violation in check(connection, "P8")]


CASES = Packing(D(12), "tray", "yd")


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("6 cs", "72"),
        ("6cs.", "72"),
        ("6 Cases", "72"),
        ("6 tray", "72"),
        ("2.5 cs", "30"),
        ("1/2 case", "6"),
        ("72", "72"),
        ("72 ea", "72"),
        ("2 3/8 yd", "2.375"),
        ("2⅜ yd", "2.375"),
    ],
)
def test_a_quantity_is_typed_in_packs_or_units(typed: str, units: str) -> None:
    formatting.use_store_format("en_US", "UTC")
    assert formatting.parse_packed(typed, CASES, field="quantity") == D(units)


def test_a_word_that_is_no_pack_is_refused() -> None:
    formatting.use_store_format("en_US", "UTC")
    refused = {"6 m": Why.UNIT_NOT_KNOWN, "90000 cs": Why.QUANTITY_TOO_LARGE, "cs": Why.NOT_A_NUMBER}
    refused["1e9"] = Why.NOT_A_NUMBER
    for typed, why in refused.items():
        with pytest.raises(RefusedError, match=why):
            formatting.parse_packed(typed, CASES, field="quantity")
    assert formatting.parse_packed("3 ct", Packing(D(12), unit="ct"), field="quantity") == D(3)
    assert formatting.parse_cost_of("100/cs", CASES, field="cost") == (D(100), True)
    assert formatting.parse_cost_of("8.25", CASES, field="cost") == (D("8.25"), False)
    assert formatting.cost_as_typed(D("8.3333"), CASES._replace(pack_cost=D(100))) == "100.00/tray"
