"""A want: "tell me if you get one". It promises nothing, charges nothing, and no ordering counts it.

Serves the guide's page "Want List". What came of a want follows from the invoice lines that were made of it.
"""

from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why

NOT_TOLD = "–"
"""What a wish of a customer who was forgotten says, where it named no item."""


class WantState(StrEnum):
    """Where a want stands, derived and never stored."""

    OPEN = "open"
    ON_INVOICE = "on invoice"
    GRANTED = "granted"
    DROPPED = "dropped"


def goods_refusal(item_id: int | None, description: str) -> Refusal | None:
    """Say that a want names no goods, by item or in words, or None."""
    return None if item_id is not None or description else Refusal(Why.WANT_NEEDS_GOODS, Field("item"))


def edit_refusal(state: WantState) -> Refusal | None:
    """Return why a want can be neither changed nor dropped, or None."""
    match state:
        case WantState.OPEN:
            return None
        case WantState.ON_INVOICE:
            return Refusal(Why.WANT_ON_INVOICE)
        case WantState.GRANTED:
            return Refusal(Why.WANT_GRANTED)
        case WantState.DROPPED:
            return Refusal(Why.WANT_DROPPED)


def line_refusal(state: WantState, item_id: int | None) -> Refusal | None:
    """Return why no invoice line can be made of a want, or None: what enables Back Order and Sell."""
    refusal = edit_refusal(state)
    if refusal is None and item_id is None:
        return Refusal(Why.WANT_NEEDS_ITEM, Field("item"))
    return refusal
