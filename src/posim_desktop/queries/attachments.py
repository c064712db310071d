"""Pictures and files beside what customers ordered. Serves the guide's page "Pictures and files"."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.attachments import AttachmentKind
from posim_desktop.orm import Allocation, Attachment, Backorder, Employee, PurchaseOrderLine, SpecialOrderLine


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file without its content; ``is_of_special_order`` says that it came with the special order."""

    id: int
    name: str
    kind: AttachmentKind
    size: int
    by: str
    at: datetime
    is_of_special_order: bool


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A file as paper shows it: a picture beside its line, the pages of a PDF file after the document.

    Attributes:
        line_id: The line of the document that it belongs to.
    """

    line_id: int
    name: str
    kind: AttachmentKind
    content: bytes


_FILES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Attachment.id,
        Attachment.name,
        Attachment.kind,
        sa.func.length(Attachment.content),
        Employee.name,
        Attachment.at,
        Attachment.special_order_line_id.is_not(None),
    )
    .join(Employee, Employee.id == Attachment.employee_id)
    .order_by(Attachment.id)
)
_special_line = (
    sa.select(SpecialOrderLine.id)
    .join(Backorder, Backorder.source_line_id == SpecialOrderLine.invoice_line_id)
    .where(Backorder.id == sa.bindparam("backorder"))
)
_OF_BACKORDER = _FILES.where(
    sa.or_(Attachment.backorder_id == sa.bindparam("backorder"), Attachment.special_order_line_id.in_(_special_line))
)
_OF_SPECIAL_LINE = _FILES.where(Attachment.special_order_line_id == sa.bindparam("line"))
_CONTENT = sa.select(Attachment.content).where(Attachment.id == sa.bindparam("attachment"))
_printed = (Attachment.name, Attachment.kind, Attachment.content)
_OF_SPECIAL_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(SpecialOrderLine.id, *_printed)
    .join(Attachment, Attachment.special_order_line_id == SpecialOrderLine.id)
    .where(SpecialOrderLine.special_order_id == sa.bindparam("order"))
    .order_by(SpecialOrderLine.position, Attachment.id)
)
_OF_PURCHASE_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(PurchaseOrderLine.id, *_printed)
    .join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .outerjoin(SpecialOrderLine, SpecialOrderLine.invoice_line_id == Backorder.source_line_id)
    .join(
        Attachment,
        sa.or_(Attachment.backorder_id == Backorder.id, Attachment.special_order_line_id == SpecialOrderLine.id),
    )
    .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
    .order_by(PurchaseOrderLine.position, Attachment.id)
)


def of_backorder(connection: sa.Connection, backorder_id: int) -> tuple[AttachedFile, ...]:
    """List the files of a backorder: its own, and those of the special order's line that it comes from."""
    return _files(connection, _OF_BACKORDER, backorder=backorder_id)


def of_special_line(connection: sa.Connection, line_id: int) -> tuple[AttachedFile, ...]:
    """List the files of a line of a special order."""
    return _files(connection, _OF_SPECIAL_LINE, line=line_id)


def content(connection: sa.Connection, attachment_id: int) -> bytes | None:
    """Read a file, or None when it was removed."""
    found: bytes | None = connection.scalar(_CONTENT, {"attachment": attachment_id})
    return found


def on_special_order(connection: sa.Connection, special_order_id: int) -> tuple[PrintedFile, ...]:
    """Read the files of a special order for its confirmation."""
    return _printed_files(connection, _OF_SPECIAL_ORDER, special_order_id)


def on_purchase_order(connection: sa.Connection, purchase_order_id: int) -> tuple[PrintedFile, ...]:
    """Read the files of the backorders that a purchase order is to serve, for the vendor to see what is meant."""
    return _printed_files(connection, _OF_PURCHASE_ORDER, purchase_order_id)


def _files(connection: sa.Connection, chosen: sa.Select[*tuple[Any, ...]], **which: int) -> tuple[AttachedFile, ...]:
    return tuple(
        AttachedFile(row[0], row[1], AttachmentKind(row[2]), *row[3:]) for row in connection.execute(chosen, which)
    )


def _printed_files(
    connection: sa.Connection, chosen: sa.Select[*tuple[Any, ...]], order_id: int
) -> tuple[PrintedFile, ...]:
    return tuple(
        PrintedFile(line_id, name, AttachmentKind(kind), bytes(content))
        for line_id, name, kind, content in connection.execute(chosen, {"order": order_id})
    )
