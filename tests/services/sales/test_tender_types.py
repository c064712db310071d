"""Tenders that the shop names: what each does, and what is kept of it with every payment."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import MOST_TENDERS, OF_SHOP, SHIPPED, Tender, TenderKind, TenderTypeFields
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, PrintJob, TenderPaid, TenderType
from posim_desktop.queries.sales import processed_invoices
from posim_desktop.queries.sales import tender_types as tender_queries
from posim_desktop.services.sales import posting, tender_types, tenders
from seeding import Till, prefer, stored

D = Decimal
VOUCHER = TenderTypeFields(name="Voucher", asks_reference=True, gives_change=True)
VISA = "4111 1111 1111 1111"


@pytest.fixture
def till(till: Till) -> Till:
    till.stores("kettle", price="24.00", on_hand="9")
    return till


def sale(till: Till) -> int:
    return till.rings_up(("kettle", "1"))


def row_of(till: Till, code: str) -> sa.Row[Any]:
    return stored(till.engine, TenderType, TenderType.code == code)


def fields_of(till: Till, tender_type_id: int) -> TenderTypeFields:
    with till.engine.connect() as connection:
        details = tender_queries.details(connection, tender_type_id)
    assert details is not None
    return details.fields


def offered(till: Till) -> list[str]:
    with till.engine.connect() as connection:
        return [each.terms.name for each in tender_queries.in_use(connection)]


def paid(till: Till) -> list[tuple[Any, ...]]:
    rows = sa.select(TenderPaid.kind, TenderPaid.name, TenderPaid.reference, TenderPaid.amount, TenderPaid.change)
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
        return [tuple(row) for row in connection.execute(rows.order_by(TenderPaid.id))]


def test_a_new_shop_takes_what_the_program_ships(till: Till) -> None:
    with till.engine.connect() as connection:
        found = tender_queries.in_use(connection)
    assert {each.kind: each.terms for each in found} == {kind: SHIPPED[kind] for kind in OF_SHOP}


def test_what_the_shop_names_is_paid_by_with_its_reference_and_gives_change(till: Till) -> None:
    voucher = till.run(tender_types.add, fields=VOUCHER).record_id
    invoice = sale(till)
    till.run(tenders.take, invoice_id=invoice, tender=Tender(TenderKind.OTHER, D(5), voucher, " V-117 "))
    rest = Tender(TenderKind.OTHER, D(50), voucher, "V-118")
    seen = Tender(TenderKind.OTHER, D(5), voucher, "V-117")
    till.run(posting.post, invoice_id=invoice, tenders=(seen, rest), expected_total=D(24), standing=1)

    assert paid(till) == [
        ("other", "Voucher", "V-117", D(5), D(5)),
        ("other", "Voucher", "V-118", D(50), D(26)),
    ]


def test_a_posted_payment_keeps_the_name_and_the_terms_of_its_day(till: Till) -> None:
    voucher = till.run(tender_types.add, fields=VOUCHER).record_id
    invoice = sale(till)
    gift = Tender(TenderKind.OTHER, D(30), voucher, "V-1")
    till.run(tenders.take, invoice_id=invoice, tender=gift)
    renamed = replace(fields_of(till, voucher), name="Gift card", gives_change=False)
    till.run(tender_types.change, tender_type_id=voucher, fields=renamed, version=1)

    till.run(posting.post, invoice_id=invoice, tenders=(gift,), expected_total=D(24), standing=1)
    assert paid(till) == [("other", "Voucher", "V-1", D(30), D(6))]
    assert (
        till.refusal(tenders.take, invoice_id=sale(till), tender=Tender(TenderKind.OTHER, D(30), voucher, "V-2")).why
        is Why.GIVES_NO_CHANGE
    )
    with till.engine.connect() as connection:
        details = processed_invoices.processed(connection, invoice)
    assert details is not None
    assert [(each.name, each.reference) for each in details.tenders] == [("Voucher", "V-1")]


@pytest.mark.parametrize(
    ("reference", "why"), [("", Why.TEXT_MISSING), ("x" * 41, Why.TEXT_TOO_LONG), (VISA, Why.TEXT_HOLDS_CARD_NUMBER)]
)
def test_a_reference_that_is_asked_is_there_and_no_card(till: Till, reference: str, why: Why) -> None:
    voucher = till.run(tender_types.add, fields=VOUCHER).record_id
    gift = Tender(TenderKind.OTHER, D(24), voucher, reference)
    invoice = sale(till)
    for refusal in (
        till.refusal(tenders.take, invoice_id=invoice, tender=gift),
        till.refusal(posting.post, invoice_id=invoice, tenders=(gift,), expected_total=D(24)),
    ):
        assert (refusal.why, refusal.where) == (why, Field("reference"))


def test_a_tender_that_is_archived_is_taken_no_longer_but_posted_where_it_stands(till: Till) -> None:
    check = row_of(till, "check").id
    by_check = Tender(TenderKind.CHECK, D(24), check)
    stands, comes = sale(till), sale(till)
    till.run(tenders.take, invoice_id=stands, tender=by_check)
    till.run(tender_types.archive, tender_type_id=check, version=1)

    for tender in (by_check, Tender(TenderKind.CHECK, D(24))):
        assert till.refusal(tenders.take, invoice_id=comes, tender=tender).why is Why.TENDER_IS_ARCHIVED
    till.run(posting.post, invoice_id=stands, tenders=(by_check,), expected_total=D(24), standing=1)
    assert paid(till) == [("check", "Check", "", D(24), D(0))]


def test_cash_is_rounded_only_where_its_card_says_so(till: Till) -> None:
    with till.writing() as session:
        prefer(session, cash_rounding=5)
    till.stores("mug", price="13.92", on_hand="9")
    euros = till.run(tender_types.add, fields=TenderTypeFields(name="Euros", kind=TenderKind.CASH)).record_id
    for tender in (Tender(TenderKind.CASH, D("13.90")), Tender(TenderKind.CASH, D("13.92"), euros)):
        till.do(till.posting_of(till.rings_up(("mug", "1")), tender))
    assert [row[3] for row in paid(till)] == [D("13.90"), D("13.92")]


@pytest.mark.parametrize(
    ("by", "amount", "opens"),
    [
        ("cash", 24, True),
        ("card", 24, False),
        ("Till", 24, True),
        ("Voucher", 24, False),
        ("Voucher", 30, True),
    ],
)
def test_the_drawer_opens_by_the_tender_or_for_change(till: Till, by: str, amount: int, opens: bool) -> None:  # noqa: FBT001
    till.run(tender_types.add, fields=replace(VOUCHER, asks_reference=False))
    till.run(tender_types.add, fields=TenderTypeFields(name="Till", opens_drawer=True))
    with till.engine.connect() as connection:
        [shop_tender] = [each for each in tender_queries.in_use(connection) if by in {each.terms.name, each.kind}][-1:]
    wish = PrintWish("printer", receipt=True, drawer=True)
    paid_by = (shop_tender.paying(D(amount)),)
    till.run(posting.post, invoice_id=sale(till), tenders=paid_by, expected_total=D(24), wish=wish)
    assert stored(till.engine, PrintJob).opens_drawer is opens


def test_tenders_stand_in_the_order_that_the_shop_gives_them(till: Till) -> None:
    till.run(tender_types.add, fields=replace(VOUCHER, position=2))
    assert offered(till) == ["Cash", "Voucher", "Card", "Check", "Other"]
    card = row_of(till, "card")
    assert (card.position, card.version) == (3, 1)  # moving up or down is no change of its card

    first = replace(fields_of(till, card.id), position=1)
    till.run(tender_types.change, tender_type_id=card.id, fields=first, version=1)
    assert offered(till) == ["Card", "Cash", "Voucher", "Check", "Other"]
    last = replace(fields_of(till, card.id), position=99)
    till.run(tender_types.change, tender_type_id=card.id, fields=last, version=2)
    assert offered(till) == ["Cash", "Voucher", "Check", "Other", "Card"]
    assert paid(till) == []


def _refused(till: Till, fields: TenderTypeFields) -> Refusal:
    return till.refusal(tender_types.add, fields=fields)


@pytest.mark.parametrize(
    ("fields", "why", "where"),
    [
        (TenderTypeFields(), Why.TEXT_MISSING, "name"),
        (TenderTypeFields(name="x" * 21), Why.TEXT_TOO_LONG, "name"),
        (TenderTypeFields(name="CASH"), Why.TENDER_NAME_TAKEN, "name"),
        (TenderTypeFields(name="Debit", kind=TenderKind.CARD, rounds=True), Why.ONLY_CASH_ROUNDS, "rounds"),
    ],
)
def test_a_card_of_a_tender_that_cannot_be_is_refused(
    till: Till, fields: TenderTypeFields, why: Why, where: str
) -> None:
    refusal = _refused(till, fields)
    assert (refusal.why, refusal.where) == (why, Field(where))


def test_the_kind_stays_the_shop_takes_something_and_pay_has_room(till: Till) -> None:
    cash = row_of(till, "cash").id
    other_kind = replace(fields_of(till, cash), kind=TenderKind.CARD, rounds=False)
    refusal = till.refusal(tender_types.change, tender_type_id=cash, fields=other_kind, version=1)
    assert (refusal.why, refusal.where) == (Why.TENDER_KIND_FIXED, Field("kind"))

    own = TenderTypeFields(name="Our Credit", kind=TenderKind.CREDIT)
    assert _refused(till, own) == Refusal(Why.TENDER_OF_CUSTOMER, Field("kind"))  # it is used and needs no card
    for number in range(MOST_TENDERS - len(OF_SHOP)):
        till.run(tender_types.add, fields=TenderTypeFields(name=f"Voucher {number}"))
    assert _refused(till, VOUCHER).why is Why.TENDERS_TOO_MANY
    with till.engine.connect() as connection:
        ids = [each.id for each in tender_queries.in_use(connection) if each.id != cash]
    for each in ids:
        till.run(tender_types.archive, tender_type_id=each, version=1)
    for verb in (tender_types.archive, tender_types.delete):
        assert till.refusal(verb, tender_type_id=cash, version=1).why is Why.TENDER_LAST
    till.run(tender_types.add, fields=replace(VOUCHER, name="Check"))
    check = row_of(till, "check").id
    assert till.refusal(tender_types.bring_back, tender_type_id=check, version=2).why is Why.TENDER_NAME_TAKEN


def test_the_audit_says_what_was_given_back_by_its_name_and_reference(till: Till) -> None:
    voucher = till.run(tender_types.add, fields=VOUCHER).record_id
    invoice = sale(till)
    till.run(tenders.take, invoice_id=invoice, tender=Tender(TenderKind.OTHER, D(5), voucher, "V-1"))
    till.run(tenders.give_back, invoice_id=invoice, tender_id=stored(till.engine, TenderPaid).id)
    event = stored(till.engine, AuditEvent, AuditEvent.action == AuditAction.GIVE_BACK_TENDER)
    assert all(words in event.before for words in ('"Voucher"', '"V-1"', '"5'))
