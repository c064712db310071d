"""The till's guard of goods that are set aside for somebody else. Serves the guide's page "Pick up"."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.quantity import plain
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.set_aside import SetAsideRow, for_whom
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.sales import line_rights
from posim_desktop.services.session import Session, Stamp


def require_permission(
    session: Session, stamp: Stamp, invoice_id: int, lines: Sequence[StoredLine], codes: Mapping[int, str]
) -> list[AuditEntry]:
    """Ask for the permission to sell what is set aside on other invoices; say what the audit must remember.

    Args:
        session: The transaction, which holds the locks of the items.
        stamp: When, where and by whom.
        invoice_id: The invoice that sells.
        lines: Its lines.
        codes: Item ids and codes of which less stays on hand than is set aside for others.

    Raises:
        RefusedError: Names ``set_aside``, for whom, and the permission that the role lacks.
    """
    if not codes:
        return []
    waiting = {
        item_id: [row for row in for_whom(session.connection(), item_id) if row.invoice_id != invoice_id]
        for item_id in codes
    }
    for line in lines:
        if line.trans_code is not TransCode.SALE or line.item_id is None or line.item_id not in codes:
            continue
        need = Permit(Permission.SELL_SET_ASIDE, None, line.quantity)
        try:
            line_rights.allow(session, stamp, invoice_id, line.id, [need], where=Field("set_aside"))
        except RefusedError as refused:
            raise _named_refusal(refused.refusal, codes[line.item_id], waiting[line.item_id]) from refused
    return [
        AuditEntry(
            AuditAction.SELL_SET_ASIDE_GOODS,
            Record.ITEM,
            item_id,
            after={
                "invoice": invoice_id,
                "set_aside_for": [[row.customer_id, row.invoice_id, plain(row.quantity)] for row in rows],
            },
        )
        for item_id, rows in waiting.items()
    ]


def _named_refusal(refused: Refusal, code: str, waiting: list[SetAsideRow]) -> RefusedError:
    """Say also for whom the goods are."""
    if refused.why is not Why.NOT_PERMITTED:
        return RefusedError(refused)
    return refuse(Why.SET_ASIDE_FOR_OTHERS, refused.where, item=code, waiting=tuple(_named(waiting)), **refused.facts)


def _named(rows: list[SetAsideRow]) -> list[tuple[str, Decimal]]:
    return [(row.customer, row.quantity) for row in rows]
