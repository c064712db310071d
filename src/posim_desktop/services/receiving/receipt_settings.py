"""What a receipt does for the backorders, held against their figures under the lock.

Serves the guide's page "Set backorders to customers".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import Figures
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import logs as rules
from posim_desktop.domain.receiving.logs import Setting
from posim_desktop.domain.why import Why
from posim_desktop.services.backorders.backorders import clean_reason
from posim_desktop.services.records.allocation_rows import StoredAllocation
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.order_rows import StoredOrder, StoredOrderLine
from posim_desktop.services.records.receiving_rows import StoredLog, StoredReceivingLine
from posim_desktop.services.records.stock import ItemStock


@dataclass
class Receipt:
    """One posting under way: what was locked, and what becomes of it."""

    log: StoredLog
    order: StoredOrder | None
    lines: dict[int, StoredReceivingLine]
    items: dict[int, ItemStock]
    order_lines: dict[int, StoredOrderLine]
    backorders: dict[int, StoredBackorder]
    settings: list[Setting] = field(default_factory=list)
    figures: dict[int, Figures] = field(default_factory=dict)
    set_aside: dict[int, Decimal] = field(default_factory=dict)
    by_order_line: dict[int, Decimal] = field(default_factory=dict)
    still_open: dict[int, Decimal] = field(default_factory=dict)
    invoices: dict[int, int] = field(default_factory=dict)
    shrunk: tuple[StoredAllocation, ...] = ()


def check_settings(receipt: Receipt, settings: Sequence[Setting]) -> None:
    """Hold every row against the figures under the lock and work out the backorders' new ones.

    Raises:
        RefusedError: Names the cell, see :func:`posim_desktop.domain.receiving.logs.settings_refusal`.
    """
    received = {line.id: line.quantity for line in receipt.lines.values()}
    outstanding = {row.id: row.outstanding for row in receipt.backorders.values()}
    require(rules.settings_refusal(received, outstanding, settings))
    seen: set[tuple[int, int]] = set()
    for setting in settings:
        if setting.rcv == 0 and setting.canc == 0:
            continue
        row = receipt.backorders[setting.backorder_id]
        pair = (setting.receiving_line_id, setting.backorder_id)
        if pair in seen or receipt.lines[setting.receiving_line_id].item_id != row.item_id:
            raise refuse(Why.ROW_NO_LONGER_FITS, setting.cell("rcv"))
        seen.add(pair)
        receipt.figures[row.id] = _changed(receipt.figures.get(row.id) or row.figures, setting)
        receipt.set_aside[row.id] = receipt.set_aside.get(row.id, NO_UNITS) + setting.rcv
        receipt.settings.append(
            replace(setting, reason=clean_reason(setting.reason, setting.cell("reason")) if setting.canc else "")
        )


def _changed(figures: Figures, setting: Setting) -> Figures:
    if setting.rcv > 0:
        figures = backorder_rules.receive(figures, setting.rcv)
    if setting.canc > 0:
        figures = backorder_rules.cancel(figures, setting.canc)
    return figures
