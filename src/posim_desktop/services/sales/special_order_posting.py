"""Posting a special order: new items, the invoice, its deposit and a backorder per line, in one transaction.

Serves the guide's page on special orders.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards import department_questions
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import ZERO, cent, of_cents
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.invoice import Origin, TransCode
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.special_orders import SpecialOrderStatus
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import tender_types
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.backorders import questions
from posim_desktop.services.cards import items as item_verbs
from posim_desktop.services.people.permissions import require_all
from posim_desktop.services.records import (
    backorder_rows,
    invoice_lines,
    invoice_rows,
    item_cards,
    special_order_rows,
    stock,
)
from posim_desktop.services.records.invoice_lines import LineContent, StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.records.special_order_rows import StoredSpecialLine, StoredSpecialOrder
from posim_desktop.services.sales import line_rights, posting, special_order_payments
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.session import Session, Stamp


def post(
    session: Session,
    stamp: Stamp,
    *,
    special_order_id: int,
    tenders: tuple[Tender, ...],
    expected_deposit: Decimal,
    wish: PrintWish | None = None,
    paid_on: int | None = None,
) -> Done:
    """Post a special order: make the cards of what is new, and an invoice that promises the goods for a deposit.

    Each line becomes a backorder; ``record_id`` is the special order.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        special_order_id: A special order that is still being written.
        tenders: All that was handed over; none where no deposit is asked.
        expected_deposit: The deposit that the person saw.
        wish: What the workstation wants printed of the invoice.
        paid_on: The invoice on which all of it stands already, see
            :func:`posim_desktop.services.sales.special_order_payments.begin`.

    Raises:
        RefusedError: Names the field of the order or of its first line that is not ready; the deposit is another by
            now, or smaller than the role may ask; or the tenders do not settle it.
    """
    require_seller(stamp)
    order = special_order_rows.lock(session, special_order_id)
    lines = special_order_rows.lines_of(session, order.id)
    ruled = [line.ruled for line in lines]
    require(rules.post_refusal(order.status, has_customer=order.customer_id is not None, lines=ruled))
    if paid_on is None:
        invoice = special_order_payments.open_invoice(session, stamp, order, Origin.SPECIAL_ORDER)
    else:
        invoice = special_order_payments.take_over(session, order, paid_on)
    item_ids, made = _make_items(session, stamp, lines)
    stock.lock(session, item_ids)
    promised = _promise(session, stamp, invoice, lines, item_ids)
    deposit = _take_deposit(session, stamp, invoice, order, promised, expected_deposit)
    follows = partial(_fulfil, session, stamp, order, lines, item_ids, promised, deposit, made, invoice.id)
    paid = tenders or _nothing_to_pay(session, deposit)
    standing = 0 if paid_on is None else len(tenders)
    posted = posting.post_with(session, stamp, invoice.id, paid, deposit, wish, follows, standing)
    touched = {Change(Record.SPECIAL_ORDER, order.id)} | ({some_new(Record.ITEM)} if made else set())
    return Done(order.id, posted.changes | touched)


def deposit_of(session: Session, order: StoredSpecialOrder, total: Decimal) -> Decimal:
    """Return the deposit that an order asks of what will be paid."""
    usual = of_cents(preferences.load(session.connection()).deposit_amount)
    return rules.deposit_asked(order.deposit_percent, order.deposit, total, usual)


def _make_items(
    session: Session, stamp: Stamp, lines: Sequence[StoredSpecialLine]
) -> tuple[list[int], list[AuditEntry]]:
    """Write the cards of what is not on file; return the item of each line, and the audit entries of the new ones."""
    new = [line for line in lines if not line.on_file]
    ids, entries = item_verbs.make(session, stamp, new=[_card_of(line) for line in new])
    made = dict(zip((line.id for line in new), ids, strict=True))
    return [line.item_id or made[line.id] for line in lines], entries


def _card_of(line: StoredSpecialLine) -> ItemFields:
    return ItemFields(
        code=line.code,
        description=line.description,
        department_id=line.department_id,
        tax_code_id=line.tax_code_id,
        preferred_vendor_id=line.vendor_id,
        vendor_item_number=line.vendor_item_number,
        price=line.unit_price,
        cost=line.cost,
    )


def _promise(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    lines: Sequence[StoredSpecialLine],
    item_ids: Sequence[int],
) -> list[StoredLine]:
    """Write a B line for each line, and see that its price is allowed."""
    content = [_promised(session, line, item_id) for line, item_id in zip(lines, item_ids, strict=True)]
    invoice_lines.insert_all(session, {invoice.id: content})
    stored = invoice_lines.of_invoice(session, invoice.id)
    for line in stored:
        line_rights.require(session, stamp, invoice, line, [other for other in stored if other.id != line.id])
    return stored


def _promised(session: Session, line: StoredSpecialLine, item_id: int) -> LineContent:
    card = item_cards.sold_item(session, item_id)
    return LineContent(
        TransCode.BACKORDER,
        line.description,
        line.quantity,
        item_id,
        unit_price=line.unit_price,
        list_price=card.price,
        tax_code_id=card.tax_code_id,
        taxes=card.taxes,
        unit=card.unit,
        one_piece=line.one_piece,
    )


def _take_deposit(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    order: StoredSpecialOrder,
    promised: Sequence[StoredLine],
    expected: Decimal,
) -> Decimal:
    """Write the D lines that share the deposit, and return what it comes to.

    Raises:
        RefusedError: It is another than the person saw, more than the goods cost, or less than the role may ask.
    """
    as_sold = [replace(line.ruled, trans_code=TransCode.SALE) for line in promised]
    total = invoice.totals(as_sold).total
    deposit = deposit_of(session, order, total)
    if deposit != expected:
        raise refuse(Why.DEPOSIT_CHANGED, Field("deposit"), deposit=deposit, expected=expected)
    if deposit > total:
        raise refuse(Why.DEPOSIT_ABOVE_GOODS, Field("deposit"), goods=total)
    if deposit < _usual_deposit(session, total):
        need = Permit(Permission.LOWER_DEPOSIT, rules.percent_of(deposit, total))
        require_all(session, stamp, need, where=Field("deposit"))
    weights = [invoice_rules.extended(line, net=invoice.is_net) for line in as_sold]
    shared = rules.shares(deposit, weights, cent())
    for position, (line, part) in enumerate(zip(promised, shared, strict=True), len(promised) + 1):
        if part:
            invoice_lines.insert(session, invoice.id, position, _deposit_for(line, part))
    sums = invoice.totals(invoice_lines.ruled(session, invoice.id))
    require(invoice_rules.total_refusal(sums))
    invoice_rows.state(session, invoice.id, sums)
    return deposit


def _usual_deposit(session: Session, total: Decimal) -> Decimal:
    shop = preferences.load(session.connection())
    amount = of_cents(shop.deposit_amount)
    return rules.deposit_asked(None if amount else Decimal(shop.deposit_percent), amount, total, amount)


def _deposit_for(line: StoredLine, part: Decimal) -> LineContent:
    return LineContent(
        TransCode.DEPOSIT,
        line.description,
        ONE,
        unit_price=part,
        list_price=part,
        extension=part,
        deposit_line_id=line.id,
    )


def _nothing_to_pay(session: Session, deposit: Decimal) -> tuple[Tender, ...]:
    """Finish an invoice that asks for nothing with the first tender of the shop, as the till does by hand."""
    if deposit:
        return ()
    return tuple(tender.paying(ZERO) for tender in tender_types.in_use(session.connection())[:1])


def _open_questions(session: Session, order_id: int, lines: Sequence[StoredSpecialLine]) -> dict[int, str]:
    """Write what is still to be asked of each line as one question: its own, then what its department asks."""
    of_departments = special_order_rows.questions_of(session, order_id)
    answers = special_order_rows.answers_of(session, order_id)
    asked = {}
    for line in lines:
        questions = department_questions.questions_of(of_departments.get(line.id, ""))
        left = department_questions.unanswered(questions, answers.get(line.id, {}))
        asked[line.id] = department_questions.joined([each for each in (line.question, *left) if each])
    return asked


def _fulfil(
    session: Session,
    stamp: Stamp,
    order: StoredSpecialOrder,
    lines: Sequence[StoredSpecialLine],
    item_ids: Sequence[int],
    promised: Sequence[StoredLine],
    deposit: Decimal,
    made: list[AuditEntry],
    invoice_id: int,
) -> list[AuditEntry]:
    """Number the order and write what became of it, when its invoice is posted."""
    fulfilled = [(line.id, item_id, owed.id) for line, item_id, owed in zip(lines, item_ids, promised, strict=True)]
    special_order_rows.fulfil_lines(session, fulfilled)
    made_of = backorder_rows.made_of(session, [owed.id for owed in promised])
    still_asked = _open_questions(session, order.id, lines)
    said = {
        made_of[owed.id]: (still_asked[line.id], line.will_also_take)
        for line, owed in zip(lines, promised, strict=True)
    }
    questions.carry_over(session, stamp, said)
    number = take_numbers(session, "special_order")
    terms = preferences.load(session.connection()).special_order_terms
    special_order_rows.step(
        session,
        order,
        SpecialOrderStatus.POSTED,
        number=number,
        posted_at=stamp.at,
        invoice_id=invoice_id,
        terms=terms,
    )
    after = {"number": number, "invoice": invoice_id, "deposit": deposit, "lines": len(lines)}
    return [*made, AuditEntry(AuditAction.POST_SPECIAL_ORDER, Record.SPECIAL_ORDER, order.id, after=after)]
