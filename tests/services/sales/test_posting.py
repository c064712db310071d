"""Guide: "Pay and post" — what posting refuses, what it writes, and that it happens once."""

import json
import threading
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import AuditEvent, Backorder, Customer, Invoice, Item, StockEntry
from posim_desktop.orm import TenderPaid as TenderRow
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import items
from posim_desktop.services.database import for_writing, snapshot
from posim_desktop.services.records import stock
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.transaction import Transactor
from refusals import english
from seeding import CASH, Till, add_customer, prefer, rewrite, together

D = Decimal
B, R = TransCode.BACKORDER, TransCode.RETURN
CARD = TenderKind.CARD


def clean(till: Till) -> bool:
    with snapshot(till.engine) as connection:
        return disagreements(connection) == ()


def refused(deed: Callable[[], object]) -> Refusal:
    with pytest.raises(RefusedError) as error:
        deed()
    return error.value.refusal


def paid(till: Till, invoice_id: int) -> list[tuple[str, str, str]]:
    chosen = sa.select(TenderRow.kind, TenderRow.amount, TenderRow.change).where(TenderRow.invoice_id == invoice_id)
    with till.engine.connect() as connection:
        rows = connection.execute(chosen.order_by(TenderRow.position))
        return [(row.kind, str(row.amount), str(row.change)) for row in rows]


def on_hand(till: Till, code: str = "kettle") -> str:
    with till.engine.connect() as connection:
        return str(connection.execute(sa.select(Item.on_hand).where(Item.code == code)).scalar_one())


def numbers(till: Till) -> list[int | None]:
    with till.engine.connect() as connection:
        return list(connection.scalars(sa.select(Invoice.number).order_by(Invoice.id)))


def tender(till: Till, invoice_id: int, *tenders: tuple[TenderKind, str]) -> partial[Done]:
    return till.posting_of(invoice_id, *(Tender(kind, D(amount)) for kind, amount in tenders))


def test_posting_numbers_moves_takes_and_promises(till: Till) -> None:
    till.stores("kettle", on_hand="2")
    till.stores("lamp", on_hand="0", price="10.00")
    with till.writing() as session:
        lee = add_customer(session)
        rewrite(session, Customer, lee, company="Lee & Sons", address="1 High Street\nHome Town")
    invoice_id = till.rings_up(("kettle", "2"), ("lamp", "3", B), customer_id=lee)
    result = till.do(tender(till, invoice_id, (CARD, "20.00"), (CASH, "30.00")))

    assert result.record_id == invoice_id
    assert {Change(Record.INVOICE, invoice_id), some_new(Record.BACKORDER)} <= result.changes
    assert paid(till, invoice_id) == [("card", "20.00", "0.00"), ("cash", "30.00", "2.00")]
    assert (on_hand(till), on_hand(till, "lamp")) == ("0.000", "0.000")
    with till.engine.connect() as connection:
        invoice = connection.execute(sa.select(Invoice.number, Invoice.status, Invoice.bill_to)).one()
        promise = connection.execute(sa.select(Backorder.number, Backorder.outstanding, Backorder.unit_price)).one()
    assert tuple(invoice) == (1, "processed", "Lee\nLee & Sons\n1 High Street\nHome Town")
    assert tuple(map(str, promise)) == ("1", "3.000", "10.00")
    assert clean(till)


def test_a_backorder_needs_a_customer(till: Till) -> None:
    till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "1", B))
    assert refused(lambda: till.posts(invoice_id)).where == Field("customer")
    assert numbers(till) == [None]


def test_an_empty_invoice_and_one_of_words_only_are_refused(till: Till) -> None:
    empty = till.run(invoices.start).record_id
    words = till.run(invoices.add_comment, invoice_id=None, comment="Hello").record_id
    assert [refused(partial(till.posts, invoice_id)).where for invoice_id in (empty, words)] == [Field("item")] * 2
    assert "does not exist" in english(
        refused(lambda: till.do(partial(posting.post, invoice_id=77, tenders=(), expected_total=D(0))))
    )


@pytest.mark.parametrize(
    ("tenders", "says"),
    [
        ([], "Choose how it is paid"),
        ([(CASH, "23.99")], "0.01 is still to be paid"),
        ([(CARD, "24.01")], "This tender gives no change"),
        ([(CARD, "24.00"), (TenderKind.CHECK, "1.00")], "This tender gives no change"),
        ([(CASH, "-24.00")], "the wrong sign"),
        ([(CASH, "25.00"), (CASH, "-1.00")], "the wrong sign"),
        ([(CASH, "24.001")], "at most 2 decimal places"),
        ([(CASH, "NaN")], "Enter an amount"),
        ([(CASH, "100000000.00")], "at most 99,999,999.99"),
    ],
)
def test_tenders_that_do_not_settle_the_total_are_refused(
    till: Till, tenders: list[tuple[TenderKind, str]], says: str
) -> None:
    till.stores("kettle", on_hand="1")
    invoice_id = till.rings_up(("kettle", "1"))
    given = tuple(Tender(kind, D(amount)) for kind, amount in tenders)
    post = partial(posting.post, invoice_id=invoice_id, tenders=given, expected_total=D("24.00"))
    refusal = refused(lambda: till.do(post))
    assert (refusal.where, says in english(refusal)) == (Field("tenders"), True), refusal
    assert (numbers(till), paid(till, invoice_id), on_hand(till)) == ([None], [], "1.000")


def test_another_total_than_the_person_saw_is_refused(till: Till) -> None:
    item_id = till.stores("kettle", on_hand="9")
    invoice_id = till.rings_up(("kettle", "1"))
    seen = till.posting_of(invoice_id)
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(NewLine(item_id, D(1)),))
    refusal = refused(lambda: till.do(seen))
    assert (refusal.where, "now 48.00, not 24.00" in english(refusal)) == (Field("tenders"), True)


def test_a_total_of_nothing_wants_one_tender_of_any_kind(till: Till) -> None:
    till.stores("kettle")
    with till.writing() as session:
        lee = add_customer(session)
    invoice_id = till.rings_up(("kettle", "1", B), customer_id=lee)
    for given, says in (((), "Choose how it is paid"), ((Tender(CARD, D("0.01")),), "the wrong sign")):
        post = partial(posting.post, invoice_id=invoice_id, tenders=given, expected_total=D(0))
        assert says in english(refused(partial(till.do, post)))
    till.do(tender(till, invoice_id, (TenderKind.OTHER, "0.00")))
    assert paid(till, invoice_id) == [("other", "0.00", "0.00")]
    assert clean(till)


def test_a_return_pays_out_and_puts_back(till: Till) -> None:
    till.stores("kettle")
    invoice_id = till.rings_up(("kettle", "2", R))
    for amount, says in (("-47.99", "still to be paid"), ("-48.01", "pays out more"), ("48.00", "the wrong sign")):
        assert says in english(refused(partial(till.do, tender(till, invoice_id, (CASH, amount)))))
    till.do(tender(till, invoice_id, (CARD, "-20.00"), (CASH, "-28.00")))
    assert paid(till, invoice_id) == [("card", "-20.00", "0.00"), ("cash", "-28.00", "0.00")]
    assert on_hand(till) == "2.000"
    assert clean(till)


def test_change_comes_out_of_several_cash_tenders(till: Till) -> None:
    till.stores("kettle", on_hand="1")
    invoice_id = till.rings_up(("kettle", "1"))
    till.do(tender(till, invoice_id, (CASH, "5.00"), (CARD, "4.00"), (CASH, "22.00")))
    assert paid(till, invoice_id) == [("cash", "5.00", "5.00"), ("card", "4.00", "0.00"), ("cash", "22.00", "2.00")]
    assert clean(till)


def test_goods_that_ran_out_are_refused_at_the_stock(till: Till) -> None:
    till.stores("kettle", on_hand="1.5")
    invoice_id = till.rings_up(("kettle", "2"))
    refusal = refused(lambda: till.posts(invoice_id))
    assert (refusal.where, english(refusal)) == (Field("stock"), "Only 1.5 of kettle is available now.")
    assert on_hand(till) == "1.500"


def test_lines_of_the_same_goods_count_together(till: Till) -> None:
    till.stores("kettle", on_hand="3")
    till.stores("lamp", on_hand="3")
    invoice_id = till.rings_up(("kettle", "2"), ("lamp", "1"), ("kettle", "2"))
    assert refused(lambda: till.posts(invoice_id)).where == Field("stock")


def test_goods_set_aside_for_somebody_are_not_available(till: Till) -> None:
    till.stores("kettle", on_hand="3")
    aside = till.rings_up(("kettle", "2"))
    with till.writing() as session:
        set_aside = "UPDATE invoices SET committed = (1 = 1), committed_at = created_at WHERE id = :id"
        session.connection().execute(sa.text(set_aside), {"id": aside})
        session.connection().execute(sa.text("UPDATE items SET committed = 2000"))
    invoice_id = till.rings_up(("kettle", "2"))
    refusal = refused(lambda: till.posts(invoice_id))
    assert (refusal.where, "Only 1 of kettle" in english(refusal)) == (Field("stock"), True)
    refusal = refused(lambda: till.posts(aside))
    assert "is committed" in english(refusal)
    assert clean(till)


def test_selling_anyway_goes_below_zero_and_into_the_audit(till: Till) -> None:
    item_id = till.stores("kettle", on_hand="1")
    new = NewLine(item_id, D(3), sell_anyway=True)
    invoice_id = till.run(invoices.add_items, invoice_id=None, lines=(new,)).record_id
    till.posts(invoice_id)
    assert on_hand(till) == "-2.000"
    with till.engine.connect() as connection:
        chosen = sa.select(AuditEvent.before, AuditEvent.after).where(AuditEvent.action == "oversell")
        event = connection.execute(chosen).one()
    assert ('"1.000"' in event.before, '"-2.000"' in event.after) == (True, True)
    assert clean(till)


@pytest.mark.parametrize(("back", "sold"), [("1", "1"), ("2", "1"), ("1", "2")])
def test_what_is_exchanged_below_zero_is_one_movement(till: Till, back: str, sold: str) -> None:
    """One was sold that was not there; now some come back and some are sold on one invoice."""
    item_id = till.stores("kettle")
    anyway = NewLine(item_id, D(1), sell_anyway=True)
    till.posts(till.run(invoices.add_items, invoice_id=None, lines=(anyway,)).record_id)
    lines = (
        NewLine(item_id, D(back), TransCode.RETURN, return_reason="Did not fit"),
        NewLine(item_id, D(sold), sell_anyway=True),
    )
    till.posts(till.run(invoices.add_items, invoice_id=None, lines=lines).record_id)
    assert D(on_hand(till)) == D(-1) + D(back) - D(sold)
    assert clean(till)


def test_goods_that_went_are_seen_beside_goods_that_came_in_the_same_moment(till: Till) -> None:
    """One was sold that was not there and that was explained; later two go unexplained while three are found."""
    item_id = till.stores("kettle")
    anyway = NewLine(item_id, D(1), sell_anyway=True)
    till.posts(till.run(invoices.add_items, invoice_id=None, lines=(anyway,)).record_id)
    found = partial(items.adjust_stock, item_id=item_id, by=D(3), reason="Found")
    till.do(found)
    with for_writing(till.engine).begin() as connection:
        same = "item_id, kind, invoice_line_id, employee_id, reason, at"
        connection.execute(
            sa.text(
                f"INSERT INTO stock_ledger (quantity, {same}) SELECT -2500, {same} FROM stock_ledger"  # noqa: S608
                " WHERE quantity = 3000"
            )
        )
        connection.execute(sa.text("UPDATE items SET on_hand = on_hand - 2500"))
    with snapshot(till.engine) as connection:
        assert verify(connection) != ()


def test_without_the_warning_overselling_is_silent_on_screen_but_not_in_the_audit(till: Till) -> None:
    with till.writing() as session:
        prefer(session, warn_out_of_stock=False)
    till.stores("kettle")
    till.posts(till.rings_up(("kettle", "1")))
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).where(AuditEvent.action == "oversell")) == 1
    assert clean(till)


def test_each_return_is_in_the_audit_with_what_was_paid_for_it(till: Till) -> None:
    till.stores("kettle", on_hand="1")
    lamp = till.stores("lamp", price="10.00", on_hand="1")
    invoice_id = till.rings_up(("kettle", "1"), ("lamp", "2", R))
    till.posts(invoice_id)
    with till.engine.connect() as connection:
        chosen = sa.select(AuditEvent.record_id, AuditEvent.after).where(AuditEvent.action == "return goods")
        event = connection.execute(chosen).one()
    after = json.loads(event.after)
    assert event.record_id == invoice_id
    assert (after["item_id"], after["quantity"], after["extension"]) == (lamp, "2.000", "-20.00")
    assert clean(till)


def test_nobody_posts_without_logging_in(till: Till) -> None:
    till.stores("kettle", on_hand="1")
    post = till.posting_of(till.rings_up(("kettle", "1")))
    transactor = Transactor(till.engine)
    refusal = refused(lambda: transactor.run(post, key=uuid4(), employee_id=None, workstation="till 1"))
    assert english(refusal) == "Log in first."
    assert english(
        refused(lambda: transactor.run(partial(invoices.start), key=uuid4(), employee_id=None, workstation="till 1"))
    ).startswith("Log in")


@pytest.mark.parametrize(("table", "field"), [("items", "item"), ("customers", "customer")])
def test_nothing_is_promised_of_archived_cards(till: Till, table: str, field: str) -> None:
    till.stores("kettle", on_hand="2")
    with till.writing() as session:
        lee = add_customer(session)
    promise = till.rings_up(("kettle", "1", B), customer_id=lee)
    sale = till.rings_up(("kettle", "1"), customer_id=lee)
    with till.writing() as session:
        session.connection().execute(sa.text(f"UPDATE {table} SET archived = (1 = 1)"))  # noqa: S608 - a table of this test
    refusal = refused(lambda: till.posts(promise))
    assert (refusal.where, "is archived" in english(refusal)) == (Field(field), True)
    till.posts(sale)
    assert clean(till)


def test_a_posted_invoice_is_not_posted_again(till: Till) -> None:
    till.stores("kettle", on_hand="5")
    invoice_id = till.rings_up(("kettle", "1"))
    post, key = till.posting_of(invoice_id), uuid4()
    assert till.do(post, key) == till.do(post, key)
    assert "no longer be changed" in english(refused(lambda: till.do(post)))
    assert (numbers(till), on_hand(till), len(paid(till, invoice_id))) == ([1], "4.000", 1)


@pytest.mark.parametrize("same_key", [True, False])
def test_two_tills_post_an_invoice_once(till: Till, *, same_key: bool) -> None:
    till.stores("kettle", on_hand="5")
    invoice_id = till.rings_up(("kettle", "1"))
    post = till.posting_of(invoice_id)
    keys = [uuid4()] * 2 if same_key else [uuid4(), uuid4()]
    gate = threading.Barrier(2)
    done: list[Done] = []
    refusals: list[str] = []

    def press(place: int) -> None:
        gate.wait()
        try:
            done.append(till.do(post, keys[place]))
        except RefusedError as error:
            refusals.append(english(error.refusal))

    together(partial(press, 0), partial(press, 1))
    assert (len(done), len(refusals)) == ((2, 0) if same_key else (1, 1))
    assert all("no longer be changed" in message for message in refusals)
    assert (numbers(till), on_hand(till), len(paid(till, invoice_id))) == ([1], "4.000", 1)
    assert clean(till)


def test_a_refused_posting_leaves_no_gap(till: Till) -> None:
    till.stores("kettle", on_hand="1")
    first, second, third = (till.rings_up(("kettle", "1")) for _ in range(3))
    till.posts(first)
    assert refused(lambda: till.posts(second)).where == Field("stock")
    edit = LineEdit(sell_anyway=True)
    with till.engine.connect() as connection:
        line_id = connection.scalar(sa.text("SELECT id FROM invoice_lines WHERE invoice_id = :id"), {"id": third})
    till.run(invoices.change_line, line_id=int(str(line_id)), edit=edit)
    till.posts(third)
    assert numbers(till) == [1, None, 2]
    assert clean(till)


def test_the_customer_attached_last_is_printed(postgres_till: Till) -> None:
    """A customer changed at another till while this one waits for the invoice."""
    till = postgres_till
    till.stores("kettle", on_hand="1")
    with till.writing() as session:
        lee, kim = add_customer(session, "lee"), add_customer(session, "kim")
    invoice_id = till.rings_up(("kettle", "1"), customer_id=lee)
    post = till.posting_of(invoice_id)
    thread = threading.Thread(target=till.do, args=(post,))
    with till.writing() as session:
        session.connection().execute(sa.update(Invoice).values(customer_id=kim))
        thread.start()
        waiting = sa.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        with till.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as watcher:
            while not watcher.scalar(waiting):
                pass
    thread.join()
    with till.engine.connect() as connection:
        assert connection.execute(sa.select(Invoice.customer_id, Invoice.bill_to)).one() == (kim, "Kim")


def test_goods_are_put_on_an_invoice_while_another_till_posts_them(postgres_till: Till) -> None:
    """Posting locks an item's figures, not its name: scanning the same goods elsewhere does not wait."""
    till = postgres_till
    item_id = till.stores("kettle", on_hand="5")
    with till.writing() as session:
        stock.lock(session, [item_id])
        till.rings_up(("kettle", "1"))


def test_the_ledger_names_who_sold(till: Till) -> None:
    till.stores("kettle", on_hand="1")
    till.posts(till.rings_up(("kettle", "1")))
    with till.engine.connect() as connection:
        row = connection.execute(
            sa.select(StockEntry.quantity, StockEntry.employee_id).where(StockEntry.kind == "sale")
        ).one()
    assert (str(row.quantity), row.employee_id) == ("-1.000", till.employee_id)
