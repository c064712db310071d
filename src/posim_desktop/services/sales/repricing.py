"""What the audit keeps of prices, discounts and returns. Serves the guide's pages "Sell" and "The audit"."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice


class Priced(NamedTuple):
    """What is asked for a line: per unit, and off the whole of it, by amount or by percent."""

    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    reason: str = ""


def repriced(invoice_id: int, line: StoredLine, now: Priced) -> list[AuditEntry]:
    """Account for another price or discount of a line, told at the moment it is stored.

    A discount by percent that only follows another quantity or price is the discount that was there before.
    """
    was = Priced(line.unit_price, line.discount, line.discount_percent, line.discount_reason)
    where: dict[str, object] = {"line": line.id, "item_id": line.item_id}
    entries = []
    if now.unit_price != was.unit_price:
        before, after = where | {"unit_price": was.unit_price}, where | {"unit_price": now.unit_price}
        entries.append(AuditEntry(AuditAction.CHANGE_PRICE, Record.INVOICE, invoice_id, before, after))
    by_hand = was.discount_percent is None and now.discount != was.discount
    if now.discount_percent != was.discount_percent or by_hand or now.reason != was.reason:
        before, after = where | discounted(was), where | discounted(now)
        entries.append(AuditEntry(AuditAction.CHANGE_DISCOUNT, Record.INVOICE, invoice_id, before, after, now.reason))
    return entries


def discounted(priced: Priced) -> dict[str, object]:
    """Write a discount down as it was given: by percent, and what that comes to."""
    told: dict[str, object] = {"discount": priced.discount}
    return told if priced.discount_percent is None else told | {"discount_percent": priced.discount_percent}


def returned(invoice: StoredInvoice, lines: Sequence[StoredLine]) -> list[AuditEntry]:
    """Account for the goods that come back with an invoice, told when it is posted: then money goes out for them."""
    return [
        AuditEntry(
            AuditAction.RETURN_GOODS,
            Record.INVOICE,
            invoice.id,
            reason=line.return_reason,
            after={
                **({} if line.returns_line_id is None else {"sale": invoice.returns_invoice_id}),
                **({"damaged": True} if line.damaged else {}),
                "line": line.id,
                "item_id": line.item_id,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
                "discount": line.discount,
                "extension": line.extension,
            },
        )
        for line in lines
        if line.trans_code is TransCode.RETURN
    ]
