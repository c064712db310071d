"""Serial numbers of goods that are sold and brought back. Serves the guide's page "Serial numbers"."""

from collections.abc import Collection
from typing import NamedTuple

from posim_desktop.domain.cards.serials import FIELD, Serials, Whereabouts, leave_refusal, one_form
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why

_HANDED_OVER = (TransCode.SALE, TransCode.RETURN)


class Receipt(NamedTuple):
    """The sale that a line takes goods back of: its number, and the units of these goods on it, in their one form."""

    number: int
    units: Collection[str]


def are_asked(serials: str, code: TransCode) -> bool:
    """Say whether a line of such goods needs their serial numbers before it is posted."""
    return serials != Serials.NONE and code in _HANDED_OVER


def move_refusal(
    code: TransCode, serial: str, at: Whereabouts, *, invoice: int, vouched: bool, receipt: Receipt | None = None
) -> Refusal | None:
    """Return why the unit with a number cannot be sold or brought back now, or None.

    Args:
        code: What the line does.
        serial: The number.
        at: Where the unit is.
        invoice: The number of the invoice that sold it last, 0 for none.
        vouched: Whether the person was told that the shop knows nothing of the sale, and takes it back.
        receipt: The sale that is named; None without one, or where it was not asked for numbers.
    """
    if code is TransCode.SALE:
        return leave_refusal(serial, at, invoice=invoice)
    if at is Whereabouts.SENT_BACK:
        return leave_refusal(serial, at, invoice=invoice)
    if at is Whereabouts.IN_STOCK:
        return Refusal(Why.SERIAL_NOT_OUT, Field(FIELD), serial=serial)
    if receipt is not None and (one_form(serial) not in receipt.units or invoice != receipt.number):
        return Refusal(Why.SERIAL_NOT_ON_RECEIPT, Field(FIELD), serial=serial, invoice=receipt.number)
    if at is Whereabouts.UNKNOWN and not vouched:
        return Refusal(Why.SERIAL_NEVER_SOLD, Field(FIELD), serial=serial)
    return None
