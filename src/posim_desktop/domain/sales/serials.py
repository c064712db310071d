"""Serial numbers of goods that are sold and brought back. Serves the guide's page "Serial numbers"."""

from posim_desktop.domain.cards.serials import FIELD, Serials, Whereabouts
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why

_HANDED_OVER = (TransCode.SALE, TransCode.RETURN)


def are_asked(serials: str, code: TransCode) -> bool:
    """Say whether a line of such goods needs their serial numbers before it is posted."""
    return serials != Serials.NONE and code in _HANDED_OVER


def move_refusal(code: TransCode, serial: str, at: Whereabouts, *, invoice: int, vouched: bool) -> Refusal | None:
    """Return why the unit with a number cannot be sold or brought back now, or None.

    Args:
        code: What the line does.
        serial: The number.
        at: Where the unit is.
        invoice: The number of the invoice that sold it last, 0 for none.
        vouched: Whether the person was told that the shop knows nothing of the sale, and takes it back.
    """
    if code is TransCode.SALE:
        return (
            Refusal(Why.SERIAL_SOLD, Field(FIELD), serial=serial, invoice=invoice) if at is Whereabouts.SOLD else None
        )
    if at is Whereabouts.IN_STOCK:
        return Refusal(Why.SERIAL_NOT_OUT, Field(FIELD), serial=serial)
    if at is Whereabouts.UNKNOWN and not vouched:
        return Refusal(Why.SERIAL_NEVER_SOLD, Field(FIELD), serial=serial)
    return None
