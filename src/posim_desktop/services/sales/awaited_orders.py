"""B lines that wait for goods on an order under way. Serves the guide's page on special orders."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing.freed_goods import figures
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.records import (
    allocation_rows,
    awaited_rows,
    backorder_rows,
    freed_rows,
    invoice_lines,
    order_rows,
)
from posim_desktop.services.records.allocation_rows import NewAllocation
from posim_desktop.services.records.awaited_rows import Awaited
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.sales.lines import lock, require_seller
from posim_desktop.services.session import Session, Stamp

_ORDER = Field("order")


def wait_for(session: Session, stamp: Stamp, *, line_id: int, order_line_id: int | None) -> Done:
    """Let a B line wait for the goods of an order, or for none: as much of it as nobody else has by now.

    It reserves nothing: the posting allocates, and sees then whether it is still there. ``record_id`` is the invoice.

    Raises:
        RefusedError: At ``order``: the order was not sent or has nothing for this line that nobody waits for; or it is
            no B line.
    """
    require_seller(stamp)
    invoice = lock(session, invoice_lines.invoice_of(session, line_id))
    line = invoice_lines.find(invoice_lines.of_invoice(session, invoice.id), line_id)
    if line.trans_code is not TransCode.BACKORDER:
        raise refuse(Why.ONLY_BACKORDERS_WAIT, _ORDER)
    if order_line_id is None:
        awaited_rows.take_off(session, line_id)
        return done(invoice.id, Change(Record.INVOICE, invoice.id))
    ordered = order_rows.sent_line(session, order_line_id)
    free = NO_UNITS if ordered is None else _free(session, {order_line_id: ordered.still_open})[order_line_id]
    if ordered is None or ordered.item_id != line.item_id or free <= 0:
        raise refuse(Why.NOTHING_FREE_ON_ORDER, _ORDER)
    awaited_rows.put(session, invoice.id, line_id, order_line_id, min(free, line.quantity))
    return done(invoice.id, Change(Record.INVOICE, invoice.id))


def lock_orders(session: Session, invoice_id: int) -> frozenset[int]:
    """Lock the orders whose goods an invoice waits for, before the invoice that is to be posted; return which."""
    wanted = {each.purchase_order_id for each in awaited_rows.on_invoice(session, invoice_id)}
    return frozenset(order_rows.lock(session, order_id).id for order_id in sorted(wanted))


def lock_lines(session: Session, invoice_id: int, orders: frozenset[int], lines: Sequence[StoredLine]) -> list[Awaited]:
    """Lock what an invoice waits for, after its items, and see that as much is free as its customer was told.

    Raises:
        RefusedError: At ``order``: less is free by now; or somebody chose another order meanwhile.
    """
    awaited = awaited_rows.on_invoice(session, invoice_id)
    if not {each.purchase_order_id for each in awaited} <= orders:
        raise refuse(Why.ORDER_CHANGED_MEANWHILE, _ORDER)
    still_open = awaited_rows.lock_order_lines(session, (each.order_line_id for each in awaited))
    free = _free(session, still_open)
    needed = []
    for each in awaited:
        line = invoice_lines.find(lines, each.line_id)
        wanted = min(each.quantity, line.quantity)
        left = max(NO_UNITS, free[each.order_line_id])
        if wanted > left:
            raise refuse(
                Why.LESS_FREE_ON_ORDER, _ORDER, number=str(each.number), free=left, wanted=wanted, item=line.description
            )
        free[each.order_line_id] -= wanted
        needed.append(each._replace(quantity=wanted))
    return needed


def allocate(session: Session, stamp: Stamp, awaited: Sequence[Awaited]) -> set[Change]:
    """Allocate what is waited for to the backorders that the posting just made; return what it touches."""
    if not awaited:
        return set()
    made = backorder_rows.made_of(session, [each.line_id for each in awaited])
    orders = sorted({each.purchase_order_id for each in awaited})
    before = {line_id: each for order in orders for line_id, each in figures(session.connection(), order).items()}
    more: dict[int, Decimal] = {}
    for each in awaited:
        more[each.order_line_id] = more.get(each.order_line_id, NO_UNITS) + each.quantity
    allocation_rows.insert(
        session,
        stamp,
        AllocationKind.CHANGED,
        {
            NewAllocation(each.purchase_order_id, each.order_line_id, made[each.line_id]): each.quantity
            for each in awaited
        },
    )
    allocations.take_nobodys(session, stamp, before, more)
    for order_id in orders:
        order_rows.write(session, order_id)
    return {Change(Record.PURCHASE_ORDER, order_id) for order_id in orders}


def _free(session: Session, still_open: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Work out what of lines is neither allocated nor perhaps dropped by the vendor, who was asked to."""
    asked = freed_rows.pending(session, still_open) if still_open else {}
    free = {line_id: left - asked.get(line_id, NO_UNITS) for line_id, left in still_open.items()}
    for row in allocation_rows.of_lines(session, free):
        free[row.line_id] -= row.quantity
    return free
