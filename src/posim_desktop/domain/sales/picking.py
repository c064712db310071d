"""Goods of several invoices that a customer picks up in one go. Serves the guide's page "Pick up".

A working invoice *names* lines of the customer's committed invoices. They stay there, set aside, until it is posted.
"""

from dataclasses import dataclass

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.why import Why


@dataclass(frozen=True, slots=True)
class Side:
    """What matters of an invoice that names lines, or of one whose lines are named.

    Attributes:
        status: Where it stands.
        committed: Whether its goods are set aside.
        customer_id: For whom it is.
        tax_inclusive: Whether its prices include the tax.
        discounted: Whether there is a discount on the whole of it.
        holds_money: Whether money was handed over for it already.
        exempt: Whether no tax is paid on it.
    """

    status: InvoiceStatus
    committed: bool
    customer_id: int | None
    tax_inclusive: bool
    discounted: bool = False
    holds_money: bool = False
    exempt: bool = False


def name_refusal(pick_up: Side, held: Side) -> Refusal | None:
    """Return why lines of a committed invoice cannot be picked up with another invoice, or None."""
    if held.status is not InvoiceStatus.WORKING or not held.committed:
        return Refusal(Why.GOODS_NOT_SET_ASIDE, Field("picked"))
    if held.customer_id is None:
        return Refusal(Why.PICK_UP_NEEDS_CUSTOMER, Field("picked"))
    if held.customer_id != pick_up.customer_id:
        return Refusal(Why.PICK_UP_OF_ANOTHER_CUSTOMER, Field("picked"))
    if held.holds_money:
        return Refusal(Why.PICK_UP_PAID_ON, Field("picked"))
    if held.discounted or pick_up.discounted:
        return Refusal(Why.PICK_UP_DISCOUNTED, Field("picked"))
    if (held.tax_inclusive, held.exempt) != (pick_up.tax_inclusive, pick_up.exempt):
        return Refusal(Why.PICK_UP_OTHER_PRICES, Field("picked"))
    return None


def line_refusal(code: TransCode) -> Refusal | None:
    """Return why a line cannot be picked up with another invoice, or None: only what is set aside can."""
    return None if code is TransCode.SALE else Refusal(Why.GOODS_NOT_SET_ASIDE, Field("picked"))


def commit_refusal(*, names: bool) -> Refusal | None:
    """Return why an invoice that names lines of others cannot be committed, or None."""
    return Refusal(Why.PICK_UP_IS_SET_ASIDE) if names else None


def discount_refusal(*, names: bool) -> Refusal | None:
    """Return why there can be no discount on the whole of an invoice that names lines of others, or None.

    It would be shared over goods whose price was agreed when they were promised.
    """
    return Refusal(Why.PICK_UP_DISCOUNTED, Field("discount")) if names else None
