"""What a delivery does for the backorders, held against their figures under the lock.

Serves the guide's page "Set backorders to customers".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import Figures
from posim_desktop.domain.backorders.questions import goods_refusal
from posim_desktop.domain.errors import RefusedError, refuse, require
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.domain.why import Why
from posim_desktop.services.backorders.backorders import clean_reason
from posim_desktop.services.backorders.freed_money import Freed
from posim_desktop.services.records.allocation_rows import StoredAllocation
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.order_rows import StoredOrder, StoredOrderLine
from posim_desktop.services.records.receiving_rows import StoredLog, StoredReceivingLine
from posim_desktop.services.records.stock import ItemStock


@dataclass
class Delivery:
    """One posting under way: what was locked, and what becomes of it.

    Attributes:
        rcv: Summed by backorder.
    """

    log: StoredLog
    order: StoredOrder | None
    lines: dict[int, StoredReceivingLine]
    items: dict[int, ItemStock]
    order_lines: dict[int, StoredOrderLine]
    backorders: dict[int, StoredBackorder]
    shares: list[Share] = field(default_factory=list)
    figures: dict[int, Figures] = field(default_factory=dict)
    rcv: dict[int, Decimal] = field(default_factory=dict)
    by_order_line: dict[int, Decimal] = field(default_factory=dict)
    still_open: dict[int, Decimal] = field(default_factory=dict)
    invoices: dict[int, int] = field(default_factory=dict)
    shrunk: tuple[StoredAllocation, ...] = ()
    freed: dict[int, Freed] = field(default_factory=dict)


def check_shares(delivery: Delivery, shares: Sequence[Share]) -> None:
    """Check every row against the locked figures and compute the backorders' new ones.

    Raises:
        RefusedError: Names the cell, see :func:`posim_desktop.domain.receiving.logs.shares_refusal`.
    """
    received = {line.id: line.quantity for line in delivery.lines.values()}
    outstanding = {row.id: row.outstanding for row in delivery.backorders.values()}
    one_piece = {row.id for row in delivery.backorders.values() if row.one_piece}
    require(log_rules.shares_refusal(received, outstanding, shares, one_piece))
    seen: set[tuple[int, int]] = set()
    for share in shares:
        if share.rcv == 0 and share.canc == 0:
            continue
        row = delivery.backorders[share.backorder_id]
        pair = (share.receiving_line_id, share.backorder_id)
        if pair in seen or delivery.lines[share.receiving_line_id].item_id != row.item_id:
            raise refuse(Why.ROW_NO_LONGER_FITS, share.cell("rcv"))
        refusal = goods_refusal(row.question)
        if refusal is not None and share.rcv > 0:
            raise RefusedError(refusal.at(share.cell("rcv")))
        seen.add(pair)
        delivery.figures[row.id] = _changed(delivery.figures.get(row.id) or row.figures, share)
        delivery.rcv[row.id] = delivery.rcv.get(row.id, NO_UNITS) + share.rcv
        reason = _reason(share, one_piece=row.one_piece)
        delivery.shares.append(share if share.reason == reason else replace(share, reason=reason))


def _reason(share: Share, *, one_piece: bool) -> str:
    """Clean why something is canceled, or why what is wanted in one piece is set aside in part."""
    if share.canc or (one_piece and share.reason.strip()):
        return clean_reason(share.reason, share.cell("reason"))
    return ""


def _changed(figures: Figures, share: Share) -> Figures:
    if share.rcv > 0:
        figures = backorder_rules.receive(figures, share.rcv)
    if share.canc > 0:
        figures = backorder_rules.cancel(figures, share.canc)
    return figures
