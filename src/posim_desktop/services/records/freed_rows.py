"""What was decided about goods of sent orders that are nobody's; their order is locked, rows are only ever added."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.purchasing.freed_goods import FreedKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import FreedGoods
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session, Stamp


class Request(NamedTuple):
    """A request to a vendor to drop goods."""

    id: int
    line_id: int
    quantity: Decimal
    answered: bool


class _NewRow(NamedTuple):
    purchase_order_line_id: int
    kind: FreedKind
    quantity: Decimal
    request_id: int | None
    note: str
    employee_id: int | None
    at: datetime


_freed = table_of(FreedGoods)
_answers = _freed.alias()
_is_answered = sa.exists().where(_answers.c.request_id == _freed.c.id)
_REQUESTS: sa.Select[*tuple[Any, ...]] = sa.select(
    _freed.c.id, _freed.c.purchase_order_line_id, _freed.c.quantity, _is_answered
).where(_freed.c.kind == str(FreedKind.ASKED))
_REQUEST = _REQUESTS.where(_freed.c.id == sa.bindparam("request"))
_OPEN = _REQUESTS.where(_freed.c.purchase_order_line_id.in_(sa.bindparam("lines", expanding=True)), ~_is_answered)


def request(session: Session, request_id: int) -> Request | None:
    """Read a request to a vendor; None when there is none. Once its order is locked it stays as it is."""
    row = session.connection().execute(_REQUEST, {"request": request_id}).one_or_none()
    return None if row is None else Request._make(row)


def pending(session: Session, line_ids: Iterable[int]) -> dict[int, Decimal]:
    """Sum what vendors were asked to drop of lines of locked orders and have not answered, by line."""
    found: dict[int, Decimal] = {}
    for row in session.connection().execute(_OPEN, {"lines": sorted(line_ids)}):
        each = Request._make(row)
        found[each.line_id] = found.get(each.line_id, NO_UNITS) + each.quantity
    return found


def insert(
    session: Session,
    stamp: Stamp,
    kind: FreedKind,
    quantities: Mapping[int, Decimal],
    *,
    request_id: int | None = None,
    note: str = "",
) -> None:
    """Write down what was decided about goods of lines of locked orders, by line."""
    rows = [
        _NewRow(line_id, kind, quantity, request_id, note, stamp.employee_id, stamp.at)
        for line_id, quantity in quantities.items()
    ]
    insert_rows(session.connection(), _freed, rows)


def end_requests(session: Session, stamp: Stamp, line_ids: Iterable[int]) -> None:
    """Answer what is still asked about lines of locked orders on which nothing is open: it came, or is gone."""
    lines = sorted(line_ids)
    if not lines:
        return
    standing: Sequence[Request] = [Request._make(row) for row in session.connection().execute(_OPEN, {"lines": lines})]
    for each in standing:
        insert(session, stamp, FreedKind.CAME, {each.line_id: NO_UNITS}, request_id=each.id)
