"""What a person may do at the counter and in the office: sell, back-order, cancel, take back, correct the stock."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from posim_desktop.domain.exemption import TAXED, Exemption
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, Customer, Item, TenderPaid
from posim_desktop.services.backorders import backorders
from posim_desktop.services.cards import items, preferences
from posim_desktop.services.sales import exemptions, invoices, line_taxes, posting, returns, sale_discounts, tenders
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.returns import GoodsBack
from stateful.machine import Machine, codes_at_the_counter, codes_of_items, money, places, small, units
from stateful.sales_model import ITS_ITEMS, BackorderModel, InvoiceModel, LineModel, half_up

_WHY = "Scratched"
quantities = st.sampled_from([1000, 2000, 1, 1500, 333, 9_000_000])
prices = st.sampled_from([0, 1, 333, 2400, 1999])
codes = st.sampled_from(["S", "S", "B", "R"])


class SalesSide(Machine):
    """The counter and the office."""

    def any_line(self) -> bool:
        return any(invoice.status == "working" and invoice.lines for invoice in self.model.invoices.values())

    def line(self, place: int) -> tuple[int, InvoiceModel, int]:
        found = [
            (key, invoice, index)
            for key, invoice in self.model.invoices.items()
            if invoice.status == "working"
            for index in range(len(invoice.lines))
        ]
        return found[place % len(found)]

    @rule(place=places, customer=st.none() | places, deed=st.sampled_from(["start", "customer", "comment", "discard"]))
    def desk(self, place: int, customer: int | None, deed: str) -> None:
        if deed == "start" or not self.any_working():
            self.start(customer)
        elif deed == "customer":
            self.set_customer(place, customer)
        elif deed == "comment":
            self.add_comment(place)
        else:
            self.discard(place)

    def start(self, place: int | None) -> None:
        customer = None if place is None else self.customers[place % 2]
        refused = "customer" if customer in self.model.archived_customers else None
        result = self.do(partial(invoices.start, customer_id=customer), refused)
        if result is not None:
            self.model.invoices[result.record_id] = InvoiceModel(customer, inclusive=self.model.inclusive)

    @precondition(Machine.any_working)
    @rule(
        place=places,
        item=codes_at_the_counter,
        quantity=small,
        code=codes,
        anyway=st.booleans(),
    )
    def add_item(self, place: int, item: str, quantity: int, code: str, *, anyway: bool) -> None:
        invoice_id, invoice = self.working(place)
        card = self.model.items[item]
        new = NewLine(card.id, units(quantity), TransCode(code), anyway, return_reason=_WHY if code == "R" else "")
        verb = partial(invoices.add_items, invoice_id=invoice_id, lines=(new,))
        refused = "" if invoice.committed else "item" if card.archived and code != "R" else None
        if refused is None and (code, item) == ("B", "wrap"):
            refused = "trans_code"
        if self.do(verb, refused) is not None:
            self.model.add(invoice, LineModel(code, item, quantity, card.price, sell_anyway=anyway))

    @rule(
        customer=places,
        wanted=st.lists(
            st.tuples(codes_at_the_counter, small, codes, st.booleans()),
            min_size=1,
            max_size=4,
        ),
    )
    def ring_up(self, customer: int, wanted: list[tuple[str, int, str, bool]]) -> None:
        chosen = self.customers[customer % 2]
        if chosen in self.model.archived_customers or any(self.model.items[item].archived for item, *_ in wanted):
            return
        if any((code, item) == ("B", "wrap") for item, _quantity, code, _anyway in wanted):
            return
        result = self.do(partial(invoices.start, customer_id=chosen))
        assert result is not None
        invoice = self.model.invoices[result.record_id] = InvoiceModel(chosen, inclusive=self.model.inclusive)
        new = [
            NewLine(
                *(self.model.items[item].id, units(quantity), TransCode(code), anyway),
                return_reason=_WHY if code == "R" else "",
            )
            for item, quantity, code, anyway in wanted
        ]
        self.do(partial(invoices.add_items, invoice_id=result.record_id, lines=tuple(new)))
        for item, quantity, code, anyway in wanted:
            price = self.model.items[item].price
            self.model.add(invoice, LineModel(code, item, quantity, price, sell_anyway=anyway))

    @precondition(Machine.any_working)
    @rule(place=places)
    def post_for_the_exact_total(self, place: int) -> None:
        self.post_for(place, "exact")

    def add_comment(self, place: int) -> None:
        invoice_id, invoice = self.working(place)
        verb = partial(invoices.add_comment, invoice_id=invoice_id, comment="Call first")
        if self.do(verb, "" if invoice.committed else None):
            invoice.lines.append(LineModel("C"))

    @precondition(any_line)
    @rule(
        place=places,
        quantity=st.none() | quantities,
        price=st.none() | prices,
        code=st.none() | codes,
        anyway=st.none() | st.booleans(),
    )
    def change_line(
        self, place: int, quantity: int | None, price: int | None, code: str | None, *, anyway: bool | None
    ) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        edit = LineEdit(
            quantity=None if quantity is None else units(quantity),
            unit_price=None if price is None else money(price),
            trans_code=None if code is None else TransCode(code),
            sell_anyway=anyway,
            return_reason=_WHY if code == "R" else None,
        )
        new = replace(old, price=old.price if price is None else price, code=old.code if code is None else code)
        new = replace(new, awaits=new.awaits if new.code == "B" else None)
        new = new.with_quantity(old.quantity if quantity is None else quantity).with_percent()
        warned_of_less = new.quantity > old.quantity or new.code != old.code
        kept = False if warned_of_less else old.sell_anyway
        new = replace(new, sell_anyway=kept if anyway is None else anyway)
        refused = "discount" if new.discount > new.gross else None
        if refused is None and old.code != "C" and new.code == "R" and new.price > self.model.items[new.item].price:
            refused = "unit_price"
        if old.code == "C":
            refused = "trans_code" if code is not None else "description"
            refused = None if edit == LineEdit() else refused
            new = old
        if new.code == "B" and not new.stocked:
            refused = "trans_code"
        if old.fills and new.quantity != old.quantity:
            refused = "quantity"
        if old.fills and new.code != old.code:
            refused = "trans_code"
        if invoice.committed:
            refused = ""
        if self.do(partial(invoices.change_line, line_id=self.line_id(invoice_id, index), edit=edit), refused):
            invoice.lines[index] = new

    @precondition(any_line)
    @rule(
        place=places,
        cents=st.sampled_from([0, 1, 100, 333, 2400]),
        percent=st.none() | st.sampled_from([0, 125_000, 1_000_000]),
    )
    def discount(self, place: int, cents: int, percent: int | None) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        if percent is None:
            edit = LineEdit(discount=money(cents), discount_reason=_WHY)
            new = replace(old, discount=cents, percent=None, asked=(cents, old.quantity))
        else:
            edit = LineEdit(discount_percent=Decimal(percent).scaleb(-4), discount_reason=_WHY)
            new = replace(old, percent=percent, asked=None).with_percent()
        refused = "discount" if new.discount > new.gross else None
        if old.code == "C":
            refused = "description"
        if invoice.committed:
            refused = ""
        if self.do(partial(invoices.change_line, line_id=self.line_id(invoice_id, index), edit=edit), refused):
            invoice.lines[index] = new

    @precondition(any_line)
    @rule(place=places, sell=st.sampled_from([500, 1, 999, 1000]))
    def split(self, place: int, sell: int) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        refused = None if old.code == "S" and not old.fills and sell < old.quantity else "quantity"
        if not old.stocked:
            refused = "trans_code"
        if invoice.committed:
            refused = ""
        verb = partial(invoices.split_line, line_id=self.line_id(invoice_id, index), sell=units(sell))
        if self.do(verb, refused) is None:
            return
        sold = replace(old, quantity=sell)
        owed = replace(old, code="B", quantity=old.quantity - sell, sell_anyway=False)
        share = min(half_up(Fraction(old.discount * sell, old.quantity)), sold.gross)
        invoice.lines[index] = replace(sold, discount=share, asked=None)
        invoice.lines.append(replace(owed, discount=min(old.discount - share, owed.gross), asked=None))

    @precondition(any_line)
    @rule(
        place=places, cents=st.sampled_from([0, 1, 100, 333, 2400]), percent=st.none() | st.sampled_from([0, 125_000])
    )
    def discount_sale(self, place: int, cents: int, percent: int | None) -> None:
        invoice_id, invoice, _index = self.line(place)
        whole = sum(replace(line, shared=0).extension for line in invoice.lines if line.code == "S")
        discount = SaleDiscount(money(cents), None if percent is None else Decimal(percent).scaleb(-4))
        verb = partial(sale_discounts.give, invoice_id=invoice_id, discount=discount, reason=_WHY)
        refused = "discount" if percent is None and cents > whole else None
        if invoice.committed:
            refused = ""
        if self.do(verb, refused):
            invoice.discount, invoice.percent = (cents, None) if percent is None else (0, percent or None)

    @precondition(any_line)
    @rule(place=places, code=st.sampled_from(["none", "high", "low", "item"]))
    def change_tax_code(self, place: int, code: str) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        item = self.model.items.get(old.item)
        of_item = None if item is None else item.tax_code_id
        chosen = {"none": None, "item": of_item, **dict(zip(("high", "low"), self.model.taxes, strict=True))}[code]
        verb = partial(line_taxes.change, line_id=self.line_id(invoice_id, index), tax_code_id=chosen)
        refused = "tax_code_id" if old.code == "C" else None
        if self.do(verb, "" if invoice.committed else refused):
            invoice.lines[index] = replace(old, tax=ITS_ITEMS if chosen == of_item else chosen)

    @precondition(Machine.any_working)
    @rule(place=places, exempt=st.booleans())
    def exempt(self, place: int, *, exempt: bool) -> None:
        invoice_id, invoice = self.working(place)
        told = Exemption("12-345") if exempt else TAXED
        if self.do(partial(exemptions.tell, invoice_id=invoice_id, exemption=told), "" if invoice.committed else None):
            invoice.exempt = exempt

    @precondition(any_line)
    @rule(place=places)
    def remove_line(self, place: int) -> None:
        invoice_id, invoice, index = self.line(place)
        refused = "" if invoice.committed else "fills" if invoice.lines[index].fills else None
        if self.do(partial(invoices.remove_line, line_id=self.line_id(invoice_id, index)), refused):
            del invoice.lines[index]

    def set_customer(self, place: int, customer: int | None) -> None:
        invoice_id, invoice = self.working(place)
        chosen = None if customer is None else self.customers[customer % 2]
        refused = "customer" if any(line.fills for line in invoice.lines) else None
        if invoice.committed:
            refused = ""
        if chosen in self.model.archived_customers:
            refused = "customer"
        if self.do(partial(invoices.set_customer, invoice_id=invoice_id, customer_id=chosen), refused):
            if chosen != invoice.customer:
                invoice.lines = [replace(line, want=None) for line in invoice.lines]  # it was somebody else's wish
            invoice.customer, invoice.exempt = chosen, False  # as the card says

    def discard(self, place: int) -> None:
        invoice_id, invoice = self.working(place)
        refused = "tenders" if invoice.handed_over else None
        refused = "fills" if any(line.fills for line in invoice.lines) else refused
        if invoice.committed:
            refused = ""
        if self.do(partial(invoices.discard, invoice_id=invoice_id), refused):
            invoice.status = "discarded"

    @precondition(Machine.any_working)
    @rule(place=places, cents=st.sampled_from([100, 500, 5000]), gives_back=st.booleans())
    def hand_over_cash(self, place: int, cents: int, *, gives_back: bool) -> None:
        invoice_id, invoice = self.working(place)
        if gives_back and invoice.handed_over:
            [first, *_] = self.ids(sa.select(TenderPaid.id).where(TenderPaid.invoice_id == invoice_id))
            self.do(partial(tenders.give_back, invoice_id=invoice_id, tender_id=first))
            del invoice.handed_over[0]
            return
        verb = partial(tenders.take, invoice_id=invoice_id, tender=Tender(TenderKind.CASH, money(cents)))
        if self.do(verb, self.model.why_not_take(invoice)):
            invoice.handed_over.append(cents)

    @precondition(Machine.any_working)
    @rule(place=places, paid=st.sampled_from(["two", "over", "short", "card over"]), pick_up=st.booleans())
    def post(self, place: int, paid: str, *, pick_up: bool) -> None:
        self.post_for(place, paid, pick_up=pick_up)

    @precondition(Machine.any_working)
    @rule(place=places, pick_up=st.booleans())
    def post_as_cashier(self, place: int, *, pick_up: bool) -> None:
        _id, invoice = self.working(place)
        # How far the Owner's word on a line reaches, the tests of approvals know.
        if not any(line.was_allowed for line in invoice.lines):
            self.post_for(place, "exact", pick_up=pick_up, cashier=True)

    def post_for(self, place: int, paid: str, *, pick_up: bool = False, cashier: bool = False) -> None:
        """Post an invoice, or uncommit and process it in one go."""
        self.post_this(*self.working(place), paid, pick_up=pick_up, cashier=cashier)

    def post_this(
        self, invoice_id: int, invoice: InvoiceModel, paid: str, *, pick_up: bool = False, cashier: bool = False
    ) -> None:
        total = self.model.total(invoice)
        seen, settles = payments_besides(invoice.handed_over, total, paid, self.model.coins)
        stood = 0 if paid == "short" else len(invoice.handed_over)
        refused = self.model.why_not_post(invoice, settles=settles, pick_up=pick_up, cashier=cashier)
        deed = posting.uncommit_and_process if pick_up else posting.post
        verb = partial(deed, invoice_id=invoice_id, tenders=seen, expected_total=money(total), standing=stood)
        if self.do(verb, refused, by=self.cashier if cashier else None) is None:
            return
        cards = sum((tender.amount for tender in seen if tender.kind is not TenderKind.CASH), Decimal(0))
        cash = any(tender.kind is TenderKind.CASH for tender in seen)
        invoice.rounding = self.model.rounded(total, int(cards * 100), cash=cash)
        for line in self.model.post(invoice):
            self.promise(invoice_id, invoice, line)

    def promise(self, invoice_id: int, invoice: InvoiceModel, line: LineModel) -> None:
        number = len(self.model.backorders) + 1
        new = sa.select(Backorder.id, Backorder.created_at).where(Backorder.number == number)
        with self.till.engine.connect() as connection:
            backorder_id, created = connection.execute(new).one()
        assert invoice.customer is not None
        self.model.backorders[number] = BackorderModel(
            *(backorder_id, invoice_id, line.item, invoice.customer, line.quantity, line.price, line.discount, created),
            tax=line.tax,
            want=line.want,
        )
        if line.awaits is not None:
            order, told = line.awaits
            self.model.mean(order, line.item, number, min(told, line.quantity))

    def sold_lines(self) -> list[tuple[int, int]]:
        """List what can come back, by its invoice and its place there."""
        posted = [(key, each) for key, each in self.model.invoices.items() if each.status == "processed"]
        return [(key, place) for key, each in posted for place, line in enumerate(each.lines) if line.code == "S"]

    @precondition(lambda self: bool(self.sold_lines()))
    @rule(place=places, quantity=small, damaged=st.booleans())
    def take_back(self, place: int, quantity: int, *, damaged: bool) -> None:
        found = self.sold_lines()
        sale_id, index = found[place % len(found)]
        sale = self.model.invoices[sale_id]
        left = sale.lines[index].quantity - self.model.returned(sale_id, index)
        goods = GoodsBack(self.line_id(sale_id, index), units(quantity), _WHY, damaged)
        verb = partial(returns.take_back, sale_id=sale_id, goods=(goods,))
        made = self.do(verb, "quantity" if quantity > left else None)
        if made is None:
            return
        line = self.model.comes_back(sale_id, index, quantity, damaged=damaged)
        invoice = InvoiceModel(sale.customer, lines=[line], inclusive=sale.inclusive, exempt=sale.exempt)
        self.model.invoices[made.record_id] = invoice
        total = money(self.model.total(invoice))
        refund = Tender(TenderKind.CARD, total)
        self.do(partial(posting.post, invoice_id=made.record_id, tenders=(refund,), expected_total=total))
        self.model.post(invoice)

    @rule(place=places)
    def post_again(self, place: int) -> None:
        posted = [key for key, invoice in self.model.invoices.items() if invoice.status != "working"]
        if posted:
            verb = partial(posting.post, invoice_id=posted[place % len(posted)], tenders=(), expected_total=money(0))
            self.do(verb, "")

    @precondition(lambda self: self.model.backorders)
    @rule(place=places, quantities=st.lists(st.sampled_from([1, 500, 1000, 9_000_000]), min_size=1, max_size=3))
    def cancel(self, place: int, quantities: list[int]) -> None:
        number = 1 + place % len(self.model.backorders)
        promise = self.model.backorders[number]
        for quantity in quantities:
            refused = "quantity" if quantity > self.model.outstanding(number) else None
            verb = partial(
                backorders.cancel,
                backorder_id=promise.id,
                quantity=units(quantity),
                employee_id=self.till.employee_id,
                reason="Wants fewer",
            )
            if self.do(verb, refused):
                promise.canceled += quantity
                self.model.trim_backorder(number)

    # One rule for what happens in the office, so that the till is not crowded out.

    @rule(place=places, deed=st.sampled_from(["item", "customer", "adjust", "adjust", "prefer"]), item=codes_of_items)
    def office(self, place: int, deed: str, item: str) -> None:
        match deed:
            case "item":
                self.archive_or_bring_back_an_item(item)
            case "customer":
                self.archive_or_bring_back_a_customer(place)
            case "adjust":
                self.adjust(item, (1000, 2500, -500, -3000)[place % 4])
            case _:
                self.prefer(warns=place % 2 == 0, inclusive=place % 3 == 0, coin=(0, 5, 10, 50)[place // 2 % 4])

    def archive_or_bring_back_an_item(self, item: str) -> None:
        card = self.model.items[item]
        with self.till.engine.connect() as connection:
            version = connection.execute(sa.select(Item.version).where(Item.id == card.id)).scalar_one()
        self.do(partial(items.bring_back if card.archived else items.archive, item_id=card.id, version=version))
        card.archived = not card.archived

    def archive_or_bring_back_a_customer(self, place: int) -> None:
        customer = self.customers[place % 2]
        with self.till.writing() as session:
            session.connection().execute(
                sa.update(Customer).where(Customer.id == customer).values(archived=sa.not_(Customer.archived))
            )
        self.model.archived_customers ^= {customer}

    def adjust(self, item: str, by: int) -> None:
        card = self.model.items[item]
        refused = "by" if by < 0 and card.on_hand + by < 0 else None
        if self.do(partial(items.adjust_stock, item_id=card.id, reason="Counted", by=units(by)), refused):
            card.on_hand += by

    def prefer(self, *, warns: bool, inclusive: bool, coin: int) -> None:
        wanted = ShopPreferences(
            warn_out_of_stock=warns, tax_inclusive=inclusive, cash_rounding=coin, return_customer_above=0
        )
        self.do(partial(preferences.change, preferences=wanted))
        self.model.warns, self.model.inclusive, self.model.coin = warns, inclusive, coin


def payments_besides(
    handed_over: list[int], total: int, paid: str, coins: Callable[[int], int]
) -> tuple[tuple[Tender, ...], bool]:
    """Make the payments for a total of which something was handed over in cash; "short" overlooks that."""
    if not handed_over or paid == "short":
        made, settles = payments(total, paid, coins)
        return made, settles and not handed_over
    standing = tuple(Tender(TenderKind.CASH, money(cents)) for cents in handed_over)
    left = total - sum(handed_over)
    rest = (Tender(TenderKind.CARD, money(left)),) if left > 0 else ()
    return standing + rest, total > 0


def payments(total: int, paid: str, coins: Callable[[int], int]) -> tuple[tuple[Tender, ...], bool]:
    """Make the payments for a total, and say whether they settle it."""
    card, cash = TenderKind.CARD, TenderKind.CASH
    match paid:
        case "two" if abs(total) > 1:
            half = total // 2
            return (Tender(card, money(half)), Tender(cash, money(coins(total - half)))), True
        case "over" if total > 0:
            return (Tender(cash, money(total + 500)),), True
        case "short" if abs(coins(total)) > 1:
            return (Tender(cash, money(coins(total) + (-1 if total > 0 else 1))),), False
        case "card over" if total > 0:
            return (Tender(card, money(total + 1)),), False
        case _:
            return (Tender(card, money(total)),), True
