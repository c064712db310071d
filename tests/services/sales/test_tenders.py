"""Money handed over before an invoice is posted: it stands until it is posted or given back, and nobody forgets it."""

from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from agreement import disagreements
from places import place
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, TenderPaid
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.services.sales import invoices, posting, tenders
from seeding import Till

D = Decimal
CASH_20 = Tender(TenderKind.CASH, D("20.00"))
CARD_4 = Tender(TenderKind.CARD, D("4.00"))
CASH_10 = Tender(TenderKind.CASH, D("10.00"))


@pytest.fixture
def sale(till: Till) -> int:
    till.stores("kettle", on_hand="5")
    return till.rings_up(("kettle", "1"))


def hands_over(till: Till, sale: int, *handed_over: Tender) -> None:
    for tender in handed_over:
        till.run(tenders.take, invoice_id=sale, tender=tender)


def standing(till: Till, sale: int) -> list[tuple[str, Decimal, Decimal]]:
    rows = sa.select(TenderPaid.kind, TenderPaid.amount, TenderPaid.change).where(TenderPaid.invoice_id == sale)
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
        return [(row.kind, row.amount, row.change) for row in connection.execute(rows.order_by(TenderPaid.position))]


def first_id(till: Till, sale: int) -> int:
    with till.engine.connect() as connection:
        return connection.scalars(sa.select(sa.func.min(TenderPaid.id)).where(TenderPaid.invoice_id == sale)).one()


def test_what_is_handed_over_is_stored_with_who_took_it(till: Till, sale: int) -> None:
    hands_over(till, sale, CASH_20)

    with till.engine.connect() as connection:
        details = invoice_queries.working(connection, sale)
    assert details is not None
    [tender] = details.tenders
    assert (tender.kind, tender.amount, tender.employee) == (TenderKind.CASH, D(20), "Sam")
    assert tender.taken_at is not None


def test_it_is_posted_with_the_invoice_and_its_change_worked_out_then(till: Till, sale: int) -> None:
    hands_over(till, sale, CARD_4, CASH_10)

    till.do(partial(till.posting_of(sale, CARD_4, CASH_10, CASH_20), standing=2))

    assert standing(till, sale) == [("card", D(4), D(0)), ("cash", D(10), D(10)), ("cash", D(20), D(0))]


@pytest.mark.parametrize(
    ("seen", "stood"),
    [((CASH_20, CARD_4), 0), ((Tender(TenderKind.CASH, D(24)),), 1), ((CARD_4, CASH_20), 1), ((CASH_20, CARD_4), 2)],
)
def test_only_what_the_person_sees_is_posted(till: Till, sale: int, seen: tuple[Tender, ...], stood: int) -> None:
    hands_over(till, sale, CASH_20)
    refusal = till.refusal(posting.post, invoice_id=sale, tenders=seen, expected_total=D(24), standing=stood)
    assert refusal.why is Why.TENDERS_CHANGED
    assert standing(till, sale) == [("cash", D(20), D(0))]


def test_an_invoice_with_money_on_it_is_not_discarded_until_it_is_given_back(till: Till, sale: int) -> None:
    hands_over(till, sale, CASH_20)
    refusal = till.refusal(invoices.discard, invoice_id=sale)
    assert (refusal.why, dict(refusal.facts)["amount"]) == (Why.TENDER_STANDS, D(20))

    till.run(tenders.give_back, invoice_id=sale, tender_id=first_id(till, sale))
    till.run(invoices.discard, invoice_id=sale)
    assert standing(till, sale) == []


def test_the_audit_says_who_gave_a_tender_back(till: Till, sale: int) -> None:
    hands_over(till, sale, CASH_20)
    till.run(tenders.give_back, invoice_id=sale, tender_id=first_id(till, sale))

    last = sa.select(AuditEvent.action, AuditEvent.employee_id, AuditEvent.before).order_by(AuditEvent.id.desc())
    with till.engine.connect() as connection:
        event = connection.execute(last).first()
    assert event is not None
    assert (event.action, event.employee_id) == ("give back tender", till.employee_id)
    assert "cash" in str(event.before)
    assert "20.00" in str(event.before)


def test_a_tender_is_given_back_once_and_never_from_a_posted_invoice(till: Till, sale: int) -> None:
    hands_over(till, sale, CASH_20, CARD_4)
    first = first_id(till, sale)
    till.run(tenders.give_back, invoice_id=sale, tender_id=first)
    assert till.refusal(tenders.give_back, invoice_id=sale, tender_id=first).why is Why.TENDER_IS_GONE

    other = till.rings_up(("kettle", "1"))
    refusal = till.refusal(tenders.give_back, invoice_id=other, tender_id=first_id(till, sale))
    assert refusal.why is Why.TENDER_IS_GONE

    till.do(partial(till.posting_of(sale, CARD_4, CASH_20), standing=1))
    refusal = till.refusal(tenders.give_back, invoice_id=sale, tender_id=first_id(till, sale))
    assert refusal.why is Why.INVOICE_PROCESSED


@pytest.mark.parametrize(
    ("handed_over", "tender", "why"),
    [
        ((), Tender(TenderKind.CARD, D("24.01")), Why.GIVES_NO_CHANGE),
        ((), Tender(TenderKind.CASH, D("-1.00")), Why.WRONG_SIGN),
        ((), Tender(TenderKind.CASH, D("0.00")), Why.PAYMENT_MISSING),
        ((), Tender(TenderKind.CASH, D("0.001")), Why.AMOUNT_TOO_FINE),
        ((CASH_20, CARD_4), CARD_4, Why.ALREADY_PAID),
    ],
)
def test_what_would_never_settle_it_is_not_taken(
    till: Till, sale: int, handed_over: tuple[Tender, ...], tender: Tender, why: Why
) -> None:
    hands_over(till, sale, *handed_over)
    assert till.refusal(tenders.take, invoice_id=sale, tender=tender).why is why


def test_nothing_is_taken_for_an_invoice_that_cannot_be_posted(till: Till, sale: int) -> None:
    empty = till.run(invoices.start).record_id
    assert place(till.refusal(tenders.take, invoice_id=empty, tender=CASH_20)) == "item"
    owed = till.rings_up(("kettle", "1", TransCode.BACKORDER))
    assert place(till.refusal(tenders.take, invoice_id=owed, tender=CASH_20)) == "customer"
    till.posts(sale)
    assert till.refusal(tenders.take, invoice_id=sale, tender=CASH_20).why is Why.INVOICE_PROCESSED


def test_money_that_goes_out_stands_too(till: Till) -> None:
    till.stores("kettle", on_hand="5")
    sale = till.rings_up(("kettle", "1", TransCode.RETURN))
    out = Tender(TenderKind.CASH, D("-20.00"))
    hands_over(till, sale, out)
    assert till.refusal(invoices.discard, invoice_id=sale).why is Why.TENDER_STANDS
    till.do(partial(till.posting_of(sale, out, Tender(TenderKind.CARD, D("-4.00"))), standing=1))
    assert standing(till, sale) == [("cash", D(-20), D(0)), ("card", D(-4), D(0))]


def test_an_invoice_that_came_to_less_since_keeps_its_money_until_it_is_given_back(till: Till, sale: int) -> None:
    hands_over(till, sale, Tender(TenderKind.CARD, D("24.00")))
    with till.engine.connect() as connection:
        details = invoice_queries.working(connection, sale)
    assert details is not None
    till.run(invoices.change_line, line_id=details.lines[0].id, edit=invoices.LineEdit(unit_price=D(20)))
    card = (Tender(TenderKind.CARD, D("24.00")),)
    refusal = till.refusal(posting.post, invoice_id=sale, tenders=card, expected_total=D(20), standing=1)
    assert refusal.why is Why.GIVES_NO_CHANGE
    assert standing(till, sale) == [("card", D(24), D(0))]
