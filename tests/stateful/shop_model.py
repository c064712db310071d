"""The shop in plain Python whole numbers, written apart from the program: what the state machine expects.

Quantities are thousandths of a unit, money is cents, rates and percentages are ten-thousandths of a percent.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction


def half_up(amount: Fraction) -> int:
    """Round to a whole number, away from zero at the half."""
    whole, rest = divmod(abs(amount), 1)
    rounded = int(whole) + (rest >= Fraction(1, 2))
    return rounded if amount >= 0 else -rounded


@dataclass
class ItemModel:
    """An item: its price, its tax rate, and what is on hand."""

    id: int
    price: int
    tax_code_id: int | None
    rate: int
    on_hand: int
    archived: bool = False


@dataclass(frozen=True)
class LineModel:
    """A line; ``item`` is the item's code, empty for a comment."""

    code: str
    item: str = ""
    quantity: int = 1000
    price: int = 0
    discount: int = 0
    percent: int | None = None
    sell_anyway: bool = False

    @property
    def gross(self) -> int:
        """Quantity × price, rounded to cents."""
        return half_up(Fraction(self.quantity * self.price, 1000))

    @property
    def extension(self) -> int:
        """What the line adds to the invoice."""
        if self.code not in {"S", "R"}:
            return 0
        charged = half_up(max(Fraction(0), Fraction(self.quantity * self.price, 1000) - self.discount))
        return charged if self.code == "S" else -charged

    def with_percent(self) -> "LineModel":
        """Let a percentage follow the quantity and the price."""
        if self.percent is None:
            return self
        share = Fraction(self.percent, 1_000_000)
        return replace(self, discount=half_up(Fraction(self.quantity * self.price, 1000) * share))


@dataclass
class InvoiceModel:
    """An invoice and what stands on it."""

    customer: int | None = None
    status: str = "working"
    number: int | None = None
    lines: list[LineModel] = field(default_factory=list)


@dataclass
class BackorderModel:
    """A promise: what was ordered, and what of it was canceled."""

    id: int
    item: str
    customer: int
    ordered: int
    canceled: int = 0


@dataclass
class ShopModel:
    """Everything the shop should hold."""

    items: dict[str, ItemModel] = field(default_factory=dict)
    invoices: dict[int, InvoiceModel] = field(default_factory=dict)
    backorders: dict[int, BackorderModel] = field(default_factory=dict)
    archived_customers: set[int] = field(default_factory=set)
    warns: bool = True

    def total(self, invoice: InvoiceModel) -> int:
        """Add an invoice up with tax on top, once per tax code."""
        sums: dict[tuple[int, int], int] = {}
        for line in invoice.lines:
            item = self.items.get(line.item)
            if item and item.tax_code_id is not None:
                key = (item.tax_code_id, item.rate)
                sums[key] = sums.get(key, 0) + line.extension
        tax = sum(half_up(Fraction(taxable * rate, 1_000_000)) for (_, rate), taxable in sums.items())
        return sum(line.extension for line in invoice.lines) + tax

    def add(self, invoice: InvoiceModel, new: LineModel) -> None:
        """Put goods on an invoice; scanned again they raise the last line."""
        last = invoice.lines[-1] if invoice.lines else None
        if last is not None and replace(last, quantity=new.quantity) == new:
            invoice.lines[-1] = replace(last, quantity=last.quantity + new.quantity)
        else:
            invoice.lines.append(new)

    def why_not_post(self, invoice: InvoiceModel) -> str:
        """Name the field at which posting is refused, payments aside; empty when it is not."""
        if all(line.code == "C" for line in invoice.lines):
            return "item"
        promises = [line for line in invoice.lines if line.code == "B"]
        if promises and invoice.customer is None:
            return "customer"
        left = {code: max(0, item.on_hand) for code, item in self.items.items()}
        for line in invoice.lines:
            if line.code == "S":
                short = line.quantity > left[line.item]
                left[line.item] = max(0, left[line.item] - line.quantity)
                if short and not line.sell_anyway and self.warns:
                    return "stock"
        if any(self.items[line.item].archived for line in promises):
            return "item"
        if promises and invoice.customer in self.archived_customers:
            return "customer"
        return ""

    def post(self, invoice: InvoiceModel) -> list[LineModel]:
        """Post an invoice and return its B lines."""
        invoice.status = "processed"
        invoice.number = 1 + sum(other.number is not None for other in self.invoices.values())
        for line in invoice.lines:
            if line.code in {"S", "R"}:
                self.items[line.item].on_hand += line.quantity if line.code == "R" else -line.quantity
        return [line for line in invoice.lines if line.code == "B"]
