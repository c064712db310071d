"""Picking up what waits on several invoices in one go. Serves the guide's page "Pick up".

The chosen lines are named on one working invoice. They stay set aside where they are, for whoever comes first, until
:func:`posim_desktop.services.sales.posting.post` moves them to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from posim_desktop.domain import text
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.sales import commitment as commitment_rules
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import picking as picking_rules
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.sales.picking import Side
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records import (
    approval_rows,
    invoice_lines,
    invoice_rows,
    partners,
    picked_rows,
    serial_rows,
)
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.picked_rows import Named
from posim_desktop.services.sales import emptied
from posim_desktop.services.sales.lines import require_seller, retax, tax_as
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class Picked:
    """What an invoice names: the locked invoices that hold the lines, and these lines in their order."""

    held: Mapping[int, StoredInvoice]
    names: Sequence[Named]
    lines: Sequence[StoredLine]


def pick(session: Session, stamp: Stamp, *, line_ids: tuple[int, ...], invoice_id: int | None = None) -> Done:
    """Name lines of a customer's committed invoices on a working invoice, opening one when there is none yet.

    An invoice that is for nobody yet becomes the customer's. ``record_id`` is the invoice that names them.

    Raises:
        RefusedError: At ``picked``: the goods are set aside no longer, or cannot be picked up with this invoice.
    """
    require_seller(stamp)
    holders = invoice_lines.holders(session, line_ids)
    customer_id = next((each.customer_id for each in holders), None)
    if customer_id is None:
        raise refuse(Why.PICK_UP_NEEDS_CUSTOMER if holders else Why.PICK_UP_OF_NOTHING, Field("picked"))
    exemption = partners.attach(session, customer_id).exemption  # a card comes before an invoice
    held_ids = {each.invoice_id for each in holders}
    locked = _lock(session, held_ids | ({invoice_id} if invoice_id else set()))
    if invoice_lines.holders(session, line_ids) != holders:
        raise refuse(Why.PICK_UP_CHANGED, Field("picked"))
    if invoice_id is None:
        inclusive = preferences.load(session.connection()).tax_inclusive
        pick_up = invoice_rows.open_one(session, stamp, customer_id, exemption, tax_inclusive=inclusive)
    else:
        pick_up = locked[invoice_id]
        require(invoice_rules.edit_refusal(pick_up.status, committed=pick_up.committed))
        if pick_up.customer_id is None:
            invoice_rows.write(session, pick_up.id, customer_id=customer_id)
            tax_as(session, pick_up, exemption)
            pick_up = pick_up._replace(
                customer_id=customer_id, exempt_number=exemption.number, exempt_reason=exemption.reason
            )
    before = picked_rows.of_invoice(session, pick_up.id)
    known = {name.line_id for name in before}
    new = [Named(each.line_id, each.invoice_id) for each in holders if each.line_id not in known]
    _require_nameable(
        session, pick_up, {each: locked[each] for each in held_ids}, invoice_lines.by_id(session, line_ids)
    )
    picked_rows.insert(session, pick_up.id, new)
    _require_room(session, pick_up)
    invoice_rows.write(session, pick_up.id)
    return done(pick_up.id, *changed({pick_up.id, *held_ids}))


def put_back(session: Session, _stamp: Stamp, *, invoice_id: int, line_ids: tuple[int, ...]) -> Done:
    """Name lines no longer: they stay set aside where they are.

    Raises:
        RefusedError: Not a working invoice.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    require(invoice_rules.edit_refusal(invoice.status, committed=invoice.committed))
    held = {name.held_id for name in picked_rows.of_invoice(session, invoice_id) if name.line_id in line_ids}
    picked_rows.drop(session, invoice_id, line_ids)
    invoice_rows.write(session, invoice_id)
    return done(invoice_id, *changed({invoice_id, *held}))


def store_at(session: Session, _stamp: Stamp, *, invoice_ids: tuple[int, ...], place: str) -> Done:
    """Write down where the goods lie that are set aside on invoices; ``""`` forgets it.

    Raises:
        RefusedError: At ``storage_place``, or nothing is set aside on one of them.
    """
    words = text.clean(place, field="storage_place", limit=text.SHORT, label=text.Label.STORAGE_PLACE)
    for invoice in _lock(session, set(invoice_ids)).values():
        require(commitment_rules.uncommit_refusal(invoice.status, committed=invoice.committed))
        invoice_rows.write(session, invoice.id, storage_place=words)
    return done(min(invoice_ids, default=0), *changed(invoice_ids))


def lines_of(session: Session, invoice_id: int) -> list[StoredLine]:
    """Read the lines of a locked invoice and after them those that it names, which are not locked."""
    own = invoice_lines.of_invoice(session, invoice_id)
    names = picked_rows.of_invoice(session, invoice_id)
    return own if not names else own + invoice_lines.by_id(session, [name.line_id for name in names])


def lock(session: Session, invoice_id: int) -> tuple[StoredInvoice, Picked]:
    """Lock an invoice that is posted, together with all from which it takes lines, in the order of their ids.

    Raises:
        RefusedError: What it names changed before it was locked, or cannot be picked up with it any more.
    """
    names = picked_rows.of_invoice(session, invoice_id)
    holders = {name.held_id for name in names}
    locked = invoice_rows.lock_with(session, invoice_id, holders)
    invoice = locked[invoice_id]
    if not names or invoice.status is not InvoiceStatus.WORKING:  # whoever posts is told that it is posted already
        return invoice, Picked({}, (), ())
    if picked_rows.of_invoice(session, invoice_id) != names:
        raise refuse(Why.PICK_UP_CHANGED, Field("picked"))
    lines = invoice_lines.by_id(session, [name.line_id for name in names])
    held = {each: locked[each] for each in holders}
    _require_nameable(session, invoice, held, lines)
    return invoice, Picked(held, names, lines)


def move(session: Session, invoice: StoredInvoice, picked: Picked) -> tuple[list[AuditEntry], set[Change]]:
    """Move what a locked invoice names to it, with what was entered and allowed on it, right before it is posted.

    An invoice that has nothing left is discarded; its slip finds the one that is posted now. Of one that has, what is
    left stays set aside.

    Raises:
        RefusedError: It has more lines by now than an invoice can hold.
    """
    if not picked.lines:
        return [], set()
    last, count = invoice_lines.last_position(session, invoice.id)
    require(invoice_rules.room_refusal(count + len(picked.lines)))
    rivals = picked_rows.drop_rivals(session, invoice.id, [line.id for line in picked.lines])
    for position, line in enumerate(picked.lines, last + 1):
        serial_rows.move(session, line.id, invoice.id)
        approval_rows.move(session, line.id, invoice.id)
        extension = invoice_rules.extended(line.ruled, net=invoice.is_net)
        invoice_lines.move(session, line._replace(extension=extension), invoice.id, position)
    entries: list[AuditEntry] = []
    touched = changed({*picked.held, *rivals})
    for held in picked.held.values():
        retax(session, held)
        told, others = emptied.settle(session, held, told={"invoice": invoice.id})
        entries += told
        touched |= others
    return entries, touched


def _require_nameable(
    session: Session, pick_up: StoredInvoice, held: Mapping[int, StoredInvoice], lines: Sequence[StoredLine]
) -> None:
    side = _side(pick_up)
    for each in held.values():
        require(picking_rules.name_refusal(side, _side(each, holds_money=emptied.holds_money(session, each.id))))
    for line in lines:
        require(picking_rules.line_refusal(line.trans_code))


def _side(invoice: StoredInvoice, *, holds_money: bool = False) -> Side:
    return Side(
        invoice.status,
        invoice.committed,
        invoice.customer_id,
        invoice.tax_inclusive,
        discounted=bool(invoice.sale_discount),
        holds_money=holds_money,
        exempt=bool(invoice.exemption),
    )


def _require_room(session: Session, pick_up: StoredInvoice) -> None:
    lines = lines_of(session, pick_up.id)
    require(invoice_rules.room_refusal(len(lines)))
    require(invoice_rules.total_refusal(pick_up.totals([line.ruled for line in lines])))


def _lock(session: Session, invoice_ids: Iterable[int]) -> dict[int, StoredInvoice]:
    return {each: invoice_rows.lock(session, each) for each in sorted(set(invoice_ids))}


def changed(invoice_ids: Iterable[int]) -> set[Change]:
    """Tell that invoices hold or name something else."""
    return {Change(Record.INVOICE, each) for each in invoice_ids}
