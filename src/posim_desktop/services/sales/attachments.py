"""Keeping a picture or a file beside a backorder or a line of a special order, and removing it.

Serves the guide's page "Pictures and files".
"""

from posim_desktop.domain import text
from posim_desktop.domain.backorders import attachments as rules
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.why import Why
from posim_desktop.services.records import attachment_rows, backorder_rows, partners, signatures, special_order_rows
from posim_desktop.services.records.attachment_rows import Beside
from posim_desktop.services.sales import special_orders
from posim_desktop.services.session import Session, Stamp


def attach(
    session: Session,
    stamp: Stamp,
    *,
    name: str,
    content: bytes,
    backorder_id: int | None = None,
    special_order_line_id: int | None = None,
) -> Done:
    """Keep a file beside a backorder, or a line of a special order that is still being written.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        name: What the file is called.
        content: A JPEG or PNG picture or a PDF file.
        backorder_id: The backorder, or None.
        special_order_line_id: The line, or None.

    Raises:
        RefusedError: At ``file`` or ``name``; or the special order no longer changes, or the customer asked to be
            forgotten.
    """
    signed = signatures.sign(session, stamp.employee_id)
    where = Beside(backorder_id, special_order_line_id)
    touched = _lock(session, where)
    if backorder_id is not None:
        partners.require_remembered(session, backorder_rows.lock(session, [backorder_id])[backorder_id].customer_id)
    require(rules.attach_refusal(content, attachment_rows.count(session, where)))
    kind = rules.kind_of(content)
    if kind is None:
        raise refuse(Why.NOT_KEPT_BESIDE)
    called = text.clean(name, field="name", limit=text.NAME, label=text.Label.FILE_NAME, blank=False)
    new_id = attachment_rows.insert(session, stamp, where, called, kind, content, signed.employee_id)
    return done(new_id, touched)


def remove(session: Session, stamp: Stamp, *, attachment_id: int) -> Done:
    """Remove a file for good.

    Raises:
        RefusedError: It was removed meanwhile, or the special order no longer changes.
    """
    signatures.sign(session, stamp.employee_id)
    touched = _lock(session, attachment_rows.beside(session, attachment_id))
    if not attachment_rows.delete(session, attachment_id):
        raise refuse(Why.ATTACHMENT_GONE)
    return done(attachment_id, touched)


def _lock(session: Session, where: Beside) -> Change:
    """Lock what a file is beside."""
    if where.special_order_line_id is not None:
        order = special_orders.lock(session, special_order_rows.order_of_line(session, where.special_order_line_id))
        special_order_rows.find(special_order_rows.lines_of(session, order.id), where.special_order_line_id)
        return Change(Record.SPECIAL_ORDER, order.id)
    if where.backorder_id is None or not backorder_rows.lock(session, [where.backorder_id]):
        raise refuse(Why.NO_SUCH_BACKORDER)
    return Change(Record.BACKORDER, where.backorder_id)
