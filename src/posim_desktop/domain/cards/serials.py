"""Serial numbers: which goods have one for each unit, and where the unit with a number is.

Nobody stores where a unit is: it follows from what was posted. A number is out once it was sold and not brought back.
Serves the guide's page "Serial numbers".
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.why import Why

FIELD = "serials"
"""The input that serial numbers are typed into, and the column of a line that refusals of them are at."""


class Serials(StrEnum):
    """When the units of an item are asked for their serial numbers."""

    NONE = "none"
    SALE = "sale"
    RECEIVING = "receiving"


class Moved(StrEnum):
    """What was posted of a unit; what the shop took back without having sold it is apart.

    Not received is what a correction said of a unit that stood on a receiving log by mistake, sent back is what went
    to its vendor again.
    """

    RECEIVED = "received"
    SOLD = "sold"
    RETURNED = "returned"
    TAKEN_BACK = "taken back"
    NOT_RECEIVED = "not received"
    SENT_BACK = "sent back"


_INTO_STOCK = frozenset({Moved.RECEIVED, Moved.RETURNED, Moved.TAKEN_BACK})


class Whereabouts(StrEnum):
    """Where the unit with a number is."""

    UNKNOWN = "unknown"
    IN_STOCK = "in stock"
    SOLD = "sold"
    SENT_BACK = "sent back"


def whereabouts(moves: Iterable[Moved]) -> Whereabouts:
    """Say where a unit is after all that was posted of it, in that order."""
    seen = list(moves)[::-1]
    for _mistake in range(seen.count(Moved.NOT_RECEIVED)):
        seen.remove(Moved.NOT_RECEIVED)
        seen.remove(Moved.RECEIVED)
    if seen.count(Moved.SOLD) > seen.count(Moved.RETURNED):
        return Whereabouts.SOLD
    if next((move for move in seen if move in _INTO_STOCK or move is Moved.SENT_BACK), None) is Moved.SENT_BACK:
        return Whereabouts.SENT_BACK
    return Whereabouts.IN_STOCK if seen else Whereabouts.UNKNOWN


def one_form(serial: str) -> str:
    """Return what is compared: capitals and small letters are the same."""
    return unicodedata.normalize("NFC", serial).casefold()


def clean_serials(typed: Sequence[str]) -> tuple[str, ...]:
    """Bring serial numbers into the form that is stored; each stands there once.

    Raises:
        RefusedError: At ``serials``: a number is too long or unprintable, or is given twice.
    """
    cleaned = []
    known = set[str]()
    for each in typed:
        serial = text.clean(each, field=FIELD, limit=text.SHORT, label=text.Label.SERIAL_NUMBER)
        if not serial:
            continue
        if one_form(serial) in known:
            raise refuse(Why.SERIAL_GIVEN_TWICE, Field(FIELD), serial=serial)
        known.add(one_form(serial))
        cleaned.append(serial)
    return tuple(cleaned)


def flag_refusal(serials: str, *, stocked: bool) -> Refusal | None:
    """Refuse to ask for the serial numbers of a delivery of what is never received, or return None."""
    if stocked or serials != Serials.RECEIVING:
        return None
    return Refusal(Why.SERIALS_NOT_RECEIVED, Field(FIELD))


def units_refusal(item: str, quantity: Decimal) -> Refusal | None:
    """Refuse a part of a unit where each unit has a number, or return None."""
    if quantity == quantity.to_integral_value():
        return None
    return Refusal(Why.SERIALS_OF_WHOLE_UNITS, Field("quantity"), item=item)


def count_refusal(item: str, quantity: Decimal, count: int) -> Refusal | None:
    """Refuse to post a line that has not one number for each unit, or return None."""
    if count == quantity:
        return None
    if count > quantity:
        return Refusal(Why.MORE_SERIALS_THAN_UNITS, Field(FIELD), item=item, units=quantity, given=count)
    return Refusal(Why.SERIALS_MISSING, Field(FIELD), item=item, units=quantity, given=count)


def receive_refusal(serial: str, at: Whereabouts, *, invoice: int) -> Refusal | None:
    """Return why the unit with a number cannot be received now, or None."""
    if at is Whereabouts.SOLD:
        return Refusal(Why.SERIAL_SOLD, Field(FIELD), serial=serial, invoice=invoice)
    if at is Whereabouts.IN_STOCK:
        return Refusal(Why.SERIAL_IN_STOCK, Field(FIELD), serial=serial)
    return None


def leave_refusal(serial: str, at: Whereabouts, *, invoice: int) -> Refusal | None:
    """Return why the unit with a number cannot leave the shop now, or None; one that nobody knows may be an old one."""
    if at is Whereabouts.SOLD:
        return Refusal(Why.SERIAL_SOLD, Field(FIELD), serial=serial, invoice=invoice)
    return Refusal(Why.SERIAL_SENT_BACK, Field(FIELD), serial=serial) if at is Whereabouts.SENT_BACK else None


def twice_refusal(serials: Iterable[str], others: Collection[str]) -> Refusal | None:
    """Refuse a number that stands on another line of the same goods, or return None; ``others`` in their one form."""
    twice = next((serial for serial in serials if one_form(serial) in others), None)
    return None if twice is None else Refusal(Why.SERIAL_GIVEN_TWICE, Field(FIELD), serial=twice)


def require_whole_units(serials: str, item: str, quantity: Decimal) -> None:
    """See that goods with serial numbers are moved in whole units.

    Raises:
        RefusedError: At ``quantity``.
    """
    if serials != Serials.NONE:
        require(units_refusal(item, quantity))
