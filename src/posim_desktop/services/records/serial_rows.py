"""Serial numbers as they are stored, on the lines of documents; who writes them holds the lock."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.serials import one_form
from posim_desktop.orm import (
    InvoiceLine,
    InvoiceSerial,
    ReceivingLine,
    ReceivingSerial,
    VendorReturnLine,
    VendorReturnSerial,
)
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session


class StoredSerial(NamedTuple):
    """A number on a line; ``vouched`` where the shop knows nothing of the sale of what comes back."""

    id: int
    line_id: int
    serial: str
    form: str
    vouched: bool = False


class _OnInvoice(NamedTuple):
    invoice_id: int
    line_id: int
    serial: str
    form: str
    vouched: bool


class _OnLog(NamedTuple):
    receiving_log_id: int
    line_id: int
    serial: str
    form: str


class _OnReturn(NamedTuple):
    vendor_return_id: int
    line_id: int
    serial: str
    form: str


_sold, _came = table_of(InvoiceSerial), table_of(ReceivingSerial)
_invoice_lines, _log_lines = table_of(InvoiceLine), table_of(ReceivingLine)
_gone, _return_lines = table_of(VendorReturnSerial), table_of(VendorReturnLine)
_ON_INVOICE = (
    sa.select(*(_sold.c[name] for name in StoredSerial._fields))
    .where(_sold.c.invoice_id == sa.bindparam("invoice"))
    .order_by(_sold.c.id)
)
_ON_LOG = (
    sa.select(*(_came.c[name] for name in StoredSerial._fields if name != "vouched"))
    .where(_came.c.receiving_log_id == sa.bindparam("log"))
    .order_by(_came.c.id)
)
_ON_RETURN = (
    sa.select(*(_gone.c[name] for name in StoredSerial._fields if name != "vouched"))
    .where(_gone.c.vendor_return_id == sa.bindparam("return"))
    .order_by(_gone.c.id)
)
_TAKE_OFF_RETURN = sa.delete(_gone).where(_gone.c.line_id == sa.bindparam("line"))
_TAKE_OFF = sa.delete(_sold).where(_sold.c.line_id == sa.bindparam("line"))
_MOVE = sa.update(_sold).where(_sold.c.line_id == sa.bindparam("line")).values(invoice_id=sa.bindparam("to_invoice"))
_TAKE_OFF_LOG = sa.delete(_came).where(_came.c.line_id == sa.bindparam("line"))


def on_invoice(session: Session, invoice_id: int) -> list[StoredSerial]:
    """Read the numbers on a locked invoice, in the order in which they were entered."""
    return [StoredSerial._make(row) for row in session.connection().execute(_ON_INVOICE, {"invoice": invoice_id})]


def on_log(session: Session, receiving_log_id: int) -> list[StoredSerial]:
    """Read the numbers on a locked receiving log, in the order in which they were entered."""
    return [StoredSerial(*row) for row in session.connection().execute(_ON_LOG, {"log": receiving_log_id})]


def on_return(session: Session, vendor_return_id: int) -> list[StoredSerial]:
    """Read the numbers on a locked return to a vendor, in the order in which they were entered."""
    return [StoredSerial(*row) for row in session.connection().execute(_ON_RETURN, {"return": vendor_return_id})]


def write(session: Session, invoice_id: int, line_id: int, serials: Sequence[str], vouched: Sequence[str] = ()) -> None:
    """Make these the numbers of a line of a locked working invoice."""
    take_off(session, line_id)
    rows = [_OnInvoice(invoice_id, line_id, serial, one_form(serial), serial in vouched) for serial in serials]
    insert_rows(session.connection(), _sold, rows)


def write_on_log(session: Session, receiving_log_id: int, line_id: int, serials: Sequence[str]) -> None:
    """Make these the numbers of a line of a locked working receiving log."""
    take_off_log(session, line_id)
    rows = [_OnLog(receiving_log_id, line_id, serial, one_form(serial)) for serial in serials]
    insert_rows(session.connection(), _came, rows)


def write_on_return(session: Session, vendor_return_id: int, line_id: int, serials: Sequence[str]) -> None:
    """Make these the numbers of a line of a locked working return to a vendor."""
    take_off_return(session, line_id)
    rows = [_OnReturn(vendor_return_id, line_id, serial, one_form(serial)) for serial in serials]
    insert_rows(session.connection(), _gone, rows)


def take_off(session: Session, line_id: int) -> None:
    """Take the numbers off a line of a locked working invoice."""
    session.connection().execute(_TAKE_OFF, {"line": line_id})


def move(session: Session, line_id: int, invoice_id: int) -> None:
    """Let the numbers of a line go with it to another locked working invoice."""
    session.connection().execute(_MOVE, {"line": line_id, "to_invoice": invoice_id})


def take_off_log(session: Session, line_id: int) -> None:
    """Take the numbers off a line of a locked working receiving log."""
    session.connection().execute(_TAKE_OFF_LOG, {"line": line_id})


def take_off_return(session: Session, line_id: int) -> None:
    """Take the numbers off a line of a locked working return to a vendor."""
    session.connection().execute(_TAKE_OFF_RETURN, {"line": line_id})


def unvouch(session: Session, serial_ids: Sequence[int]) -> None:
    """Say of numbers on a locked working invoice that the shop does know where the units were."""
    if serial_ids:
        known = sa.update(_sold).where(_sold.c.id.in_(serial_ids)).values(vouched=False)
        session.connection().execute(known)


def ask(session: Session, line_ids: Sequence[int]) -> None:
    """Say on lines of a locked working invoice that each unit had to have a number."""
    if line_ids:
        asked = sa.update(_invoice_lines).where(_invoice_lines.c.id.in_(line_ids)).values(serials_asked=True)
        session.connection().execute(asked)


def ask_on_log(session: Session, line_ids: Sequence[int]) -> None:
    """Say on lines of a locked working receiving log that each unit had to have a number."""
    if line_ids:
        asked = sa.update(_log_lines).where(_log_lines.c.id.in_(line_ids)).values(serials_asked=True)
        session.connection().execute(asked)


def ask_on_return(session: Session, line_ids: Sequence[int]) -> None:
    """Say on lines of a locked working return to a vendor that each unit had to have a number."""
    if line_ids:
        asked = sa.update(_return_lines).where(_return_lines.c.id.in_(line_ids)).values(serials_asked=True)
        session.connection().execute(asked)
