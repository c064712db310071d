"""Which lines of committed invoices another invoice names, to be picked up with it.

A name is written under the locks of both invoices. It goes with the lock of the invoice that holds the line, whoever
takes the goods off it; so whoever posts a pick-up reads the names again once all these invoices are locked.
"""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import InvoiceLine, PickedLine
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session


class Named(NamedTuple):
    """A line that is named, and the invoice on which it is set aside."""

    line_id: int
    held_id: int


class _NewName(NamedTuple):
    invoice_id: int
    line_id: int
    held_id: int


_picked, _lines = table_of(PickedLine), table_of(InvoiceLine)
_OF_INVOICE = (
    sa.select(_picked.c.line_id, _picked.c.held_id)
    .where(_picked.c.invoice_id == sa.bindparam("invoice"))
    .order_by(_picked.c.held_id, _picked.c.line_id)
)
_DROP_ALL = sa.delete(_picked).where(_picked.c.invoice_id == sa.bindparam("invoice"))
_DROP = _DROP_ALL.where(_picked.c.line_id.in_(sa.bindparam("lines", expanding=True)))
_DROP_LINE = sa.delete(_picked).where(_picked.c.line_id == sa.bindparam("line")).returning(_picked.c.invoice_id)
_DROP_RIVALS = (
    sa.delete(_picked)
    .where(
        _picked.c.line_id.in_(sa.bindparam("lines", expanding=True)), _picked.c.invoice_id != sa.bindparam("invoice")
    )
    .returning(_picked.c.invoice_id)
)
_still_held = sa.select(_lines.c.id).where(_lines.c.invoice_id == sa.bindparam("held"))
_DROP_HELD = sa.delete(_picked).where(_picked.c.line_id.in_(_still_held)).returning(_picked.c.invoice_id)


def of_invoice(session: Session, invoice_id: int) -> list[Named]:
    """Read which lines an invoice names, in the order of the invoices that hold them."""
    return [Named(*row) for row in session.connection().execute(_OF_INVOICE, {"invoice": invoice_id})]


def insert(session: Session, invoice_id: int, names: Sequence[Named]) -> None:
    """Name lines of locked committed invoices on a locked working one."""
    insert_rows(session.connection(), _picked, [_NewName(invoice_id, *name) for name in names])


def drop(session: Session, invoice_id: int, line_ids: Sequence[int]) -> None:
    """Name some lines no longer on a locked working invoice."""
    session.connection().execute(_DROP, {"invoice": invoice_id, "lines": list(line_ids)})


def drop_all(session: Session, invoice_id: int) -> None:
    """Name nothing any more on a locked working invoice, which ends."""
    session.connection().execute(_DROP_ALL, {"invoice": invoice_id})


def drop_line(session: Session, line_id: int) -> set[int]:
    """Let nobody name a line that is taken off its locked invoice, and return who did."""
    return set(session.connection().scalars(_DROP_LINE, {"line": line_id}))


def drop_held(session: Session, held_id: int) -> set[int]:
    """Let nobody name lines of a locked invoice whose goods are set aside no longer, and return who did."""
    return set(session.connection().scalars(_DROP_HELD, {"held": held_id}))


def drop_rivals(session: Session, invoice_id: int, line_ids: Sequence[int]) -> set[int]:
    """Let nobody else name lines that move to an invoice, and return who did."""
    return set(session.connection().scalars(_DROP_RIVALS, {"invoice": invoice_id, "lines": list(line_ids)}))
