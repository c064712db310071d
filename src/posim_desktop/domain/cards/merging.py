"""Two cards of one customer become one. Serves the guide's page on customers."""

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.why import Why

_FILLED_IN = ("company", "phone", "phone2", "email", "address", "notes")
_REACHED = ("reach_by", "reach_hours")


def merge_refusal(
    code: str,
    into_code: str,
    *,
    merged_into: int | None,
    was_forgotten: bool,
    into_merged_into: int | None,
    into_archived: bool,
) -> Refusal | None:
    """Say why a card cannot be merged into another, or None.

    Args:
        code: The id of the customer whose card goes.
        into_code: The id of the customer whose card stays.
        merged_into: The card that the one that goes was merged into before.
        was_forgotten: Whether the customer of that one asked to be forgotten.
        into_merged_into: The card that the one that stays was merged into before.
        into_archived: Whether the card that stays is archived.
    """
    if code == into_code:
        return Refusal(Why.CUSTOMER_IS_ITSELF, Field("into"))
    if merged_into is not None:
        return Refusal(Why.CUSTOMER_MERGED, Field("customer"), code=code)
    if was_forgotten:
        return Refusal(Why.CUSTOMER_FORGOTTEN, Field("customer"), code=code)
    if into_merged_into is not None:
        return Refusal(Why.CUSTOMER_MERGED, Field("into"), code=into_code)
    return archived_refusal(Record.CUSTOMER, into_code).at(Field("into")) if into_archived else None


def filled_in(stays: CustomerFields, goes: CustomerFields) -> dict[str, str]:
    """Return what the card that stays lacks and the other has; nothing that is written is overwritten.

    An exemption goes over whole, as its reason says nothing about another number.
    """
    filled = {name: getattr(goes, name) for name in _FILLED_IN if not getattr(stays, name) and getattr(goes, name)}
    if goes.exempt_number and not stays.exempt_number:
        filled |= {"exempt_number": goes.exempt_number, "exempt_reason": goes.exempt_reason}
    if not (stays.reach_by or stays.reach_hours):
        filled |= {name: getattr(goes, name) for name in _REACHED if getattr(goes, name)}
    return filled
