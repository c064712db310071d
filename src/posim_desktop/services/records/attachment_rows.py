"""Pictures and files as they are stored; whoever writes them holds the lock of what they are beside."""

from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.backorders.attachments import AttachmentKind
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.why import Why
from posim_desktop.orm import Attachment, Backorder, SpecialOrder, SpecialOrderLine
from posim_desktop.orm.base import table_of
from posim_desktop.services.session import Session, Stamp


class Beside(NamedTuple):
    """What a file is beside: one of the two."""

    backorder_id: int | None = None
    special_order_line_id: int | None = None


_files = table_of(Attachment)
_backorders = table_of(Backorder)
_special_orders = table_of(SpecialOrder)
_special_lines = table_of(SpecialOrderLine)
_BESIDE = sa.select(_files.c.backorder_id, _files.c.special_order_line_id).where(
    _files.c.id == sa.bindparam("attachment")
)


def beside(session: Session, attachment_id: int) -> Beside:
    """Find what a file is beside, which never changes.

    Raises:
        RefusedError: It was removed meanwhile.
    """
    row = session.connection().execute(_BESIDE, {"attachment": attachment_id}).one_or_none()
    if row is None:
        raise refuse(Why.ATTACHMENT_GONE)
    return Beside(*row)


def count(session: Session, where: Beside) -> int:
    """Count the files beside something that is locked."""
    return session.connection().scalar(sa.select(sa.func.count()).select_from(_files).where(_of(where))) or 0


def insert(
    session: Session, stamp: Stamp, where: Beside, name: str, kind: AttachmentKind, content: bytes, employee_id: int
) -> int:
    """Keep a file and return its id."""
    row = {
        **where._asdict(),
        "name": name,
        "kind": str(kind),
        "content": content,
        "employee_id": employee_id,
        "at": stamp.at,
    }
    new_id: int = session.connection().execute(sa.insert(_files).values(row).returning(_files.c.id)).scalar_one()
    return new_id


def delete(session: Session, attachment_id: int) -> bool:
    """Remove a file; False when it was removed before."""
    return session.connection().execute(sa.delete(_files).where(_files.c.id == attachment_id)).rowcount > 0


def delete_of(session: Session, where: Beside) -> None:
    """Remove all files beside something that goes itself."""
    session.connection().execute(sa.delete(_files).where(_of(where)))


def delete_of_customers(session: Session, customer_ids: Collection[int]) -> None:
    """Remove all files beside what customers ordered, which is locked."""
    of_them = sa.or_(
        _files.c.backorder_id.in_(sa.select(_backorders.c.id).where(_backorders.c.customer_id.in_(customer_ids))),
        _files.c.special_order_line_id.in_(
            sa.select(_special_lines.c.id)
            .join(_special_orders, _special_orders.c.id == _special_lines.c.special_order_id)
            .where(_special_orders.c.customer_id.in_(customer_ids))
        ),
    )
    session.connection().execute(sa.delete(_files).where(of_them))


def _of(where: Beside) -> sa.ColumnElement[bool]:
    if where.backorder_id is not None:
        return _files.c.backorder_id == where.backorder_id
    return _files.c.special_order_line_id == where.special_order_line_id
