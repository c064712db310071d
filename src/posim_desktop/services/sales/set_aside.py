"""The till's guard of goods that are set aside for somebody else. Serves the guide's page "Pick up"."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.quantity import NO_UNITS, plain
from posim_desktop.domain.sales import line_needs
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.line_needs import OnHand
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.set_aside import SetAsideRow, for_whom
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.sales import line_rights
from posim_desktop.services.session import Session, Stamp


def require_permission(
    session: Session, stamp: Stamp, invoice_id: int, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]
) -> list[AuditEntry]:
    """Ask for the permission to sell what is set aside on other invoices; say what the audit must remember.

    Args:
        session: The transaction, which holds the locks of the items.
        stamp: When, where and by whom.
        invoice_id: The invoice that sells.
        lines: Its lines.
        goods: The items of which less stays on hand than is set aside for others, as they were before.

    Raises:
        RefusedError: Names ``set_aside``, for whom, and the permission that the role lacks.
    """
    if not goods:
        return []
    waiting = {
        item_id: [row for row in for_whom(session.connection(), item_id) if row.invoice_id != invoice_id]
        for item_id in goods
    }
    for item_id, line, needs in _needs(lines, goods):
        try:
            line_rights.allow(session, stamp, invoice_id, line.id, needs, where=Field("set_aside"))
        except RefusedError as refused:
            raise _named_refusal(refused.refusal, goods[item_id].code, waiting[item_id]) from refused
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


def _needs(
    lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]
) -> Iterator[tuple[int, StoredLine, list[Permit]]]:
    """Yield each selling line with what it needs to take goods set aside for others; the first take what is free."""
    taken: dict[int, Decimal] = {}
    for line in lines:
        item_id = line.item_id
        if line.trans_code is not TransCode.SALE or item_id is None or item_id not in goods:
            continue
        item, before = goods[item_id], taken.get(item_id, NO_UNITS)
        needs = line_needs.stock_needs(line.quantity, OnHand(item.on_hand - before, item.available - before))
        yield item_id, line, [need for need in needs if need.permission is Permission.SELL_SET_ASIDE]
        taken[item_id] = before + line.quantity


def _named_refusal(refused: Refusal, code: str, waiting: list[SetAsideRow]) -> RefusedError:
    """Say also for whom the goods are."""
    if refused.why is not Why.NOT_PERMITTED:
        return RefusedError(refused)
    return refuse(Why.SET_ASIDE_FOR_OTHERS, refused.where, item=code, waiting=tuple(_named(waiting)), **refused.facts)


def _named(rows: list[SetAsideRow]) -> list[tuple[str, Decimal]]:
    return [(row.customer, row.quantity) for row in rows]
