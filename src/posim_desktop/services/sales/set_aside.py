"""The till's guard of goods that are set aside for somebody else. Serves the guide's page "Pick up"."""

from collections.abc import Mapping
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.people.permissions import Permission
from posim_desktop.domain.quantity import plain
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.set_aside import SetAsideRow, for_whom
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.people import permissions
from posim_desktop.services.session import Session, Stamp


def require_permission(session: Session, stamp: Stamp, invoice_id: int, codes: Mapping[int, str]) -> list[AuditEntry]:
    """Ask for the permission to sell what is set aside on other invoices; say what the audit must remember.

    Args:
        session: The transaction, which holds the locks of the items.
        stamp: When, where and by whom.
        invoice_id: The invoice that sells.
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
    refusal = permissions.refusal(session, stamp, Permission.SELL_SET_ASIDE)
    if refusal is not None:
        item_id, code = next(iter(codes.items()))
        if refusal.why is not Why.NOT_PERMITTED:
            raise RefusedError(refusal.at(Field("set_aside")))
        waits = tuple(_named(waiting[item_id]))
        role, permission = refusal.facts["role"], refusal.facts["permission"]
        raise refuse(
            Why.SET_ASIDE_FOR_OTHERS, Field("set_aside"), item=code, waiting=waits, role=role, permission=permission
        )
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


def _named(rows: list[SetAsideRow]) -> list[tuple[str, Decimal]]:
    return [(row.customer, row.quantity) for row in rows]
