"""Tenders: what the shop takes, what each does, and how they settle an invoice.

Serves the guide's pages "Pay and post" and "Tenders".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, refuse
from posim_desktop.domain.money import ZERO, max_money, money_refusal, to_coins
from posim_desktop.domain.why import Why

MOST_TENDERS = 12
"""How many tenders a shop takes at a time: as many have a button in Pay."""


class TenderKind(StrEnum):
    """How money changes hands."""

    CASH = "cash"
    CARD = "card"
    CHECK = "check"
    OTHER = "other"
    DEPOSIT = "deposit"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a tender is called and does. A payment keeps them as they were that day.

    Attributes:
        name: What the shop calls it; one of the first four is called in the screen's language.
        opens_drawer: The drawer opens when it is paid with.
        asks_reference: A number or word is asked that finds the payment again.
        gives_change: More than is due may be handed over; the rest goes back in cash.
        rounds: What it pays is in coins, where the shop rounds cash.
        by_terminal: The card terminal takes it, at a workstation that has one.
    """

    name: str
    opens_drawer: bool = False
    asks_reference: bool = False
    gives_change: bool = False
    rounds: bool = False
    by_terminal: bool = False


SHIPPED: Mapping[TenderKind, Terms] = MappingProxyType(
    {
        TenderKind.CASH: Terms("Cash", opens_drawer=True, gives_change=True, rounds=True),
        TenderKind.CARD: Terms("Card", by_terminal=True),
        TenderKind.CHECK: Terms("Check"),
        TenderKind.OTHER: Terms("Other"),
        TenderKind.DEPOSIT: Terms("Deposit"),
        TenderKind.CREDIT: Terms("Credit"),
    }
)
"""What a new shop takes."""

OF_CUSTOMER = frozenset({TenderKind.DEPOSIT, TenderKind.CREDIT})
"""Tenders that are no money handed over but the customer's, which the shop holds already; they have no card."""

OF_SHOP = tuple(kind for kind in TenderKind if kind not in OF_CUSTOMER)
"""Of what kind the tenders are that the shop names itself."""


@dataclass(frozen=True, slots=True)
class TenderTypeFields:
    """A tender that the shop takes, as its card says it; its code is automatic and its kind stays as it is.

    ``position`` is its place among the buttons of Pay, from 1 on; 0 is the last one. The rest is as in :class:`Terms`.
    """

    code: str = ""
    name: str = ""
    kind: TenderKind = TenderKind.OTHER
    position: int = 0
    opens_drawer: bool = False
    asks_reference: bool = False
    gives_change: bool = False
    rounds: bool = False
    by_terminal: bool = False


@dataclass(frozen=True, slots=True)
class Tender:
    """One payment; ``amount`` is what was handed over, below zero when the shop pays out.

    Attributes:
        kind: How.
        amount: How much.
        type_id: The shop's card of it; None for the first one of its kind, and for the customer's money.
        reference: What finds it again: the number of a check, what the card terminal printed.
        terms: What it does; None for what a new shop's tender of its kind does.
        backorder_id: Whose deposit it is.
    """

    kind: TenderKind
    amount: Decimal
    type_id: int | None = None
    reference: str = ""
    terms: Terms | None = field(default=None, compare=False)
    backorder_id: int | None = None

    @property
    def does(self) -> Terms:
        """What it does."""
        return self.terms or SHIPPED[self.kind]

    @property
    def moves_drawer(self) -> bool:
        """Whether the drawer opens for it."""
        return self.does.opens_drawer and self.amount != 0


@dataclass(frozen=True, slots=True)
class ShopTender:
    """A tender that the shop takes."""

    id: int
    kind: TenderKind
    terms: Terms

    def paying(self, amount: Decimal, reference: str = "", backorder_id: int | None = None) -> Tender:
        """Make a payment by it; of a deposit it is said whose."""
        return Tender(self.kind, amount, self.id, reference, self.terms, backorder_id)


def named(tender: Tender, taken: Sequence[ShopTender]) -> Tender:
    """Find which of the tenders that the shop takes a payment is, and what that does; of its own it takes any.

    Raises:
        RefusedError: The shop takes it no longer.
    """
    if tender.kind in OF_CUSTOMER:
        return replace(tender, type_id=None, reference="", terms=SHIPPED[tender.kind])
    for each in taken:
        if each.id == tender.type_id or (tender.type_id is None and each.kind is tender.kind):
            return each.paying(tender.amount, tender.reference, tender.backorder_id)
    raise refuse(Why.TENDER_IS_ARCHIVED, Field("tenders"))


def clean_tender_type(fields: TenderTypeFields) -> TenderTypeFields:
    """Bring the card of a tender into the form that is stored.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    if fields.kind in OF_CUSTOMER:
        raise refuse(Why.TENDER_OF_CUSTOMER, Field("kind"))
    if fields.rounds and fields.kind is not TenderKind.CASH:
        raise refuse(Why.ONLY_CASH_ROUNDS, Field("rounds"))
    if fields.by_terminal and fields.kind is not TenderKind.CARD:
        raise refuse(Why.NOT_BY_TERMINAL, Field("by_terminal"))
    name = text.clean(fields.name, field="name", limit=text.TENDER, label=text.Label.NAME, blank=False)
    return replace(fields, name=name)


def clean_reference(tender: Tender) -> Tender:
    """Bring what finds a payment again into the form that is stored.

    Raises:
        RefusedError: It is missing where the tender asks it, too long, or a card's number.
    """
    reference = text.clean(tender.reference, field="reference", limit=text.SHORT, label=text.Label.REFERENCE)
    if tender.does.asks_reference and tender.amount and not reference:
        raise refuse(Why.TEXT_MISSING, Field("reference"), label=text.Label.REFERENCE)
    return replace(tender, reference=reference)


def of_customer(tenders: Sequence[Tender]) -> Decimal:
    """Add up what of these is the customer's own money; below zero it is a refund as credit."""
    return sum((tender.amount for tender in tenders if tender.kind in OF_CUSTOMER), ZERO)


def due_of(total: Decimal, tenders: Sequence[Tender]) -> Decimal:
    """Return what is to be paid in money, below zero what is paid out: deposits and credit are taken off first."""
    return total - of_customer(tenders)


def _handed_over(tenders: Sequence[Tender]) -> list[Tender]:
    return [tender for tender in tenders if tender.kind not in OF_CUSTOMER]


def rounding_of(total: Decimal, tenders: Sequence[Tender], coin: Decimal) -> Decimal:
    """Return by how much more is to be paid because the rest is paid in cash, in coins; below zero by how much less.

    What other tenders do not cover is rounded, once for all the cash of an invoice. Without cash nothing is.
    """
    if not any(tender.does.rounds for tender in tenders):
        return ZERO
    due = due_of(total, tenders)
    rest = due - sum((tender.amount for tender in _handed_over(tenders) if not tender.does.rounds), ZERO)
    return ZERO if rest * due <= 0 else to_coins(rest, coin) - rest


def change_due(total: Decimal, tenders: Sequence[Tender], coin: Decimal = ZERO) -> Decimal:
    """Return the change due; negative means still owed. ``coin`` is the smallest one, if the shop rounds cash."""
    return sum((tender.amount for tender in tenders), ZERO) - total - rounding_of(total, tenders, coin)


def change_of_each(total: Decimal, tenders: Sequence[Tender], coin: Decimal = ZERO) -> list[Decimal]:
    """Work out what goes back of each tender that settles a total, of those that give change."""
    change = max(ZERO, change_due(total, tenders, coin)) if due_of(total, tenders) >= 0 else ZERO
    backs = []
    for tender in tenders:
        back = max(ZERO, min(change, tender.amount)) if tender.does.gives_change else ZERO
        change -= back
        backs.append(back)
    return backs


def tender_refusal(total: Decimal, tenders: Sequence[Tender], coin: Decimal = ZERO) -> Refusal | None:
    """Return why these payments do not settle a total, or None.

    Only some tenders give change. At a total of 0.00 one tender of any kind finalises the invoice. How far the
    customer's own money may be used is asked of :func:`~posim_desktop.domain.sales.customer_money.use_refusal`.
    """
    if not tenders:
        return Refusal(Why.NO_TENDER, Field("tenders"))
    due, paid = due_of(total, tenders), _handed_over(tenders)
    refusal = _signs_refusal(due, tenders)
    if refusal is not None or (not paid and due == 0):
        return refusal
    change = change_due(total, tenders, coin)
    if (due >= 0 and change < 0) or (due < 0 and change > 0):
        return Refusal(Why.STILL_TO_PAY, Field("tenders"), left=abs(change))
    if due < 0 and change < 0:
        return Refusal(Why.TOO_MUCH_PAID_OUT, Field("tenders"))
    changeable = sum((tender.amount for tender in paid if tender.does.gives_change), ZERO)
    if change > max(ZERO, changeable):
        return Refusal(Why.GIVES_NO_CHANGE, Field("tenders"))
    return None


def _signs_refusal(due: Decimal, tenders: Sequence[Tender]) -> Refusal | None:
    """Refuse an amount that cannot be, or that goes the other way than what is due."""
    for tender in tenders:
        refusal = money_refusal(tender.amount, field="tenders", negative=True)
        if refusal is not None:
            return refusal
        of_shop = tender.kind not in OF_CUSTOMER
        if not of_shop and tender.amount == 0:
            return Refusal(Why.PAYMENT_MISSING, Field("tenders"))
        if of_shop and (tender.amount * due < 0 or (due == 0 and tender.amount != 0)):
            return Refusal(Why.WRONG_SIGN, Field("tenders"))
    return None


def discard_refusal(standing: Sequence[Tender]) -> Refusal | None:
    """Return why an invoice cannot be given up, or None: nobody forgets money that was handed over."""
    if not any(tender.amount for tender in standing):
        return None
    return Refusal(Why.TENDER_STANDS, Field("tenders"), amount=sum((tender.amount for tender in standing), ZERO))


def seen_refusal(standing: Sequence[Tender], seen: Sequence[Tender]) -> Refusal | None:
    """Return why an invoice cannot be posted with the tenders that a person sees on it, or None.

    No tender is posted unseen, and none counts that has been given back meanwhile.
    """
    if len(seen) == len(standing) and all(map(_is_the_same, seen, standing)):
        return None
    return Refusal(Why.TENDERS_CHANGED, Field("tenders"))


def _is_the_same(seen: Tender, standing: Tender) -> bool:
    """Compare a payment as it is seen with the stored one; who names no card of the shop's sees only the kind."""
    return seen == (standing if seen.type_id else replace(standing, type_id=None, reference=seen.reference))


def next_tender_refusal(total: Decimal, tenders: Sequence[Tender], new: Tender, coin: Decimal = ZERO) -> Refusal | None:
    """Return why one more payment cannot be taken, or None; it need not settle the total yet."""
    if tenders and tender_refusal(total, tenders, coin) is None:
        return Refusal(Why.ALREADY_PAID, Field("tenders"))
    refusal = money_refusal(new.amount, field="tenders", negative=True)
    change = change_due(total, [*tenders, new], coin)
    if refusal is None and new.does.rounds and new.amount != to_coins(new.amount, coin):
        return Refusal(Why.NO_SUCH_COINS, Field("tenders"), coin=coin)
    is_rounded_away = change == 0 and new.does.rounds
    due = due_of(total, tenders)
    if refusal is None and new.amount == 0 and due != 0 and not is_rounded_away:
        return Refusal(Why.PAYMENT_MISSING, Field("tenders"))
    if refusal is None and abs(change) > max_money():
        return Refusal(Why.AMOUNT_TOO_LARGE, Field("tenders"), most=max_money())
    if refusal is not None:
        return refusal
    refusal = tender_refusal(total, [*tenders, new], coin)
    if new.kind in OF_CUSTOMER:
        # What it leaves, and be it more to pay out, other tenders settle.
        return None if refusal is None or refusal.why is Why.STILL_TO_PAY else refusal
    still_short = new.amount * due > 0 and ((due > 0 and change < 0) or (due < 0 and change > 0))
    return None if still_short else refusal
