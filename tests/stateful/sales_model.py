"""The sales side of a shop in plain whole numbers, written apart from the program: what the state machine expects.

Quantities are thousandths of a unit, money is cents, rates and percentages are ten-thousandths of a percent. What can
be worked out from the documents is not stored: what is committed, and what of a backorder waits, is filled or is owed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction


def half_up(amount: Fraction) -> int:
    """Round to a whole number, away from zero at the half."""
    whole, rest = divmod(abs(amount), 1)
    rounded = int(whole) + (rest >= Fraction(1, 2))
    return rounded if amount >= 0 else -rounded


ITS_ITEMS = -1
"""As the tax code of a line: that of its item."""


@dataclass
class ItemModel:
    """An item: its price, its tax code, what is on hand, and what Auto Order reads."""

    id: int
    price: int
    tax_code_id: int | None
    on_hand: int
    vendor: int | None = None
    max_stock: int = 0
    min_stock: int = 0
    pack: int = 1000
    archived: bool = False


@dataclass(frozen=True)
class LineModel:
    """A line.

    ``item`` is the item's code, empty for a comment; ``fills`` the number of the backorder it fills; ``was_allowed``
    whether it was ever to be sold anyway, which the Owner allowed then up to what was missing; ``asked`` the discount
    in money as it was typed, and for which quantity; ``shared`` what it has of the discount on the sale; ``tax`` the
    tax code, or whether it is still its item's. What comes back of a sale names its invoice and the place of its line
    there, and what is ``given`` for it after what was given ``before`` under the same tax code. A line that promises
    ``awaits`` so many units of an order; ``want`` is the wish that it grants.
    """

    code: str
    item: str = ""
    quantity: int = 1000
    price: int = 0
    discount: int = 0
    percent: int | None = None
    sell_anyway: bool = False
    fills: int | None = None
    was_allowed: bool = False
    asked: tuple[int, int] | None = None
    shared: int = 0
    tax: int | None = ITS_ITEMS
    of: tuple[int, int] | None = None
    given: int | None = None
    before: int = 0
    damaged: bool = False
    awaits: tuple[int, int] | None = None
    want: int | None = None

    def __post_init__(self) -> None:
        if self.sell_anyway:
            object.__setattr__(self, "was_allowed", True)

    @property
    def stocked(self) -> bool:
        """Whether it takes goods from the shelf: wrapping is a service."""
        return self.item != "wrap"

    @property
    def gross(self) -> int:
        """Quantity × price, rounded to cents."""
        return half_up(Fraction(self.quantity * self.price, 1000))

    @property
    def extension(self) -> int:
        """What the line adds to the invoice."""
        if self.code not in {"S", "R"}:
            return 0
        if self.given is not None:
            return -self.given
        off = self.discount + self.shared
        charged = half_up(max(Fraction(0), Fraction(self.quantity * self.price, 1000) - off))
        return charged if self.code == "S" else -charged

    def with_percent(self) -> "LineModel":
        """Let a percentage follow the quantity and the price."""
        if self.percent is None:
            return self
        share = Fraction(self.percent, 1_000_000)
        return replace(self, discount=half_up(Fraction(self.quantity * self.price, 1000) * share))

    def with_quantity(self, quantity: int) -> "LineModel":
        """Let fewer units keep their share of a discount in money, and more have all of it."""
        new = replace(self, quantity=quantity)
        if self.percent is not None or quantity == self.quantity:
            return new
        asked, units = self.asked or (self.discount, self.quantity)
        left = asked if quantity >= units else min(half_up(Fraction(asked * quantity, units)), new.gross)
        return replace(new, discount=left, asked=(asked, units))

    def shortened(self, quantity: int) -> "LineModel":
        """Leave less on the line, with its share of the discount."""
        less = replace(self, quantity=quantity)
        share = half_up(Fraction(self.discount * quantity, self.quantity))
        return replace(less, discount=min(share, less.gross), asked=None).with_percent()


@dataclass
class InvoiceModel:
    """An invoice and what stands on it."""

    customer: int | None = None
    status: str = "working"
    number: int | None = None
    committed: bool = False
    lines: list[LineModel] = field(default_factory=list)
    handed_over: list[int] = field(default_factory=list)
    discount: int = 0
    percent: int | None = None
    inclusive: bool = False
    exempt: bool = False
    rounding: int = 0
    deposit: int = 0

    def share_discount(self) -> None:
        """Share the discount on the sale over what is sold: down first, the cents left to the largest fractions."""
        bare = [replace(line, shared=0) for line in self.lines]
        charged = [line.extension if line.code == "S" else 0 for line in bare]
        whole = sum(charged)
        if self.percent is not None:
            given = half_up(Fraction(whole * self.percent, 1_000_000))
        else:
            given = min(self.discount, whole)
        exact = [Fraction(given * each, whole) if whole else Fraction(0) for each in charged]
        shares = [int(each) for each in exact]
        order = sorted(range(len(exact)), key=lambda place: shares[place] - exact[place])
        for place in order[: given - sum(shares)]:
            shares[place] += 1
        self.lines[:] = [replace(line, shared=share) for line, share in zip(bare, shares, strict=True)]

    def sold(self) -> dict[str, int]:
        """What the S lines sell, by item."""
        sums: dict[str, int] = {}
        for line in self.lines:
            if line.code == "S" and line.stocked:
                sums[line.item] = sums.get(line.item, 0) + line.quantity
        return sums

    def moved(self, item: str) -> int:
        """By how much posting changes what is on hand."""
        sign = {"S": -1, "R": 1}
        stays = [line for line in self.lines if line.stocked and line.item == item and not line.damaged]
        return sum(sign.get(line.code, 0) * line.quantity for line in stays)


@dataclass
class BackorderModel:
    """A promise: to whom, from which invoice, at which price, and what of it was canceled."""

    id: int
    invoice: int
    item: str
    customer: int
    ordered: int
    price: int
    discount: int
    created: datetime
    canceled: int = 0
    tax: int | None = ITS_ITEMS
    question: str = ""
    want: int | None = None


@dataclass
class WantModel:
    """A wish: whose, for what (None for what is only told in words), how many units, since when."""

    customer: int
    item: str | None
    quantity: int
    since: datetime
    dropped: bool = False


@dataclass
class SpecialOrderModel:
    """A special order: its B lines with what is asked of each, and the deposit in percent or as an amount.

    Goods that are not on file yet have the vendor beside them who has them.
    """

    customer: int
    status: str = "working"
    number: int | None = None
    lines: list[tuple[LineModel, str]] = field(default_factory=list)
    percent: Fraction | None = None
    amount: int = 0


@dataclass
class SalesModel:
    """What the counter of the shop should hold; backorders by their number, so the oldest comes first."""

    items: dict[str, ItemModel] = field(default_factory=dict)
    invoices: dict[int, InvoiceModel] = field(default_factory=dict)
    backorders: dict[int, BackorderModel] = field(default_factory=dict)
    archived_customers: set[int] = field(default_factory=set)
    warns: bool = True
    inclusive: bool = False
    coin: int = 0
    held: dict[int, int] = field(default_factory=dict)
    credit: dict[int, int] = field(default_factory=dict)
    taxes: dict[int, tuple[tuple[int, bool], ...]] = field(default_factory=dict)
    wants: dict[int, WantModel] = field(default_factory=dict)
    special_orders: dict[int, SpecialOrderModel] = field(default_factory=dict)

    def tax_code(self, line: LineModel) -> int | None:
        """Return the tax code of a line: its item's, until somebody chose another."""
        item = self.items.get(line.item)
        return line.tax if item is None or line.tax != ITS_ITEMS else item.tax_code_id

    def total(self, invoice: InvoiceModel) -> int:
        """Add an invoice up, with each tax of each code on top or contained; who is exempt pays none."""
        invoice.share_discount()
        charged = [self._charged(invoice, line) for line in invoice.lines]
        if invoice.inclusive or invoice.exempt:
            return sum(charged) + invoice.deposit
        sums: dict[int, int] = {}
        for line, amount in zip(invoice.lines, charged, strict=True):
            code = self.tax_code(line)
            if line.code != "C" and code is not None and line.given is None:
                sums[code] = sums.get(code, 0) + amount
        back = sum(self._tax_back(line) for line in invoice.lines if line.given is not None)
        return (
            invoice.deposit
            + sum(charged)
            - back
            + sum(sum(self.on_top(code, taxable)) for code, taxable in sums.items())
        )

    def _tax_back(self, line: LineModel) -> int:
        """Return the tax that comes back with a line, alone of its code on its invoice."""
        code = self.tax_code(line)
        if code is None or line.given is None:
            return 0
        return sum(self.on_top(code, line.before + line.given)) - sum(self.on_top(code, line.before))

    def returned(self, sale: int, index: int) -> int:
        """Return how many of a sold line came back."""
        posted = [each for each in self.invoices.values() if each.status == "processed"]
        return sum(line.quantity for each in posted for line in each.lines if line.of == (sale, index))

    def comes_back(self, sale: int, index: int, quantity: int, *, damaged: bool) -> LineModel:
        """Make the line that brings so many of a sold line back."""
        invoice = self.invoices[sale]
        sold = invoice.lines[index]
        before = sum(
            self._back(invoice, sale, place, 0)
            for place, line in enumerate(invoice.lines)
            if line.code == "S" and self.tax_code(line) == self.tax_code(sold)
        )
        given = self._back(invoice, sale, index, quantity) - self._back(invoice, sale, index, 0)
        price, tax = sold.price, sold.tax
        return LineModel(
            *("R", sold.item, quantity, price), tax=tax, of=(sale, index), given=given, before=before, damaged=damaged
        )

    def _back(self, invoice: InvoiceModel, sale: int, index: int, more: int) -> int:
        sold = invoice.lines[index]
        return half_up(Fraction(self._charged(invoice, sold) * (self.returned(sale, index) + more), sold.quantity))

    def on_top(self, code: int, net: int) -> list[int]:
        """Return what each tax of a code is on a net amount."""
        due: list[int] = []
        for rate, compound in self.taxes[code]:
            due.append(half_up(Fraction((net + (sum(due) if compound else 0)) * rate, 1_000_000)))
        return due

    def _charged(self, invoice: InvoiceModel, line: LineModel) -> int:
        """Return a line's extension, without the taxes that its price includes where they are not paid."""
        code = None if line.code == "C" else self.tax_code(line)
        if line.given is not None or code is None or not (invoice.exempt and invoice.inclusive):
            return line.extension
        whole = Fraction(1)
        for rate, compound in self.taxes[code]:
            whole += Fraction(rate, 1_000_000) * (whole if compound else 1)
        return half_up(line.extension / whole)

    def coins(self, amount: int) -> int:
        """Round what is paid in cash to the coins that there are."""
        return half_up(Fraction(amount, self.coin)) * self.coin if self.coin else amount

    def rounded(self, total: int, cards: int, *, cash: bool) -> int:
        """Say by how much more is paid of a total because what cards do not cover is paid in cash."""
        rest = total - cards
        return self.coins(rest) - rest if cash and rest * total > 0 else 0

    def committed(self, item: str) -> int:
        """What of an item is set aside."""
        return sum(each.sold().get(item, 0) for each in self.invoices.values() if each.committed)

    def available(self, item: str) -> int:
        """What of an item anybody may have."""
        return self.items[item].on_hand - self.committed(item)

    def waiting(self, number: int) -> int:
        """What of a backorder waits on working invoices."""
        return sum(line.quantity for line in self._fills("working") if line.fills == number)

    def filled(self, number: int) -> int:
        """What of a backorder was handed over."""
        return sum(line.quantity for line in self._fills("processed") if line.fills == number)

    def received(self, number: int) -> int:
        """What of a backorder was ever set aside and not given back."""
        return self.waiting(number) + self.filled(number)

    def outstanding(self, number: int) -> int:
        """What a customer is still owed."""
        promise = self.backorders[number]
        return promise.ordered - promise.canceled - self.received(number)

    def in_line(self, numbers: Iterable[int]) -> list[int]:
        """Let backorders stand in line: each since it was promised, or wished for."""
        return sorted(numbers, key=self._since)

    def _since(self, number: int) -> tuple[datetime, int]:
        promise = self.backorders[number]
        return (promise.created if promise.want is None else self.wants[promise.want].since), number

    def came_of(self, want: int) -> str:
        """What came of a wish: nothing yet (``open``), a line of a working or of a processed invoice, or dropped."""
        if self.wants[want].dropped:
            return "dropped"
        became = {each.status for each in self.invoices.values() for line in each.lines if line.want == want}
        return next((status for status in ("processed", "working") if status in became), "open")

    def deposit_of(self, order: SpecialOrderModel) -> tuple[int, int]:
        """Return what a special order asks as a deposit, and what its goods cost."""
        sold = [replace(line, code="S") for line, _question in order.lines]
        total = self.total(InvoiceModel(order.customer, inclusive=self.inclusive, lines=sold))
        return order.amount if order.percent is None else half_up(total * order.percent / 100), total

    def shares_of(self, order: SpecialOrderModel, deposit: int) -> list[int]:
        """Share a deposit over the lines by what they cost: down first, the cents left to the largest fractions."""
        costs = [replace(line, code="S").extension for line, _question in order.lines]
        exact = [Fraction(deposit * cost, sum(costs)) for cost in costs]
        shares = [int(each) for each in exact]
        by_fraction = sorted(range(len(exact)), key=lambda place: shares[place] - exact[place])
        for place in by_fraction[: deposit - sum(shares)]:
            shares[place] += 1
        return shares

    def _fills(self, status: str) -> Iterator[LineModel]:
        return (line for each in self.invoices.values() if each.status == status for line in each.lines)

    def add(self, invoice: InvoiceModel, new: LineModel) -> None:
        """Put goods on an invoice; scanned again they raise the last line."""
        last = invoice.lines[-1] if invoice.lines else None
        if last is not None and replace(last, quantity=new.quantity, shared=0, awaits=None) == new:
            invoice.lines[-1] = replace(last, quantity=last.quantity + new.quantity)
        else:
            invoice.lines.append(new)

    def fill_line(self, number: int, quantity: int) -> LineModel:
        """Make the line on which goods wait: the price that was promised, with its share of the discount."""
        promise, before = self.backorders[number], self.received(number)
        after = before + quantity
        share = half_up(Fraction(promise.discount * after, promise.ordered)) - half_up(
            Fraction(promise.discount * before, promise.ordered)
        )
        line = LineModel("S", promise.item, quantity, promise.price, fills=number, tax=promise.tax)
        return replace(line, discount=min(share, line.gross))

    def why_not_post(self, invoice: InvoiceModel, *, settles: bool, pick_up: bool, cashier: bool) -> str | None:
        """Name the field at which posting is refused, in the order in which a person is told; None when it is not."""
        promises = [line for line in invoice.lines if line.code == "B"]
        reasons = {
            "": invoice.committed and not pick_up,
            "item": all(line.code == "C" for line in invoice.lines),
            "customer": promises and invoice.customer is None,
            "tenders": not settles,
            "pay_out": cashier and self.total(invoice) < 0,
            "stock": not invoice.committed and self.warns and self._short(invoice),
            "item ": any(self.items[line.item].archived for line in promises),
            "customer ": promises and invoice.customer in self.archived_customers,
            "order": self.lacks_on_order(invoice),
            "set_aside": cashier and self._takes_what_is_set_aside(invoice),
        }
        return next((field.strip() for field, wrong in reasons.items() if wrong), None)

    def lacks_on_order(self, _invoice: InvoiceModel) -> bool:
        """Whether an order has less left than was said of it: the back door knows."""
        return False

    def why_not_take(self, invoice: InvoiceModel) -> str | None:
        """Name the field at which more cash is refused, or None."""
        if all(line.code == "C" for line in invoice.lines):
            return "item"
        if invoice.customer is None and any(line.code == "B" for line in invoice.lines):
            return "customer"
        total, standing = self.total(invoice), sum(invoice.handed_over)
        return None if standing < total + self.rounded(total, 0, cash=standing > 0) else "tenders"

    def _short(self, invoice: InvoiceModel) -> bool:
        """Whether a line sells more than is available, and nobody said to sell it anyway."""
        left = {code: max(0, self.available(code)) for code in self.items}
        for line in invoice.lines:
            if line.code == "S" and line.stocked:
                if line.quantity > left[line.item] and not line.sell_anyway:
                    return True
                left[line.item] = max(0, left[line.item] - line.quantity)
        return False

    def _takes_what_is_set_aside(self, invoice: InvoiceModel) -> bool:
        own = invoice.sold() if invoice.committed else {}
        for code, item in self.items.items():
            for_others = self.committed(code) - own.get(code, 0)
            moved = invoice.moved(code)
            if for_others > 0 and moved < 0 and item.on_hand - for_others + moved < 0:
                return True
        return False

    def hold(self, customer: int, number: int | None, cents: int) -> None:
        """Hold more money for a backorder, or as a customer's credit."""
        account, key = (self.credit, customer) if number is None else (self.held, number)
        account[key] = account.get(key, 0) + cents

    def close_accounts(self) -> None:
        """Let what is left for closed backorders become credit."""
        for number, cents in self.held.items():
            if cents and not self.outstanding(number) and not self.waiting(number):
                self.held[number] = 0
                self.hold(self.backorders[number].customer, None, cents)

    def post(self, invoice: InvoiceModel) -> list[LineModel]:
        """Post an invoice and return its B lines."""
        for code, item in self.items.items():
            item.on_hand += invoice.moved(code)
        invoice.number = 1 + sum(other.number is not None for other in self.invoices.values())
        invoice.status, invoice.committed = "processed", False
        return [line for line in invoice.lines if line.code == "B"]
