"""Items with their barcodes and departments, and the stored stock figures."""

from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, HasId, check, money_range, quantity_range, table
from posim_desktop.orm.types import Cost, Money, Quantity


class Department(HasId, Base):
    """A group of items that belong together on the shelf and in the reports."""

    __tablename__ = "departments"
    __table_args__ = table()

    code: Mapped[str] = mapped_column(sa.String(text.CODE), unique=True)
    name: Mapped[str] = mapped_column(sa.String(text.NAME))
    archived: Mapped[bool]
    version: Mapped[int]


class Item(HasId, Base):
    """Something the shop sells.

    ``on_hand``, ``committed`` and ``on_order`` are kept beside their ledgers so that a scan stays instant;
    the invariants S1, S2 and P4 prove them equal.
    """

    __tablename__ = "items"
    __table_args__ = table(
        money_range("price"),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        check("committed_sign", "committed >= 0"),
        check("on_order_sign", "on_order >= 0"),
        quantity_range("max_stock", zero=True),
        quantity_range("min_stock", zero=True),
        quantity_range("pack_quantity"),
        check("min_below_max", "min_stock <= max_stock"),
        sa.Index("ix_items_description_id", "description", "id"),
    )

    code: Mapped[str] = mapped_column(sa.String(text.CODE), unique=True)
    description: Mapped[str] = mapped_column(sa.String(text.DESCRIPTION))
    department_id: Mapped[int | None] = mapped_column(sa.ForeignKey("departments.id"), index=True)
    tax_code_id: Mapped[int | None] = mapped_column(sa.ForeignKey("tax_codes.id"), index=True)
    preferred_vendor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("vendors.id"), index=True)
    vendor_item_number: Mapped[str] = mapped_column(sa.String(text.SHORT))
    price: Mapped[Decimal] = mapped_column(Money())
    cost: Mapped[Decimal] = mapped_column(Cost())
    on_hand: Mapped[Decimal] = mapped_column(Quantity())
    committed: Mapped[Decimal] = mapped_column(Quantity())
    on_order: Mapped[Decimal] = mapped_column(Quantity())
    max_stock: Mapped[Decimal] = mapped_column(Quantity())
    min_stock: Mapped[Decimal] = mapped_column(Quantity())
    pack_quantity: Mapped[Decimal] = mapped_column(Quantity())
    notes: Mapped[str] = mapped_column(sa.String(text.NOTE))
    archived: Mapped[bool]
    version: Mapped[int]
    search_text: Mapped[str]


class Barcode(HasId, Base):
    """A code printed on goods; each leads to exactly one item."""

    __tablename__ = "barcodes"
    __table_args__ = table()

    item_id: Mapped[int] = mapped_column(sa.ForeignKey("items.id"), index=True)
    barcode: Mapped[str] = mapped_column(sa.String(text.SHORT), unique=True)
