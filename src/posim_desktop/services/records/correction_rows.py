"""Corrections of receiving logs as they are stored; a row is only ever added."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa

from posim_desktop.domain.cards.serials import one_form
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.receiving.corrections import Back, Plan
from posim_desktop.domain.why import Why
from posim_desktop.orm import (
    CorrectionBack,
    CorrectionLine,
    CorrectionSerial,
    ReceivingCorrection,
    ReceivingLine,
    ReceivingLog,
)
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.session import Session, Stamp


class CorrectedGoods(NamedTuple):
    """What a correction took back of an item."""

    item_id: int
    quantity: Decimal
    cost: Decimal


class CorrectedLog(NamedTuple):
    """What the log that a correction is of says about the delivery."""

    vendor_id: int
    vendor_invoice: str
    invoice_date: Any
    received_on: Any
    note: str


class _NewCorrection(TypedDict):
    number: int
    receiving_log_id: int
    employee_id: int
    workstation: str
    reason: str
    at: datetime


class _NewLine(NamedTuple):
    correction_id: int
    receiving_line_id: int
    quantity: Decimal
    coming: bool
    reopened: Decimal
    given_up: Decimal


class _NewBack(NamedTuple):
    line_id: int
    backorder_id: int
    invoice_id: int
    quantity: Decimal
    committed: bool
    planned: Decimal


class _NewSerial(NamedTuple):
    line_id: int
    serial: str
    form: str


_corrections, _lines = table_of(ReceivingCorrection), table_of(CorrectionLine)
_backs, _serials = table_of(CorrectionBack), table_of(CorrectionSerial)
_log_lines, _logs = table_of(ReceivingLine), table_of(ReceivingLog)
_INSERT = sa.insert(_corrections).returning(_corrections.c.id)
_LINE_IDS = sa.select(_lines.c.receiving_line_id, _lines.c.id).where(_lines.c.correction_id == sa.bindparam("id"))
_with_log = _corrections.join(_logs, _logs.c.id == _corrections.c.receiving_log_id)
_LOG = (
    sa.select(*(_logs.c[name] for name in CorrectedLog._fields))
    .select_from(_with_log)
    .where(_corrections.c.id == sa.bindparam("id"))
)
_GOODS = (
    sa.select(_log_lines.c.item_id, _lines.c.quantity, _log_lines.c.cost)
    .join(_log_lines, _log_lines.c.id == _lines.c.receiving_line_id)
    .where(_lines.c.correction_id == sa.bindparam("id"))
    .order_by(_log_lines.c.position)
)


def insert(
    session: Session, stamp: Stamp, number: int, receiving_log_id: int, signed: Signature, plan: Plan
) -> tuple[int, dict[int, int]]:
    """Write a correction and return its id, and the id of its line by receiving line."""
    row = _NewCorrection(
        number=number,
        receiving_log_id=receiving_log_id,
        employee_id=signed.employee_id,
        workstation=stamp.workstation,
        reason=signed.reason,
        at=stamp.at,
    )
    correction_id: int = session.connection().execute(_INSERT, [row]).scalar_one()
    lines = [
        _NewLine(correction_id, each.line_id, each.quantity, each.coming, each.reopened, each.given_up) for each in plan
    ]
    insert_rows(session.connection(), _lines, lines)
    ids: dict[int, int] = dict(session.connection().execute(_LINE_IDS, {"id": correction_id}).all())
    _insert_parts(session, ids, {each.line_id: each.backs for each in plan})
    units = [_NewSerial(ids[each.line_id], serial, one_form(serial)) for each in plan for serial in each.serials]
    insert_rows(session.connection(), _serials, units)
    return correction_id, ids


def log_of(session: Session, correction_id: int) -> CorrectedLog:
    """Read what the log says that a correction is of.

    Raises:
        RefusedError: There is no such correction.
    """
    row = session.connection().execute(_LOG, {"id": correction_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_CORRECTION)
    return CorrectedLog._make(row)


def goods_of(session: Session, correction_id: int) -> list[CorrectedGoods]:
    """Read what a correction took back, in the order of the log's lines."""
    return [CorrectedGoods._make(row) for row in session.connection().execute(_GOODS, {"id": correction_id})]


def _insert_parts(session: Session, ids: Mapping[int, int], backs: Mapping[int, Sequence[Back]]) -> None:
    rows = [
        _NewBack(ids[line_id], each.backorder_id, each.invoice_id, each.quantity, each.committed, each.planned)
        for line_id, own in backs.items()
        for each in own
    ]
    insert_rows(session.connection(), _backs, rows)
