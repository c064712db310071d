"""Invoices: header, lines, taxes and tenders."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin, TransCode
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.domain.tax import Taxes
from posim_desktop.orm.base import (
    Base,
    Column,
    HasId,
    check,
    column,
    index_of_given,
    money_range,
    one_of,
    quantity_range,
    table,
)
from posim_desktop.orm.types import Money, Percent, Quantity, TaxesOfCode


class Invoice(HasId, Base):
    """A sale, from its first line to its posting.

    It has a number from the moment it is processed, never before. ``bill_to`` is the customer as printed that day,
    ``committed_at`` the moment since which the goods of a committed invoice are set aside. ``discount`` and
    ``discount_percent`` are the discount on the whole sale as it was asked, in money or in percent. ``rounding`` is
    what was paid more than the total, below zero less, because it was paid in cash.
    With an ``exempt_number`` no tax is paid. Its R lines give back what ``returns_invoice_id`` sold, if it names one.
    By ``search_text`` it is found while it is working.
    ``storage_place`` says where the goods that are set aside on it lie. ``customer_order`` is the number under which
    the customer ordered, and ``job_tag`` what the customer needs the goods for.
    While a till has it in hand, ``open_workstation`` says which one, by whom and since when; it is told to others
    and locks nothing.
    ``day_id`` is the day of the drawer at which it was posted; what was posted before there were drawers has none.
    """

    __tablename__ = "invoices"
    __table_args__ = table(
        one_of("status", InvoiceStatus),
        one_of("origin", Origin),
        check("number_when_processed", "(status = 'processed') = (number IS NOT NULL)"),
        check("time_when_processed", "(status = 'processed') = (processed_at IS NOT NULL)"),
        check("committed_while_working", "NOT committed OR status = 'working'"),
        check("time_when_committed", "committed = (committed_at IS NOT NULL)"),
        check("time_when_open", "(open_workstation IS NULL) = (opened_at IS NULL)"),
        check("open_while_working", "opened_at IS NULL OR status = 'working'"),
        check("rounding_small", "rounding BETWEEN -50 AND 50"),
        check("rounded_when_processed", "rounding = 0 OR status = 'processed'"),
        check("returns_another", "returns_invoice_id <> id"),
        money_range("discount"),
        money_range("subtotal", negative=True),
        money_range("tax", negative=True),
        money_range("total", negative=True),
        sa.Index("ix_invoices_status_id", "status", "id"),
        sa.Index("ix_invoices_processed_at", "processed_at"),
        index_of_given("returns_invoice_id"),
        check("day_when_processed", "day_id IS NULL OR status = 'processed'"),
        index_of_given("day_id"),
    )

    number: Column[int | None] = column(unique=True)
    status: Column[str] = column(sa.String(text.CODE))
    committed: Column[bool]
    origin: Column[str] = column(sa.String(text.CODE))
    customer_id: Column[int | None] = column(sa.ForeignKey("customers.id"), index=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    created_at: Column[datetime]
    processed_at: Column[datetime | None]
    committed_at: Column[datetime | None]
    open_workstation: Column[str | None] = column(sa.String(text.NAME))
    open_employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    opened_at: Column[datetime | None]
    tax_inclusive: Column[bool]
    subtotal: Column[Decimal] = column(Money())
    tax: Column[Decimal] = column(Money())
    total: Column[Decimal] = column(Money())
    rounding: Column[Decimal] = column(Money())
    bill_to: Column[str] = column(sa.String(text.NOTE))
    note: Column[str] = column(sa.String(text.NOTE))
    version: Column[int]
    discount: Column[Decimal] = column(Money())
    discount_percent: Column[Decimal | None] = column(Percent())
    discount_reason: Column[str] = column(sa.String(text.REASON))
    exempt_number: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    exempt_reason: Column[str] = column(sa.String(text.REASON), sa.DefaultClause(""))
    search_text: Column[str] = column(sa.DefaultClause(""))
    returns_invoice_id: Column[int | None] = column(sa.ForeignKey("invoices.id"))
    storage_place: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    customer_order: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    job_tag: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""))
    day_id: Column[int | None] = column(sa.ForeignKey("drawer_days.id"))


class InvoiceLine(HasId, Base):
    """One line. ``discount`` is money off the whole line; ``discount_percent`` is what it was asked as, if it was.

    ``list_price`` is what the card, or the backorder that it fills, asked when the line was made, and
    ``discount_reason`` why more is taken off than the shop gives without a word. A discount in money was asked as
    ``fixed_discount`` for ``fixed_for`` units; ``sale_discount`` is the line's share of the discount on the sale.
    ``taxes`` are those of its tax code as they were when the line got it.
    ``sell_anyway`` remembers that the person was warned about the stock and chose to sell, ``stocked`` whether the
    goods come from the shelf at all: the card said so when the line was made, or when it was committed or posted.
    ``serials_asked`` says that each unit had to have a serial number when the line was posted, ``want_id`` that a wish
    on the Want List became this line.
    A D line takes its price as a deposit, or below zero pays it back: for the B line ``deposit_line_id`` of the same
    invoice, for ``deposit_backorder_id``, or else as the customer's credit.
    An R line gives back goods of the sold line ``returns_line_id``, or of none: without a receipt. Of that sale's goods
    under the same tax code ``given_before`` was given back before. ``return_reason`` is why they came back, and
    ``damaged`` goods do not go back to the shelf. ``unit`` is what the quantity was measured in,
    ``one_piece`` whether it is wanted in one piece, and ``lot`` of which dye lots what fills a backorder came.
    """

    __tablename__ = "invoice_lines"
    __table_args__ = table(
        one_of("trans_code", TransCode),
        quantity_range("quantity"),
        money_range("unit_price", negative=True),
        check("only_deposits_below_zero", "trans_code = 'D' OR unit_price >= 0"),
        money_range("list_price"),
        money_range("discount"),
        money_range("sale_discount"),
        money_range("fixed_discount"),
        quantity_range("fixed_for"),
        money_range("extension", negative=True),
        check("extension_sign", "trans_code IN ('R', 'D') OR extension >= 0"),
        check("return_sign", "trans_code <> 'R' OR extension <= 0"),
        check("no_charge", "trans_code NOT IN ('B', 'C') OR extension = 0"),
        check("item_unless_comment", "(trans_code IN ('C', 'D')) = (item_id IS NULL)"),
        check(
            "deposit_is_one_amount",
            "trans_code <> 'D' OR (unit_price <> 0 AND extension = unit_price AND quantity = 1000 "
            "AND discount = 0 AND tax_code_id IS NULL)",
        ),
        check(
            "only_deposits_are_held",
            "trans_code = 'D' OR (deposit_line_id IS NULL AND deposit_backorder_id IS NULL)",
        ),
        check("deposit_held_once", "deposit_line_id IS NULL OR deposit_backorder_id IS NULL"),
        check("line_deposit_is_taken", "deposit_line_id IS NULL OR unit_price > 0"),
        check("sale_discount_of_sales", "sale_discount = 0 OR trans_code = 'S'"),
        check("fixed_for_units", "(fixed_discount IS NULL) = (fixed_for IS NULL)"),
        check("taxes_of_code", "(tax_code_id IS NULL) = (taxes = '')"),
        check("only_sales_fill", "fills_backorder_id IS NULL OR trans_code = 'S'"),
        check("only_returns_give_back", "returns_line_id IS NULL OR trans_code = 'R'"),
        check("given_before_of_a_sale", "(returns_line_id IS NULL) = (given_before IS NULL)"),
        check("damaged_comes_back", "NOT damaged OR trans_code = 'R'"),
        check("one_piece_goes_out", "NOT one_piece OR trans_code IN ('S', 'B')"),
        money_range("given_before"),
        index_of_given("fills_backorder_id"),
        index_of_given("want_id"),
        index_of_given("deposit_line_id"),
        index_of_given("returns_line_id"),
        sa.UniqueConstraint("invoice_id", "position"),
    )

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"))
    position: Column[int]
    trans_code: Column[str] = column(sa.String(1))
    item_id: Column[int | None] = column(sa.ForeignKey("items.id"), index=True)
    description: Column[str] = column(sa.String(text.NOTE))
    quantity: Column[Decimal] = column(Quantity())
    unit_price: Column[Decimal] = column(Money())
    list_price: Column[Decimal] = column(Money())
    discount: Column[Decimal] = column(Money())
    discount_percent: Column[Decimal | None] = column(Percent())
    discount_reason: Column[str] = column(sa.String(text.REASON))
    tax_code_id: Column[int | None] = column(sa.ForeignKey("tax_codes.id"))
    taxes: Column[Taxes] = column(TaxesOfCode())
    extension: Column[Decimal] = column(Money())
    sell_anyway: Column[bool]
    stocked: Column[bool]
    fills_backorder_id: Column[int | None] = column(sa.ForeignKey("backorders.id", use_alter=True))
    sale_discount: Column[Decimal] = column(Money())
    fixed_discount: Column[Decimal | None] = column(Money())
    fixed_for: Column[Decimal | None] = column(Quantity())
    serials_asked: Column[bool] = column(sa.DefaultClause(sa.false()))
    want_id: Column[int | None] = column(sa.ForeignKey("wants.id"))
    deposit_line_id: Column[int | None] = column(sa.ForeignKey("invoice_lines.id"))
    deposit_backorder_id: Column[int | None] = column(sa.ForeignKey("backorders.id", use_alter=True))
    returns_line_id: Column[int | None] = column(sa.ForeignKey("invoice_lines.id"))
    given_before: Column[Decimal | None] = column(Money())
    return_reason: Column[str] = column(sa.String(text.REASON), sa.DefaultClause(""))
    damaged: Column[bool] = column(sa.DefaultClause(sa.false()))
    unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    one_piece: Column[bool] = column(sa.DefaultClause(sa.false()))
    lot: Column[str] = column(sa.String(text.DESCRIPTION), sa.DefaultClause(""))


class PickedLine(HasId, Base):
    """A line of a committed invoice that another working invoice of the customer names: it is to be picked up with it.

    ``held_id`` is the invoice on which the goods are set aside. The line moves when ``invoice_id`` is posted, not
    before; by what stays here afterwards the slip of the emptied invoice finds the one that was posted.
    """

    __tablename__ = "picked_lines"
    __table_args__ = table(
        check("held_on_another", "held_id <> invoice_id"),
        sa.UniqueConstraint("invoice_id", "line_id"),
    )

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"))
    line_id: Column[int] = column(sa.ForeignKey("invoice_lines.id"), index=True)
    held_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)


class AwaitedOrder(HasId, Base):
    """The line of a purchase order whose goods a B line waits for; the posting allocates them to its backorder."""

    __tablename__ = "awaited_orders"
    __table_args__ = table(quantity_range("quantity"))

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)
    line_id: Column[int] = column(sa.ForeignKey("invoice_lines.id"), unique=True)
    order_line_id: Column[int] = column(sa.ForeignKey("purchase_order_lines.id"), index=True)
    quantity: Column[Decimal] = column(Quantity())


class InvoiceSerial(HasId, Base):
    """The serial number of one unit of a line; ``form`` is what is compared.

    ``vouched`` on a return says that the shop has no record of selling the unit and took it back all the same.
    """

    __tablename__ = "invoice_serials"
    __table_args__ = table(sa.UniqueConstraint("line_id", "form"))

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)
    line_id: Column[int] = column(sa.ForeignKey("invoice_lines.id"))
    serial: Column[str] = column(sa.String(text.SHORT))
    form: Column[str] = column(sa.String(text.DESCRIPTION), index=True)
    vouched: Column[bool]


class InvoiceTax(HasId, Base):
    """What one tax of a tax code came to on a processed invoice; ``taxable`` is the sum of the code's lines."""

    __tablename__ = "invoice_taxes"
    __table_args__ = table(sa.UniqueConstraint("invoice_id", "position"))

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"))
    position: Column[int]
    tax_code_id: Column[int] = column(sa.ForeignKey("tax_codes.id"))
    name: Column[str] = column(sa.String(text.CODE))
    rate: Column[Decimal] = column(Percent())
    taxable: Column[Decimal] = column(Money())
    tax: Column[Decimal] = column(Money())


class TenderPaid(HasId, Base):
    """A payment; ``change`` is what went back in cash.

    It is stored when it is handed over, which may be long before its invoice is posted. When that was, to whom and
    where is not known of payments from before 0011. Its name, and what it does, are those of the shop's card at that
    moment; ``reference`` is what finds it again, never a card's number. Deposit and Credit have no card; of a Deposit,
    ``backorder_id`` is whose. ``day_id`` is the day of the drawer that it went into, or from which it was paid out.
    """

    __tablename__ = "tenders"
    __table_args__ = table(
        one_of("kind", TenderKind),
        money_range("amount", negative=True),
        money_range("change"),
        check("change_where_given", "change = 0 OR (gives_change AND change <= amount)"),
        check("only_cash_rounds", "NOT rounds OR kind = 'cash'"),
        check("type_of_the_shop", "(kind IN ('deposit', 'credit')) = (type_id IS NULL)"),
        check("deposit_of_a_backorder", "(kind = 'deposit') = (backorder_id IS NOT NULL)"),
        check(
            "own_money_counts", "CASE kind WHEN 'deposit' THEN amount > 0 WHEN 'credit' THEN amount <> 0 ELSE TRUE END"
        ),
        sa.UniqueConstraint("invoice_id", "position"),
        index_of_given("day_id"),
    )

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"))
    position: Column[int]
    kind: Column[str] = column(sa.String(text.CODE))
    amount: Column[Decimal] = column(Money())
    change: Column[Decimal] = column(Money())
    taken_at: Column[datetime | None]
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str | None] = column(sa.String(text.NAME))
    type_id: Column[int | None] = column(sa.ForeignKey("tender_types.id"))
    name: Column[str] = column(sa.String(text.TENDER))
    reference: Column[str] = column(sa.String(text.SHORT))
    opens_drawer: Column[bool]
    gives_change: Column[bool]
    rounds: Column[bool]
    backorder_id: Column[int | None] = column(sa.ForeignKey("backorders.id"))
    day_id: Column[int | None] = column(sa.ForeignKey("drawer_days.id"))
