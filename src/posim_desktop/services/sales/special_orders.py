"""The special order while it is written down: saved as it is typed. Serves the guide's page on special orders.

It exists from the first thing that is said about it. Every verb's ``record_id`` is the special order; nothing else is
made before it is posted, see :mod:`posim_desktop.services.sales.special_order_posting`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards import department_questions
from posim_desktop.domain.cards import stock as stock_rules
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import of_cents
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import ONE, cut_refusal
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead, SpecialOrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.orm import Department, TaxCode, Vendor
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import attachment_rows, item_cards, partners, signatures, special_order_rows
from posim_desktop.services.records.attachment_rows import Beside
from posim_desktop.services.records.special_order_rows import StoredSpecialLine, StoredSpecialOrder
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.session import Session, Stamp

_CHOICES = (
    ("department_id", Department, Record.DEPARTMENT),
    ("tax_code_id", TaxCode, Record.TAX_CODE),
    ("vendor_id", Vendor, Record.VENDOR),
)


@dataclass(frozen=True, slots=True)
class WantedItem:
    """An item on file that is to be ordered for a customer, and how many units of it."""

    item_id: int
    quantity: Decimal = ONE


def start(session: Session, stamp: Stamp, *, customer_id: int | None = None) -> Done:
    """Begin a special order, for a customer or for nobody in particular yet.

    Raises:
        RefusedError: At ``customer``: not on file, or archived.
    """
    order_id = _opened(session, stamp, customer_id)
    return done(order_id, *_touched(order_id))


def set_head(
    session: Session, stamp: Stamp, *, special_order_id: int | None, head: SpecialOrderHead, employee_id: int
) -> Done:
    """Write the head of a special order, and who took it; begins one when there is none yet.

    Raises:
        RefusedError: Names the field; or the special order is posted or discarded.
    """
    cleaned = rules.clean_head(head)
    order = _working(session, stamp, special_order_id)
    if employee_id != order.employee_id:
        signatures.sign(session, employee_id, field="employee")
    special_order_rows.write(
        session,
        order.id,
        employee_id=employee_id,
        needed_by=cleaned.needed_by,
        reach=cleaned.reach,
        customer_order=cleaned.customer_order,
        note=cleaned.note,
        deposit_percent=cleaned.deposit_percent,
        deposit=cleaned.deposit,
    )
    return done(order.id, *_touched(order.id))


def set_customer(session: Session, stamp: Stamp, *, special_order_id: int | None, customer_id: int | None) -> Done:
    """Say for whom it is; begins a special order when there is none yet.

    Raises:
        RefusedError: At ``customer``: not on file, or archived.
    """
    if special_order_id is None:
        return start(session, stamp, customer_id=customer_id)
    _require_customer(session, customer_id)
    order = _working(session, stamp, special_order_id)
    special_order_rows.write(session, order.id, customer_id=customer_id)
    return done(order.id, *_touched(order.id))


def add_items(session: Session, stamp: Stamp, *, special_order_id: int | None, items: tuple[WantedItem, ...]) -> Done:
    """Put items on file on a special order, each on a line of its own and at its card's price.

    Raises:
        RefusedError: An unknown or archived item, one that is not stocked, or a quantity out of range.
    """
    order = _working(session, stamp, special_order_id)
    for wanted in items:
        line = _of_card(session, wanted)
        special_order_rows.insert_line(session, order.id, rules.clean_line(line))
    special_order_rows.write(session, order.id)
    return done(order.id, *_touched(order.id))


def add_new_item(session: Session, stamp: Stamp, *, special_order_id: int | None, line: SpecialLine) -> Done:
    """Put something on a special order that is not yet on file: the posting makes a card of it.

    Raises:
        RefusedError: Names the field.
    """
    if line.is_on_file:
        raise refuse(Why.SPECIAL_LINE_ON_FILE, Field("item"))
    cleaned = rules.clean_line(line)
    order = _working(session, stamp, special_order_id)
    if cleaned.cost:
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
    _require_usable(session, cleaned, None)
    special_order_rows.insert_line(session, order.id, cleaned)
    special_order_rows.write(session, order.id)
    return done(order.id, *_touched(order.id))


def change_line(session: Session, stamp: Stamp, *, line_id: int, line: SpecialLine) -> Done:
    """Write a line anew; whether it is an item on file, and which, stays as it is.

    Raises:
        RefusedError: Names the field; nothing is changed.
    """
    stored, order = _lock_line(session, stamp, line_id)
    cleaned = rules.clean_line(replace(line, item_id=stored.item_id))
    if cleaned.cost != stored.cost:
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
    _require_usable(session, cleaned, stored)
    if stored.item_id is not None and cleaned.quantity != stored.quantity:
        require(cut_refusal(cleaned.quantity, item_cards.sold_item(session, stored.item_id).smallest_cut))
    special_order_rows.write_line(session, line_id, cleaned)
    special_order_rows.write(session, order.id)
    return done(order.id, *_touched(order.id))


def answer_questions(session: Session, stamp: Stamp, *, line_id: int, answers: tuple[tuple[str, str], ...]) -> Done:
    """Write down what the customer answers to the questions of a line's department; a blank one is open.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        line_id: A line of a special order that is still being written.
        answers: Question and answer, in their order.

    Raises:
        RefusedError: At the field ``answer_`` and the place of the question, from 0.
    """
    _stored, order = _lock_line(session, stamp, line_id)
    if len(answers) > department_questions.MOST:
        raise refuse(Why.TOO_MANY_QUESTIONS, Field("questions"), most=department_questions.MOST)
    said = {}
    for place, (question, answer) in enumerate(answers):
        field = f"answer_{place}"
        asked = text.clean(question, field=field, limit=text.NAME, label=text.Label.QUESTION, blank=False)
        told = text.clean(answer, field=field, limit=text.REASON, label=text.Label.ANSWER)
        if told:
            said[asked] = told
    special_order_rows.write_answers(session, line_id, said)
    special_order_rows.write(session, order.id)
    return done(order.id, *_touched(order.id))


def remove_line(session: Session, stamp: Stamp, *, line_id: int) -> Done:
    """Take a line off a special order that is still being written."""
    _stored, order = _lock_line(session, stamp, line_id)
    attachment_rows.delete_of(session, Beside(special_order_line_id=line_id))
    special_order_rows.delete_line(session, line_id)
    special_order_rows.write(session, order.id)
    return done(order.id, *_touched(order.id))


def discard(session: Session, stamp: Stamp, *, special_order_id: int, reason: str) -> Done:
    """Give a special order up for good, and say why: it made nothing and never gets a number.

    Raises:
        RefusedError: At ``reason``; or it is posted or discarded.
    """
    words = text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    order = _working(session, stamp, special_order_id)
    lines = special_order_rows.lines_of(session, order.id)
    special_order_rows.step(session, order, SpecialOrderStatus.DISCARDED, discard_reason=words)
    before = {"lines": len(lines)} | ({"customer_id": order.customer_id} if order.customer_id else {})
    gone = AuditEntry(AuditAction.DISCARD_SPECIAL_ORDER, Record.SPECIAL_ORDER, order.id, before=before, reason=words)
    append(session, stamp, [gone])
    return done(order.id, *_touched(order.id))


def lock(session: Session, special_order_id: int) -> StoredSpecialOrder:
    """Lock a special order that is still being written, and read it again.

    Raises:
        RefusedError: It does not exist, is posted or discarded.
    """
    order = special_order_rows.lock(session, special_order_id)
    require(rules.edit_refusal(order.status))
    return order


def _working(session: Session, stamp: Stamp, special_order_id: int | None) -> StoredSpecialOrder:
    require_seller(stamp)
    return lock(session, _opened(session, stamp, None) if special_order_id is None else special_order_id)


def _opened(session: Session, stamp: Stamp, customer_id: int | None) -> int:
    require_seller(stamp)
    _require_customer(session, customer_id)
    shop = preferences.load(session.connection())
    amount = of_cents(shop.deposit_amount)
    percent = None if amount else Decimal(shop.deposit_percent)
    return special_order_rows.insert(session, stamp, stamp.employee_id or 0, customer_id, percent, amount)


def _lock_line(session: Session, stamp: Stamp, line_id: int) -> tuple[StoredSpecialLine, StoredSpecialOrder]:
    order = _working(session, stamp, special_order_rows.order_of_line(session, line_id))
    return special_order_rows.find(special_order_rows.lines_of(session, order.id), line_id), order


def _of_card(session: Session, wanted: WantedItem) -> SpecialLine:
    card = item_cards.sold_item(session, wanted.item_id)
    item_cards.require_not_archived(card)
    require(stock_rules.backorder_refusal(card.description, stocked=card.stocked))
    require(cut_refusal(wanted.quantity, card.smallest_cut))
    bought = item_cards.bought_items(session, [wanted.item_id], None)[wanted.item_id]
    return SpecialLine(
        item_id=card.id,
        description=card.description,
        tax_code_id=card.tax_code_id,
        vendor_id=item_cards.preferred_vendor(session, card.id),
        vendor_item_number=bought.vendor_item_number,
        cost=bought.cost,
        quantity=wanted.quantity,
        unit_price=card.price,
    )


def _require_usable(session: Session, line: SpecialLine, before: StoredSpecialLine | None) -> None:
    """See that what a line newly chooses is on file; it keeps what it has, even when that was archived since."""
    for name, entity, record in _CHOICES:
        chosen = getattr(line, name)
        if chosen is not None and (before is None or chosen != getattr(before, name)):
            cards.require_usable(session, entity, {chosen}, name, record)


def _require_customer(session: Session, customer_id: int | None) -> None:
    if customer_id is None:
        return
    customer = partners.attach(session, customer_id)
    if customer.archived:
        require(archived_refusal(Record.CUSTOMER, customer.code))


def _touched(special_order_id: int) -> tuple[Change, ...]:
    return (Change(Record.SPECIAL_ORDER, special_order_id),)
