"""What the screens of a working invoice are shown: its head, its lines and what was handed over for it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from posim_desktop.domain.cards.stock import Stock
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import line_needs
from posim_desktop.domain.sales.invoice import GivenBack, InvoiceStatus, Origin, TransCode
from posim_desktop.domain.sales.returns import Paid
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender, TenderKind, Terms
from posim_desktop.domain.tax import Taxes
from posim_desktop.queries.sales.invoice_reading import TaxLine


@dataclass(frozen=True, slots=True)
class AttachedCustomer:
    """The customer on an invoice; the counts are of backorders outstanding, and ready to pick up on other invoices.

    ``on_deposit`` is what the shop holds for their backorders, ``credit`` what else; below zero is owed on account.
    """

    id: int
    code: str
    name: str
    phone: str
    notes: str
    open_backorders: int
    ready_backorders: int
    on_deposit: Decimal = ZERO
    credit: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """A line of a working invoice, with the stock of its item as it is now.

    Attributes:
        shortage: Units that are not available once the lines above are served; 0 unless the line sells.
        expected_on: When goods of a B line are expected that are not allocated yet, None when not known.
        serials_asked: Whether each unit needs a serial number before the invoice is posted.
        serials: The numbers that are entered.
        returns_line_id: The sold line that it gives back; None of other lines, and of what comes without a receipt.
        given_before: What of that sale's goods under the same tax code was given back before.
        held_on: The committed invoice on which it is set aside, if this invoice only names it.
        place: Where it lies then.
        allowed_by: Who allowed that it comes back without a receipt; None of other lines.
        awaits: The number of the purchase order whose goods a B line waits for.
    """

    id: int
    trans_code: TransCode
    item_id: int | None
    item: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    discount_reason: str
    tax_code_id: int | None
    tax_code: str
    taxes: Taxes
    extension: Decimal
    sell_anyway: bool
    stocked: bool
    fills_backorder_id: int | None
    sale_discount: Decimal
    returns_line_id: int | None
    given_before: Decimal | None
    return_reason: str
    damaged: bool
    unit: str
    one_piece: bool
    lot: str
    on_sale_on: date | None
    on_hand: Decimal
    committed: Decimal
    shortage: Decimal = NO_UNITS
    expected_on: date | None = None
    off_sale: Decimal = ZERO
    serials_asked: bool = False
    serials: tuple[str, ...] = ()
    deposit_line_id: int | None = None
    deposit_backorder_id: int | None = None
    deposit_number: int | None = None
    held_on: int | None = None
    place: str = ""
    allowed_by: str | None = None
    awaits: int | None = None

    @property
    def is_picked(self) -> bool:
        """Whether it is set aside on another invoice, to be picked up with this one."""
        return self.held_on is not None

    @property
    def available(self) -> Decimal:
        """What anybody may have of the item."""
        return Stock(self.on_hand, self.committed).available

    @property
    def before_sale_discount(self) -> Decimal:
        """What it comes to before the discount on the sale."""
        return self.extension + self.off_sale

    @property
    def is_unpriced(self) -> bool:
        """Whether it sells or promises goods at no price."""
        return line_needs.is_unpriced(self.for_rules())

    @property
    def lacks_serials(self) -> bool:
        """Whether it has not one serial number for each unit yet, or has too many."""
        return self.serials_asked and len(self.serials) != self.quantity

    @property
    def has_no_receipt(self) -> bool:
        """Whether goods come back of which no sale is named."""
        return self.trans_code is TransCode.RETURN and self.returns_line_id is None

    @property
    def lacks_reason(self) -> bool:
        """Whether it comes back and nobody says why."""
        return self.trans_code is TransCode.RETURN and not self.return_reason

    @property
    def is_unexplained(self) -> bool:
        """Whether it comes back without a receipt, and nobody says why or nobody allowed it."""
        return self.has_no_receipt and (self.lacks_reason or self.allowed_by is None)

    @property
    def must_be_asked(self) -> bool:
        """Whether it sells more than is available and nobody chose Sell Anyway."""
        return self.shortage > 0 and not self.sell_anyway

    def for_rules(self) -> invoice_rules.Line:
        """Take what the rules look at."""
        return invoice_rules.Line(
            self.trans_code,
            self.quantity,
            self.unit_price,
            self.discount,
            self.tax_code_id,
            self.taxes,
            self.fills_backorder_id is not None,
            self.sale_discount,
            None if self.given_before is None else GivenBack(-self.extension, self.given_before),
        )


@dataclass(frozen=True, slots=True)
class StandingTender:
    """What was handed over for a working invoice: to whom and when, where that is known."""

    id: int
    kind: TenderKind
    amount: Decimal
    taken_at: datetime | None
    employee: str
    type_id: int | None
    reference: str
    terms: Terms
    backorder_id: int | None = None

    def for_rules(self) -> Tender:
        """Take what the rules look at."""
        return Tender(self.kind, self.amount, self.type_id, self.reference, self.terms, self.backorder_id)


@dataclass(frozen=True, slots=True)
class WorkingDetails:
    """Everything the Working Invoice window shows; money in the store's currency.

    ``paid`` is how the sale was paid of which its R lines take goods back, and what was refunded already.
    """

    id: int
    version: int
    status: InvoiceStatus
    committed: bool
    committed_at: datetime | None
    origin: Origin
    number: int | None
    created_at: datetime
    employee: str
    workstation: str
    tax_inclusive: bool
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    note: str
    open_workstation: str | None
    customer: AttachedCustomer | None
    lines: tuple[WorkingLine, ...]
    taxes: tuple[TaxLine, ...]
    tenders: tuple[StandingTender, ...]
    coin: Decimal
    discount: SaleDiscount
    discount_reason: str
    exemption: Exemption
    customer_order: str
    job_tag: str
    returns_invoice_id: int | None = None
    paid: tuple[Paid, ...] = ()

    @property
    def deposits(self) -> Decimal:
        """What its deposits take, below zero what they pay back."""
        return sum((line.extension for line in self.lines if line.trans_code is TransCode.DEPOSIT), ZERO)

    @property
    def off_sale(self) -> Decimal:
        """What the discount on the sale comes to."""
        return sum((line.off_sale for line in self.lines), ZERO)


@dataclass(frozen=True, slots=True)
class InHand:
    """Where a working invoice is in hand, by whom and since when."""

    workstation: str
    employee: str
    since: datetime
