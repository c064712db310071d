"""The stock ledger: every change of a quantity on hand. And what the goods cost from when on."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, table
from posim_desktop.orm.types import Cost, Quantity


class StockEntry(HasId, Base):
    """A signed change of an item's quantity on hand; rows are only ever added.

    A posted invoice or receiving line has exactly one entry, and one more that takes goods off again that came back
    damaged; so has each line of a correction of a receiving log, and of a return to a vendor, and each item of a posted
    count that differs. Openings and adjustments have a reason instead.
    """

    __tablename__ = "stock_ledger"
    __table_args__ = table(
        one_of("kind", LedgerKind),
        check("not_nothing", "quantity <> 0"),
        check("line_of_sale", "(kind IN ('sale', 'return', 'damaged')) = (invoice_line_id IS NOT NULL)"),
        check("line_of_receipt", "(kind = 'receipt') = (receiving_line_id IS NOT NULL)"),
        check("line_of_correction", "(kind = 'corrected') = (correction_line_id IS NOT NULL)"),
        check("item_of_count", "(kind = 'counted') = (count_item_id IS NOT NULL)"),
        check("corrected_sign", "kind <> 'corrected' OR quantity < 0"),
        check("line_of_vendor_return", "(kind = 'vendor return') = (vendor_return_line_id IS NOT NULL)"),
        check("vendor_return_sign", "kind <> 'vendor return' OR quantity < 0"),
        check("receipt_sign", "kind <> 'receipt' OR quantity > 0"),
        check("sale_sign", "(kind <> 'sale' OR quantity < 0) AND (kind <> 'return' OR quantity > 0)"),
        check("damaged_sign", "kind <> 'damaged' OR quantity < 0"),
        sa.UniqueConstraint("invoice_line_id", "kind"),
        sa.Index("ix_stock_ledger_at", "at"),
    )

    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    kind: Column[str] = column(sa.String(text.CODE))
    quantity: Column[Decimal] = column(Quantity())
    invoice_line_id: Column[int | None] = column(sa.ForeignKey("invoice_lines.id"))
    receiving_line_id: Column[int | None] = column(sa.ForeignKey("receiving_lines.id"), unique=True)
    correction_line_id: Column[int | None] = column(sa.ForeignKey("receiving_correction_lines.id"), unique=True)
    count_item_id: Column[int | None] = column(sa.ForeignKey("stock_count_items.id"), unique=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    reason: Column[str] = column(sa.String(text.REASON))
    at: Column[datetime]
    vendor_return_line_id: Column[int | None] = column(sa.ForeignKey("vendor_return_lines.id"), unique=True)


class ItemCost(HasId, Base):
    """What a unit of an item costs from a moment on, by a delivery or by hand; rows are only ever added.

    The history of an item begins with its first delivery that was paid for: before the row of that stands what its card
    said until then. The row of a delivery that was taken back whole counts no longer, so the card says what it said
    before.
    """

    __tablename__ = "item_costs"
    __table_args__ = table(check("cost_range", "cost BETWEEN 0 AND 999999999999"))

    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    cost: Column[Decimal] = column(Cost())
    receiving_line_id: Column[int | None] = column(sa.ForeignKey("receiving_lines.id"), unique=True)
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
