"""What a receipt does for the backorders, held against their figures under the lock.

Serves the guide's page "Set backorders to customers".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain import backorder as backorder_rules
from posim_desktop.domain import receiving as rules
from posim_desktop.domain import text
from posim_desktop.domain.backorder import Figures
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.purchasing import OrderStatus
from posim_desktop.domain.quantity import NONE
from posim_desktop.domain.receiving import Setting
from posim_desktop.services import fill_invoices
from posim_desktop.services.allocations import Shrunk


@dataclass
class Receipt:
    """One posting under way: what was locked, and what becomes of it."""

    log: sa.Row[Any]
    order_status: OrderStatus | None
    lines: dict[int, sa.Row[Any]]
    items: dict[int, sa.Row[Any]]
    order_lines: dict[int, sa.Row[Any]]
    backorders: dict[int, sa.Row[Any]]
    settings: list[Setting] = field(default_factory=list)
    figures: dict[int, Figures] = field(default_factory=dict)
    set_aside: dict[int, Decimal] = field(default_factory=dict)
    by_order_line: dict[int, Decimal] = field(default_factory=dict)
    still_open: dict[int, Decimal] = field(default_factory=dict)
    invoices: dict[int, int] = field(default_factory=dict)
    shrunk: tuple[Shrunk, ...] = ()


def check_settings(receipt: Receipt, settings: Sequence[Setting]) -> None:
    """Hold every row against the figures under the lock and work out the backorders' new ones."""
    of_line: dict[int, list[Setting]] = {}
    seen: set[tuple[int, int]] = set()
    for setting in settings:
        if setting.rcv == 0 and setting.canc == 0:
            continue
        cell = (setting.receiving_line_id, setting.backorder_id)
        line = receipt.lines.get(setting.receiving_line_id)
        row = receipt.backorders.get(setting.backorder_id)
        if line is None or row is None or line.item_id != row.item_id or cell in seen:
            raise refuse("This row no longer fits what came. Open the screen again.", _cell("rcv", setting))
        seen.add(cell)
        figures = receipt.figures.get(row.id) or fill_invoices.figures_of(row)
        refusal = rules.setting_refusal(setting, figures.outstanding)
        if refusal is not None:
            raise refuse(f"Backorder {row.number}: {refusal.message}", _cell(refusal.field, setting))
        receipt.figures[row.id] = _changed(figures, setting)
        receipt.set_aside[row.id] = receipt.set_aside.get(row.id, NONE) + setting.rcv
        receipt.settings.append(replace(setting, reason=_clean_reason(setting)))
        of_line.setdefault(line.id, []).append(setting)
    for line_id, own in of_line.items():
        refusal = rules.total_refusal(receipt.lines[line_id].quantity, own)
        if refusal is not None:
            raise refuse(refusal.message, f"rcv:{line_id}")


def _cell(name: str, setting: Setting) -> str:
    return f"{name}:{setting.receiving_line_id}:{setting.backorder_id}"


def _changed(figures: Figures, setting: Setting) -> Figures:
    if setting.rcv > 0:
        figures = backorder_rules.receive(figures, setting.rcv)
    if setting.canc > 0:
        figures = backorder_rules.cancel(figures, setting.canc)
    return figures


def _clean_reason(setting: Setting) -> str:
    if setting.canc == 0:
        return ""
    return text.clean(
        setting.reason, field=_cell("reason", setting), limit=text.REASON, label="The reason", blank=False
    )
