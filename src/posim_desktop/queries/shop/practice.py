"""Whether a shop is for practice, and what was practiced in it. Serves the guide's page "Practice"."""

from collections.abc import Mapping
from types import MappingProxyType

import sqlalchemy as sa

from posim_desktop.domain.practice import Task
from posim_desktop.domain.sales.days import DayStatus
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import Backorder, DrawerDay, Invoice, InvoiceLine, Preference, TenderPaid
from posim_desktop.orm.preference import PRACTICE

SCAN_DEALT_WITH = "practice_scan"
"""The row of a practice shop in which somebody dealt with a scan that was not taken."""

_IS_PRACTICE = sa.select(sa.exists().where(Preference.name == PRACTICE))
_posted = Invoice.status == InvoiceStatus.PROCESSED
_posted_line = sa.exists().where(InvoiceLine.invoice_id == Invoice.id, _posted)
_FACTS: Mapping[Task, sa.Exists] = MappingProxyType(
    {
        Task.SELL: _posted_line.where(
            InvoiceLine.trans_code == TransCode.SALE, InvoiceLine.fills_backorder_id.is_(None)
        ),
        Task.CHANGE: sa.exists().where(TenderPaid.invoice_id == Invoice.id, _posted, TenderPaid.change > 0),
        Task.MISSED_SCAN: sa.exists().where(Preference.name == SCAN_DEALT_WITH),
        Task.BACK_ORDER: sa.exists().where(Backorder.id.is_not(None)),
        Task.PICK_UP: _posted_line.where(InvoiceLine.fills_backorder_id.is_not(None)),
        Task.RETURN: _posted_line.where(InvoiceLine.trans_code == TransCode.RETURN),
        Task.CLOSE: sa.exists().where(DrawerDay.status == str(DayStatus.CLOSED)),
    }
)
_DONE = sa.select(*(fact.label(f"task_{place}") for place, fact in enumerate(_FACTS.values())))


def is_practice(connection: sa.Connection) -> bool:
    """Tell whether a shop is for practice."""
    return bool(connection.scalar(_IS_PRACTICE))


def first_hour(connection: sa.Connection) -> frozenset[Task]:
    """Tell which tasks of the first hour are done, by what stands in the shop."""
    return frozenset(task for task, done in zip(_FACTS, connection.execute(_DONE).one(), strict=True) if done)
