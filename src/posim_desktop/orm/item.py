"""Items with their barcodes and departments, and the stored stock figures."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.orm.base import Base, Column, HasId, check, column, money_range, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Money, Quantity


class Department(HasId, Base):
    """A group of items that belong together; ``questions`` are asked of what is ordered of them, one to a line.

    Of ``books`` author, publisher, format and the day on which they go on sale are kept.
    """

    __tablename__ = "departments"
    __table_args__ = table()

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME))
    questions: Column[str] = column(sa.String(text.NOTE), sa.DefaultClause(""))
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))
    books: Column[bool] = column(sa.DefaultClause(sa.false()))


class Item(HasId, Base):
    """Something the shop sells; what is not ``stocked``, such as a service, is never on hand, owed or ordered.

    ``on_hand``, ``committed`` and ``on_order`` are kept beside their ledgers so that a scan stays instant;
    the invariants S1, S2 and P4 prove them equal. ``serials`` says when its units are asked for their serial numbers.
    ``unit`` is what its quantities are measured in, and ``smallest_cut`` what they are multiples of, 0 for any length.
    ``pack_unit`` is what the vendor calls a pack.
    ``on_sale_on`` is the first day on which it may be handed out.
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
        quantity_range("smallest_cut", zero=True),
        check("min_below_max", "min_stock <= max_stock"),
        one_of("serials", Serials),
        check("serials_of_stock", "stocked OR serials <> 'receiving'"),
        sa.Index("ix_items_description_id", "description", "id"),
    )

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    description: Column[str] = column(sa.String(text.DESCRIPTION))
    department_id: Column[int | None] = column(sa.ForeignKey("departments.id"), index=True)
    tax_code_id: Column[int | None] = column(sa.ForeignKey("tax_codes.id"), index=True)
    preferred_vendor_id: Column[int | None] = column(sa.ForeignKey("vendors.id"), index=True)
    vendor_item_number: Column[str] = column(sa.String(text.SHORT))
    price: Column[Decimal] = column(Money())
    cost: Column[Decimal] = column(Cost())
    on_hand: Column[Decimal] = column(Quantity())
    committed: Column[Decimal] = column(Quantity())
    on_order: Column[Decimal] = column(Quantity())
    max_stock: Column[Decimal] = column(Quantity())
    min_stock: Column[Decimal] = column(Quantity())
    pack_quantity: Column[Decimal] = column(Quantity())
    stocked: Column[bool]
    notes: Column[str] = column(sa.String(text.NOTE))
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str]
    serials: Column[str] = column(sa.String(text.CODE), sa.DefaultClause(Serials.NONE))
    unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    smallest_cut: Column[Decimal] = column(Quantity(), sa.DefaultClause("0"))
    pack_unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    author: Column[str] = column(sa.String(text.DESCRIPTION), sa.DefaultClause(""))
    publisher: Column[str] = column(sa.String(text.NAME), sa.DefaultClause(""))
    format: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    on_sale_on: Column[date | None]


class ItemVendor(HasId, Base):
    """How an item is bought from one vendor; without a ``cost`` it is the card's.

    The card repeats number and pack of the preferred vendor, whom it names, so that it is found and proposed at once.
    ``minimum_quantity`` is 0 where the vendor asks for none.
    """

    __tablename__ = "item_vendors"
    __table_args__ = table(
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        quantity_range("pack_quantity"),
        quantity_range("minimum_quantity", zero=True),
        check("usual_days_range", "usual_days BETWEEN 0 AND 999"),
        sa.UniqueConstraint("item_id", "vendor_id"),
    )

    item_id: Column[int] = column(sa.ForeignKey("items.id"))
    vendor_id: Column[int] = column(sa.ForeignKey("vendors.id"), index=True)
    vendor_item_number: Column[str] = column(sa.String(text.SHORT))
    cost: Column[Decimal | None] = column(Cost())
    pack_quantity: Column[Decimal] = column(Quantity())
    minimum_quantity: Column[Decimal] = column(Quantity())
    usual_days: Column[int | None]


class Barcode(HasId, Base):
    """A code printed on goods; each leads to exactly one item.

    ``form`` is the one form of its number. It is empty where an upgrade found the same number on another card.
    ``quantity`` is how many units it stands for: more than one on a pack.
    """

    __tablename__ = "barcodes"
    __table_args__ = table(quantity_range("quantity"))

    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    barcode: Column[str] = column(sa.String(text.SHORT), unique=True)
    form: Column[str | None] = column(sa.String(text.SHORT), unique=True)
    quantity: Column[Decimal] = column(Quantity(), sa.DefaultClause("1000"))
