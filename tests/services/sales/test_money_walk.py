"""A long random walk through a customer's money, beside an account book in whole cents: not a cent is lost.

``POSIM_STEPS=10000`` walks further than the suite has time for.
"""

import os
import random
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import sqlalchemy as sa

from money_seed import CASH, CREDIT, DEPOSIT, MoneyShop, money_shop
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import CustomerMoney, Invoice, TenderPaid
from posim_desktop.services.cards import items
from posim_desktop.services.sales import credit, fills
from posim_desktop.services.sales.fills import Canceling
from seeding import Till

STEPS = int(os.environ.get("POSIM_STEPS", "300"))
PRICE = 2400
LIMIT = 5000
CHECKED_EVERY = 100


def money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def half_up(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))


@dataclass
class Promise:
    """A backorder as the book has it: thousandths of units, cents held; what waits by invoice."""

    owed: int
    held: int = 0
    waiting: dict[int, int] = field(default_factory=dict)

    @property
    def units(self) -> int:
        return self.owed + sum(self.waiting.values())

    def share(self, part: int) -> int:
        return self.held if part >= self.units else half_up(Fraction(self.held * part, self.units))


class Walk:
    """The shop, and the book beside it."""

    def __init__(self, shop: MoneyShop, seed: int) -> None:
        self.shop = shop
        self.dice = random.Random(seed)  # noqa: S311 - a walk, no secret
        self.credit = 0
        self.fees = 0
        self.goods = 0
        self.promises: dict[int, Promise] = {}
        shop.may_owe(f"{money(LIMIT)}")

    def go(self) -> None:
        """Take one step."""
        steps = [
            self.owe,
            self.take,
            self.pay_in,
            self.pay_back,
            self.put_on,
            self.set_aside,
            self.set_aside,
            self.hand_over,
            self.hand_over,
            self.cancel,
            self.take_off,
            self.sell,
            self.bring_back,
        ]
        self.dice.choice(steps)()
        self.compare()

    def open_one(self, *, waits: bool = False) -> int | None:
        chosen = [each for each, own in self.promises.items() if (own.waiting if waits else own.owed)]
        return self.dice.choice(chosen) if chosen else None

    def close(self, backorder: int) -> None:
        """Let what is left of a closed promise become credit."""
        own = self.promises[backorder]
        if not own.units:
            self.credit += own.held
            own.held = 0

    def owe(self) -> None:
        units = self.dice.randint(1, 5) * 1000
        deposit = self.dice.choice((0, self.dice.randint(1, units * PRICE // 1000)))
        backorder = self.shop.owes(f"{Decimal(units) / 1000}", f"{money(deposit)}" if deposit else "")
        self.promises[backorder] = Promise(units, deposit)

    def take(self) -> None:
        backorder = self.open_one()
        if backorder is not None:
            cents = self.dice.randint(1, 300)
            own = self.promises[backorder]
            if own.held + cents <= own.units * PRICE // 1000:
                self.shop.takes(f"{money(cents)}", backorder)
                own.held += cents

    def pay_in(self) -> None:
        cents = self.dice.randint(1, 2000)
        self.shop.takes(f"{money(cents)}")
        self.credit += cents

    def pay_back(self) -> None:
        if self.credit > 0:
            cents = self.dice.randint(1, self.credit)
            by = Tender(CASH, Decimal(0))
            self.shop.till.run(credit.pay_back, customer_id=self.shop.lee, amount=money(cents), refund_by=by)
            self.credit -= cents

    def put_on(self) -> None:
        backorder = self.open_one()
        if backorder is not None and self.credit > 0:
            cents = self.dice.randint(1, self.credit)
            self.shop.till.run(credit.put_on, backorder_id=backorder, amount=money(cents))
            self.promises[backorder].held += cents
            self.credit -= cents

    def set_aside(self) -> None:
        backorder = self.open_one()
        if backorder is not None:
            own = self.promises[backorder]
            units = self.dice.randint(1, own.owed // 1000) * 1000
            invoice = self.shop.sets_aside(backorder, f"{Decimal(units) / 1000}")
            own.owed -= units
            own.waiting[invoice] = units

    def hand_over(self) -> None:
        backorder = self.open_one(waits=True)
        if backorder is None:
            return
        own = self.promises[backorder]
        invoice, units = self.dice.choice(sorted(own.waiting.items()))
        cost = units * PRICE // 1000
        deposit = min(cost, self.dice.choice((own.share(units), self.dice.randint(0, own.held))))
        by_credit = self.dice.randint(0, max(0, min(cost - deposit, self.credit + LIMIT)))
        tenders = [Tender(DEPOSIT, money(deposit), backorder_id=backorder)] if deposit else []
        tenders += [Tender(CREDIT, money(by_credit))] if by_credit else []
        self.shop.hands_over(invoice, *tenders)
        del own.waiting[invoice]
        own.held -= deposit
        self.credit -= by_credit
        self.goods += cost
        self.close(backorder)

    def wish(self, freed: int, *, stays: bool) -> tuple[Disposition, int, int, int]:
        fee = self.dice.choice((0, self.dice.randint(0, freed)))
        refund = self.dice.choice((0, self.dice.randint(0, freed - fee)))
        kept = self.dice.randint(0, freed - fee - refund) if stays else freed - fee - refund
        return Disposition(money(fee), money(refund), money(kept)), fee, refund, kept

    def free(self, backorder: int, units: int) -> Disposition | None:
        """Write into the book what a cancellation frees, and say where it goes."""
        own = self.promises[backorder]
        freed, stays = own.share(units), units < own.units
        asked = self.dice.random() < 0.7
        if asked:
            wish, fee, refund, kept = self.wish(freed, stays=stays)
        else:
            wish, fee, refund, kept = Disposition(), 0, 0, 0 if stays else freed
        own.held -= fee + refund + kept
        self.fees += fee
        self.credit += kept
        return wish if asked else None

    def cancel(self) -> None:
        backorder = self.open_one()
        if backorder is not None:
            own = self.promises[backorder]
            units = self.dice.randint(1, own.owed // 1000) * 1000
            wish = self.free(backorder, units)
            self.shop.cancels(backorder, f"{Decimal(units) / 1000}", wish, Tender(CASH, Decimal(0)))
            own.owed -= units

    def take_off(self) -> None:
        """Take waiting goods off their invoice: they are owed again, or canceled."""
        backorder = self.open_one(waits=True)
        if backorder is None:
            return
        own = self.promises[backorder]
        invoice, units = self.dice.choice(sorted(own.waiting.items()))
        canceling = None
        if self.dice.random() < 0.5:
            wish = self.free(backorder, units)
            given = () if wish is None else ((backorder, wish),)
            by = Tender(CASH, Decimal(0))
            canceling = Canceling(self.shop.till.employee_id, "Wants fewer", given, by)
        else:
            own.owed += units
        self.shop.till.run(fills.discard, invoice_id=invoice, canceling=canceling)
        del own.waiting[invoice]

    def sell(self) -> None:
        by_credit = self.dice.randint(0, max(0, min(PRICE, self.credit + LIMIT)))
        self.shop.sells("1", *([Tender(CREDIT, money(by_credit))] if by_credit else []))
        self.credit -= by_credit
        self.goods += PRICE

    def bring_back(self) -> None:
        kept = self.dice.randint(0, PRICE)
        own = [Tender(CREDIT, money(-kept))] if kept else []
        self.shop.sells("1", *own, code=TransCode.RETURN)
        self.credit += kept
        self.goods -= PRICE

    def compare(self) -> None:
        """Hold the shop's figures against the book's."""
        summed = sa.type_coerce(sa.func.sum(CustomerMoney.amount), CustomerMoney.amount.type)
        rows = sa.select(CustomerMoney.backorder_id, summed).group_by(CustomerMoney.backorder_id)
        with self.shop.till.engine.connect() as connection:
            held: dict[int | None, Decimal] = dict(connection.execute(rows).all())
        assert held.pop(None, Decimal(0)) == money(self.credit)
        expected = {each: money(own.held) for each, own in self.promises.items() if own.held}
        assert {each: amount for each, amount in held.items() if amount} == expected

    def count_the_drawer(self) -> None:
        """See that what came in less what went out is what is held, the fees, and what goods came to."""
        paid = (
            sa.select(TenderPaid.amount, TenderPaid.change)
            .join(Invoice, Invoice.id == TenderPaid.invoice_id)
            .where(Invoice.status == InvoiceStatus.PROCESSED, TenderPaid.kind == CASH)
        )
        with self.shop.till.engine.connect() as connection:
            cash = sum((row.amount - row.change for row in connection.execute(paid)), Decimal(0))
        held = self.credit + sum(own.held for own in self.promises.values())
        assert cash == money(held + self.fees + self.goods)


def test_not_a_cent_is_lost_on_a_long_walk(till: Till) -> None:
    for shop in money_shop(till):
        till.run(items.adjust_stock, item_id=till.items["kettle"], by=Decimal(50 * STEPS), reason="For a long walk")
        walk = Walk(shop, seed=12)
        for step in range(1, STEPS + 1):
            walk.go()
            if step % max(CHECKED_EVERY, STEPS // 20) == 0:
                shop.holds()
                walk.count_the_drawer()
        shop.holds()
        walk.count_the_drawer()
        assert walk.fees
        assert len(shop.moves()) > STEPS // 2
