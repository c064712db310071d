"""A shop's year, small enough to be added up by hand: every sum in the tests beside this was.

Days are those of Berlin. Kettles cost the shop 10.00 until July and 12.00 from then on; all else costs it 1.00.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from money_seed import MoneyShop
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.tax import Tax
from posim_desktop.orm import Department, InvoiceLine, Item, ItemCost, Preference, Vendor
from posim_desktop.orm.base import table_of
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.services.cards import items
from posim_desktop.services.sales import exemptions, invoices, sale_discounts
from posim_desktop.services.sales.invoices import LineEdit
from posim_desktop.services.transaction import Transactor
from seeding import NO_PIN_HASH, Till, add_customer, add_tax_code, inserted, open_till, prefer

D = Decimal
BERLIN = ZoneInfo("Europe/Berlin")
CARD = TenderKind.CARD
YEAR = Scope(
    datetime(2025, 12, 31, 23, tzinfo=UTC),
    datetime(2026, 12, 31, 23, tzinfo=UTC),
    BERLIN,
    datetime(2026, 12, 31, 12, tzinfo=UTC),
)


def day(month: int, date: int, hour: int = 10, minute: int = 0, year: int = 2026) -> datetime:
    """Return a moment of the year, in UTC."""
    return datetime(year, month, date, hour, minute, tzinfo=UTC)


@dataclass
class Year:
    """The shop, and a clock that stands still until it is set."""

    till: Till
    now: datetime = field(default_factory=lambda: day(1, 1))
    lee: int = 0
    school: int = 0
    departments: dict[str, int] = field(default_factory=dict)
    vendor: int = 0

    @property
    def money(self) -> MoneyShop:
        """What holds Lee's money."""
        return MoneyShop(self.till, self.lee)

    def sells(self, *goods: tuple[str, str], at: datetime, to: int | None = None, by: TenderKind | None = None) -> int:
        """Sell goods at a moment and return the invoice."""
        self.now = at
        invoice = self.till.rings_up(*goods, customer_id=to)
        self.posts(invoice, by)
        return invoice

    def posts(self, invoice: int, by: TenderKind | None = None) -> None:
        """Post an invoice, in cash unless another tender is named."""
        tenders = () if by is None else (Tender(by, self.till.total_of(invoice)),)
        self.till.do(self.till.posting_of(invoice, *tenders))

    def line_of(self, invoice: int) -> int:
        """Return the only line of an invoice."""
        chosen = sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice)
        with self.till.engine.connect() as connection:
            line: int = connection.execute(chosen).scalar_one()
        return line

    def prefers(self, **preferences: bool | str | int) -> None:
        """Set preferences of the shop, whatever they were."""
        with self.till.writing() as session:
            session.connection().execute(sa.delete(table_of(Preference)))
            prefer(session, **preferences)


def seed(url: str) -> Year:
    """Play the year."""
    shop = Year(open_till(url, NO_PIN_HASH))
    shop.till.transactor = Transactor(shop.till.engine, lambda: shop.now)
    _stock(shop)
    _first_half(shop)
    _second_half(shop)
    return shop


def _stock(shop: Year) -> None:
    till = shop.till
    with till.writing() as session:
        std, lux = (
            add_tax_code(session, "std", "10"),
            add_tax_code(session, "lux", "5", Tax("more", D(10), compound=True)),
        )
        for code in ("kitchen", "light"):
            words = {"code": code, "name": code.title(), "archived": False, "version": 1}
            shop.departments[code] = inserted(session, Department, **words)
        shop.lee = add_customer(session)
        shop.school = add_customer(session, "school")
        blank = dict.fromkeys(("contact", "phone", "email", "account_number", "address", "notes"), "")
        shop.vendor = inserted(session, Vendor, code="acme", name="Acme", archived=False, version=1, **blank)
    shop.now = day(12, 1, year=2025)
    kitchen, light = shop.departments["kitchen"], shop.departments["light"]
    goods = (
        ItemFields("kettle", "Kettle", price=D(24), cost=D(10), tax_code_id=std, department_id=kitchen),
        ItemFields("cup", "Cup", price=D(4), cost=D(1), department_id=kitchen),
        ItemFields("lamp", "Lamp", price=D(10), cost=D(1), tax_code_id=lux, department_id=light),
        ItemFields("pin", "Pin", price=D("4.03"), cost=D(1)),
    )
    for fields in goods:
        till.items[fields.code] = till.run(items.add, fields=fields, opening=D(50)).record_id
    table, kettle = table_of(Item), till.items["kettle"]
    with till.writing() as session:
        card = sa.update(table).where(table.c.id == kettle)
        session.connection().execute(card.values(cost=D(12), preferred_vendor_id=shop.vendor))
        for cost, at in (("10", day(12, 1, year=2025)), ("12", day(7, 1, 0))):
            inserted(session, ItemCost, item_id=kettle, cost=D(cost), employee_id=till.employee_id, at=at)


def _first_half(shop: Year) -> None:
    shop.sells(("kettle", "2"), ("cup", "1"), at=day(1, 5))  # 52.00, tax 4.80
    shop.sells(("lamp", "1"), at=day(1, 31, 23, 30), by=CARD)  # February 1, 0:30; 10.00, tax 0.50 and 1.05
    shop.sells(("cup", "3"), at=day(3, 29, 0, 30))  # 1:30, before the clocks are changed
    shop.sells(("cup", "2"), at=day(3, 29, 1, 30), to=shop.lee)  # 3:30, an hour later
    shop.now = day(6, 10)
    promised = shop.money.owes("2", deposit="20.00")
    shop.now = day(6, 20)
    waiting = shop.money.sets_aside(promised, "1")
    shop.money.hands_over(waiting, Tender(TenderKind.DEPOSIT, D(10), backorder_id=promised))  # 24.00, tax 2.40


def _second_half(shop: Year) -> None:
    till = shop.till
    shop.now = day(7, 1)
    back = till.rings_up()
    till.run(
        invoices.add_items,
        invoice_id=back,
        lines=(invoices.NewLine(till.items["cup"], D(1), TransCode.RETURN, return_reason="Chipped"),),
    )
    till.run(invoices.change_line, line_id=shop.line_of(back), edit=LineEdit(damaged=True))
    shop.posts(back)  # -4.00
    shop.now = day(8, 1)
    with till.engine.connect() as connection:
        open_ = connection.execute(sa.text("SELECT max(id) FROM backorders")).scalar_one()
    shop.money.cancels(open_, "1", Disposition(fee=D("2.00"), credit=D("8.00")))
    shop.now = day(9, 9)
    free = till.rings_up(("kettle", "1"), customer_id=shop.school)
    till.run(exemptions.tell, invoice_id=free, exemption=Exemption("S-1", "School"))
    shop.posts(free)  # 24.00, no tax
    shop.now = day(10, 2)
    cups = till.rings_up(("cup", "5"))
    line = shop.line_of(cups)
    till.run(invoices.change_line, line_id=line, edit=LineEdit(unit_price=D("3.50")))  # 2.50 less
    till.run(invoices.change_line, line_id=line, edit=LineEdit(discount_percent=D(10), discount_reason="Crack"))  # 1.75
    till.run(sale_discounts.give, invoice_id=cups, discount=SaleDiscount(D("0.75")), reason="Good customer")
    shop.posts(cups)  # 15.00
    _autumn(shop)


def _autumn(shop: Year) -> None:
    till = shop.till
    shop.prefers(tax_inclusive=True, cash_rounding=5)
    shop.sells(("kettle", "1"), at=day(10, 10))  # 24.00 with tax 2.18 in it
    shop.now = day(11, 1)
    pin = till.rings_up(("pin", "1"))
    till.do(till.posting_of(pin, Tender(TenderKind.CASH, D("4.05"))))  # 4.03, rounded
    shop.now = day(11, 15)
    till.run(items.adjust_stock, item_id=till.items["lamp"], by=D(-3), reason="Broken")
    shop.now = day(12, 1)
    shop.money.owes("3", deposit="5.00")
    shop.sells(("cup", "1"), at=day(12, 31, 23, 30))  # next year, 0:30
