"""The working invoice refuses what cannot be sold, and says at which field; it adds up to the cent."""

import json
from decimal import Decimal

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import AuditEvent, Invoice, InvoiceLine
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import invoices, removed_lines
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from refusals import english
from seeding import Till, add_customer, add_item, add_tax_code, prefer

D = Decimal
OF_INVOICES = AuditEvent.record_kind == "invoice"
S, B, R = TransCode.SALE, TransCode.BACKORDER, TransCode.RETURN


def lines(till: Till, invoice_id: int) -> list[tuple[str, str, str, str]]:
    """Read code, quantity, discount and extension of an invoice's lines."""
    chosen = (
        sa.select(InvoiceLine.trans_code, InvoiceLine.quantity, InvoiceLine.discount, InvoiceLine.extension)
        .where(InvoiceLine.invoice_id == invoice_id)
        .order_by(InvoiceLine.position)
    )
    with till.engine.connect() as connection:
        return [(code, *map(str, figures)) for code, *figures in connection.execute(chosen)]  # type: ignore[misc]


def line_ids(till: Till, invoice_id: int) -> list[int]:
    chosen = sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id).order_by(InvoiceLine.position)
    with till.engine.connect() as connection:
        return list(connection.scalars(chosen))


def clean(till: Till) -> bool:
    with snapshot(till.engine) as connection:
        return disagreements(connection) == ()


@pytest.mark.parametrize(
    ("quantity", "says"),
    [
        ("0", "more than 0"),
        ("-1", "cannot be negative"),
        ("1000000000", "at most 999,999.999"),
        ("1E+9", "at most 999,999.999"),
        ("0.0001", "at most 3 decimal places"),
        ("1.0000000000000000000000000000001", "at most 3 decimal places"),
        ("NaN", "Enter a quantity"),
        ("Infinity", "Enter a quantity"),
    ],
)
def test_a_quantity_that_cannot_be_sold_is_refused(till: Till, quantity: str, says: str) -> None:
    item_id = till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    new = (NewLine(item_id, D(quantity)),)
    edit = LineEdit(quantity=D(quantity))

    for refusal in (
        till.refusal(invoices.add_items, invoice_id=invoice_id, lines=new),
        till.refusal(invoices.change_line, line_id=line_ids(till, invoice_id)[0], edit=edit),
    ):
        assert refusal.where == Field("quantity")
        assert says in english(refusal)
    assert lines(till, invoice_id) == [("S", "1.000", "0.00", "24.00")]


def test_the_smallest_and_the_largest_quantity_are_sold(till: Till) -> None:
    till.stores("wire", price="0.01")
    invoice_id = till.rings_up(("wire", "0.001", R), ("wire", "999999.999"))
    assert lines(till, invoice_id) == [("R", "0.001", "0.00", "0.00"), ("S", "999999.999", "0.00", "10000.00")]
    assert clean(till)


def test_an_unknown_item_is_refused(till: Till) -> None:
    refusal = till.refusal(invoices.add_items, invoice_id=None, lines=(NewLine(77, D(1)),))
    assert (refusal.where, english(refusal)) == (Field("item"), "This item is not on file.")


def test_an_archived_item_is_refused_by_its_code(till: Till) -> None:
    with till.writing() as session:
        item_id = add_item(session, till.employee_id, "gone", archived=True)
    refusal = till.refusal(invoices.add_items, invoice_id=None, lines=(NewLine(item_id, D(1)),))
    assert refusal.where == Field("item")
    assert "gone is archived" in english(refusal)


def test_an_archived_customer_is_refused_and_so_is_an_unknown_one(till: Till) -> None:
    with till.writing() as session:
        archived = add_customer(session, "lee", archived=True)
    invoice_id = till.run(invoices.start).record_id
    for customer_id, says in ((archived, "lee is archived"), (77, "not on file")):
        for verb_refusal in (
            till.refusal(invoices.start, customer_id=customer_id),
            till.refusal(invoices.set_customer, invoice_id=invoice_id, customer_id=customer_id),
        ):
            assert verb_refusal.where == Field("customer")
            assert says in english(verb_refusal)


def test_goods_scanned_again_are_one_line(till: Till) -> None:
    till.stores("kettle")
    till.stores("lamp")
    invoice_id = till.rings_up(("kettle", "1"), ("kettle", "2"), ("lamp", "1"), ("kettle", "1"))
    assert [line[:2] for line in lines(till, invoice_id)] == [("S", "3.000"), ("S", "1.000"), ("S", "1.000")]


def test_goods_scanned_again_stay_apart_from_a_line_that_was_touched(till: Till) -> None:
    item_id = till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    edit = LineEdit(discount=D("1.00"))
    till.run(invoices.change_line, line_id=line_ids(till, invoice_id)[0], edit=edit)
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1)),))
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1), B),))
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1), B, sell_anyway=True),))
    assert [line[0] for line in lines(till, invoice_id)] == ["S", "S", "B", "B"]


def test_goods_scanned_again_too_often_are_refused(till: Till) -> None:
    item_id = till.stores("screw", price="0.01")
    invoice_id = till.rings_up(("screw", "999999"))
    refusal = till.refusal(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1)),))
    assert refusal.where == Field("quantity")


def test_goods_whose_tax_changed_are_a_line_of_their_own(till: Till) -> None:
    with till.writing() as session:
        tax_code_id = add_tax_code(session)
    item_id = till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    with till.writing() as session:
        session.connection().execute(sa.text("UPDATE items SET tax_code_id = :code"), {"code": tax_code_id})
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1)),))
    assert till.total_of(invoice_id) == D("49.98")


def test_a_percentage_follows_quantity_and_price(till: Till) -> None:
    till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    (line_id,) = line_ids(till, invoice_id)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(discount_percent=D("12.5")))
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(3)))
    assert lines(till, invoice_id) == [("S", "3.000", "9.00", "63.00")]
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("10.00")))
    assert lines(till, invoice_id) == [("S", "3.000", "3.75", "26.25")]
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(discount=D("5.00"), discount_reason="A scratch"))
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(1)))
    assert lines(till, invoice_id) == [("S", "1.000", "1.67", "8.33")]
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(2)))
    assert lines(till, invoice_id) == [("S", "2.000", "3.33", "16.67")]
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(4)))
    assert lines(till, invoice_id) == [("S", "4.000", "5.00", "35.00")]


def test_everything_off_an_odd_quantity_is_free_and_not_below(till: Till) -> None:
    till.stores("cloth", price="3.33")
    invoice_id = till.rings_up(("cloth", "1.5"))
    edit = LineEdit(discount_percent=D(100), discount_reason="A gift")
    till.run(invoices.change_line, line_id=line_ids(till, invoice_id)[0], edit=edit)
    assert lines(till, invoice_id) == [("S", "1.500", "5.00", "0.00")]
    assert clean(till)


@pytest.mark.parametrize("percent", ["-1", "100.01", "1.234", "NaN"])
def test_a_percentage_that_is_none_is_refused(till: Till, percent: str) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "1")))
    edit = LineEdit(discount_percent=D(percent))
    assert till.refusal(invoices.change_line, line_id=line_id, edit=edit).where == Field("discount")


@pytest.mark.parametrize("discount", ["24.01", "-0.01", "1.001", "NaN"])
def test_a_discount_beyond_the_line_is_refused(till: Till, discount: str) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "1")))
    edit = LineEdit(discount=D(discount))
    assert till.refusal(invoices.change_line, line_id=line_id, edit=edit).where == Field("discount")


def test_a_price_cut_below_the_discount_is_refused(till: Till) -> None:
    till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    (line_id,) = line_ids(till, invoice_id)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(discount=D("20.00"), discount_reason="A scratch"))
    refusal = till.refusal(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("10.00")))
    assert (refusal.where, "more than the line's 10.00" in english(refusal)) == (Field("discount"), True)
    assert lines(till, invoice_id) == [("S", "1.000", "20.00", "4.00")]


@pytest.mark.parametrize("price", ["-0.01", "100000000.00", "0.001"])
def test_a_price_that_is_none_is_refused(till: Till, price: str) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "1")))
    edit = LineEdit(unit_price=D(price))
    assert till.refusal(invoices.change_line, line_id=line_id, edit=edit).where == Field("unit_price")


def test_an_invoice_beyond_what_can_be_held_is_refused(till: Till) -> None:
    item_id = till.stores("yacht", price="99999999.99")
    invoice_id = till.rings_up(("yacht", "1"))
    refusal = till.refusal(
        invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1), S, sell_anyway=True),)
    )
    assert (refusal.where, "at most 99,999,999.99" in english(refusal)) == (Field("quantity"), True)
    assert till.total_of(invoice_id) == D("99999999.99")


def test_a_changed_price_is_in_the_audit(till: Till) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "1")))
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("20.00")))
    with till.engine.connect() as connection:
        told = sa.select(AuditEvent.action, AuditEvent.before, AuditEvent.after).where(OF_INVOICES)
        (event,) = connection.execute(told)
    assert event.action == "change price"
    assert ('"unit_price": "24.00"' in event.before, '"unit_price": "20.00"' in event.after) == (True, True)


def test_a_discount_is_in_the_audit_as_it_was_given(till: Till) -> None:
    item_id = till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "1")))
    for edit in (
        LineEdit(discount_percent=D(10)),
        LineEdit(quantity=D(2)),  # the percentage follows: nobody gave another discount
        LineEdit(unit_price=D("20.00")),
        LineEdit(discount=D("1.00")),
        LineEdit(discount=D("0.00")),
    ):
        till.run(invoices.change_line, line_id=line_id, edit=edit)
    with till.engine.connect() as connection:
        written = sa.select(AuditEvent.action, AuditEvent.before, AuditEvent.after).where(OF_INVOICES)
        events = connection.execute(written)
        told = [(action, json.loads(before), json.loads(after)) for action, before, after in events]
    where = {"line": line_id, "item_id": item_id}
    ten = {"discount": "2.40", "discount_percent": "10"}
    assert told == [
        ("change discount", where | {"discount": "0.00"}, where | ten),
        ("change price", where | {"unit_price": "24.00"}, where | {"unit_price": "20.00"}),
        (
            "change discount",
            where | {"discount": "4.00", "discount_percent": "10.0000"},
            where | {"discount": "1.00"},
        ),
        ("change discount", where | {"discount": "1.00"}, where | {"discount": "0.00"}),
    ]


def test_a_line_put_back_at_another_price_tells_the_price(till: Till) -> None:
    item_id = till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    line = RemovedLine(S, item_id, "Kettle", D(1), D("0.01"), D("0.00"), None, sell_anyway=False)
    till.run(removed_lines.put_back, invoice_id=invoice_id, line=line)
    with till.engine.connect() as connection:
        after = json.loads(connection.scalars(sa.select(AuditEvent.after).where(OF_INVOICES)).one())
    assert (after["unit_price"], after["item_id"]) == ("0.01", item_id)


def test_a_line_becomes_a_backorder_and_charges_nothing(till: Till) -> None:
    till.stores("kettle")
    till.stores("lamp", price="10.00")
    invoice_id = till.rings_up(("kettle", "2"), ("lamp", "1"))
    edit = LineEdit(trans_code=B)
    till.run(invoices.change_line, line_id=line_ids(till, invoice_id)[0], edit=edit)
    assert lines(till, invoice_id) == [("B", "2.000", "0.00", "0.00"), ("S", "1.000", "0.00", "10.00")]
    assert till.total_of(invoice_id) == D("10.00")


def test_a_line_is_split_with_its_discount(till: Till) -> None:
    till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "3"))
    (line_id,) = line_ids(till, invoice_id)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(discount=D("10.00")))
    till.run(invoices.split_line, line_id=line_id, sell=D(1))
    assert lines(till, invoice_id) == [("S", "1.000", "3.33", "20.67"), ("B", "2.000", "6.67", "0.00")]
    assert clean(till)


def test_a_split_never_gives_a_part_more_than_it_costs(till: Till) -> None:
    till.stores("thread", price="2.50")
    invoice_id = till.rings_up(("thread", "0.002"))
    (line_id,) = line_ids(till, invoice_id)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(discount=D("0.01"), discount_reason="A scratch"))
    till.run(invoices.split_line, line_id=line_id, sell=D("0.001"))
    assert lines(till, invoice_id) == [("S", "0.001", "0.00", "0.00"), ("B", "0.001", "0.00", "0.00")]


@pytest.mark.parametrize("sell", ["0", "3", "4", "-1", "0.0001", "NaN"])
def test_only_a_part_is_split_off(till: Till, sell: str) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "3")))
    assert till.refusal(invoices.split_line, line_id=line_id, sell=D(sell)).where == Field("quantity")


def test_only_a_sale_is_split(till: Till) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "3", R)))
    assert till.refusal(invoices.split_line, line_id=line_id, sell=D(1)).where == Field("quantity")


def test_a_comment_has_words_and_nothing_else(till: Till) -> None:
    invoice_id = till.run(invoices.add_comment, invoice_id=None, comment="  Gift wrap ").record_id
    (line_id,) = line_ids(till, invoice_id)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(description="No gift wrap"))
    assert lines(till, invoice_id) == [("C", "1.000", "0.00", "0.00")]
    for edit, field in (
        (LineEdit(trans_code=S), "trans_code"),
        (LineEdit(unit_price=D("5.00")), "description"),
        (LineEdit(quantity=D(2)), "description"),
        (LineEdit(description=" "), "description"),
    ):
        assert till.refusal(invoices.change_line, line_id=line_id, edit=edit).where == Field(field)


@pytest.mark.parametrize("words", ["bell\x07", "card 4111 1111 1111 1111", "4111-1111-1111-1111", "x" * 2001])
def test_words_that_cannot_be_kept_are_refused_in_every_field(till: Till, words: str) -> None:
    invoice_id = till.run(invoices.add_comment, invoice_id=None, comment="Gift wrap").record_id
    (line_id,) = line_ids(till, invoice_id)
    assert till.refusal(invoices.set_note, invoice_id=invoice_id, note=words).where == Field("note")
    assert till.refusal(invoices.add_comment, invoice_id=invoice_id, comment=words).where == Field("description")
    edit = LineEdit(description=words)
    assert till.refusal(invoices.change_line, line_id=line_id, edit=edit).where == Field("description")


def test_who_asked_to_sell_anyway_is_asked_again_for_more(till: Till) -> None:
    till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1"))
    (line_id,) = line_ids(till, invoice_id)

    def marked() -> bool:
        with till.engine.connect() as connection:
            return bool(connection.scalar(sa.select(InvoiceLine.sell_anyway)))

    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(sell_anyway=True))
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("20.00")))
    assert marked()
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(2)))
    assert not marked()
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(3), sell_anyway=True))
    assert marked()


@pytest.mark.parametrize("tax_inclusive", [False, True])
def test_tax_is_on_top_or_inside(till: Till, *, tax_inclusive: bool) -> None:
    with till.writing() as session:
        tax_code_id = add_tax_code(session, rate="8.25")
        prefer(session, tax_inclusive=tax_inclusive)
    till.stores("kettle", on_hand="1", tax_code_id=tax_code_id)
    invoice_id = till.rings_up(("kettle", "1"))
    with till.engine.connect() as connection:
        row = connection.execute(sa.select(Invoice.subtotal, Invoice.tax, Invoice.total)).one()
    expected = ("24.00", "1.83", "24.00") if tax_inclusive else ("24.00", "1.98", "25.98")
    assert tuple(map(str, row)) == expected
    till.posts(invoice_id)
    assert clean(till)


def test_a_posted_or_discarded_or_committed_invoice_is_not_edited(till: Till) -> None:
    item_id = till.stores("kettle", on_hand="5")
    with till.writing() as session:
        customer_id = add_customer(session)
    posted, discarded, committed = (till.rings_up(("kettle", "1")) for _ in range(3))
    till.posts(posted)
    till.run(invoices.discard, invoice_id=discarded)
    with till.writing() as session:
        set_aside = "UPDATE invoices SET committed = (1 = 1), committed_at = created_at WHERE id = :id"
        session.connection().execute(sa.text(set_aside), {"id": committed})
    for invoice_id, says in (
        (posted, "no longer be changed"),
        (discarded, "was discarded"),
        (committed, "is committed"),
    ):
        (line_id,) = line_ids(till, invoice_id)
        for refusal in (
            till.refusal(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1)),)),
            till.refusal(invoices.add_comment, invoice_id=invoice_id, comment="Hello"),
            till.refusal(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D(2))),
            till.refusal(invoices.split_line, line_id=line_id, sell=D("0.5")),
            till.refusal(invoices.remove_line, line_id=line_id),
            till.refusal(invoices.set_customer, invoice_id=invoice_id, customer_id=customer_id),
            till.refusal(invoices.set_note, invoice_id=invoice_id, note="Hello"),
            till.refusal(invoices.discard, invoice_id=invoice_id),
        ):
            assert says in english(refusal)


def test_what_is_gone_is_said_to_be_gone(till: Till) -> None:
    till.stores("kettle")
    (line_id,) = line_ids(till, till.rings_up(("kettle", "1")))
    till.run(invoices.remove_line, line_id=line_id)
    assert "no longer on the invoice" in english(till.refusal(invoices.remove_line, line_id=line_id))
    assert "does not exist" in english(till.refusal(invoices.discard, invoice_id=77))


def test_an_invoice_has_at_most_500_lines(till: Till) -> None:
    item_id = till.stores("kettle", price="0.01")
    codes = (S, R) * 251
    new = tuple(NewLine(item_id, D(1), code) for code in codes)
    invoice_id = till.run(invoices.add_items, invoice_id=None, lines=new[:500]).record_id
    refusal = till.refusal(invoices.add_items, invoice_id=invoice_id, lines=new[500:])
    assert (refusal.where, "at most 500 lines" in english(refusal)) == (Field("item"), True)
