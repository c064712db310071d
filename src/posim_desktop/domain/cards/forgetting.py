"""A customer who asks to be forgotten. Serves the guide's page "Customers"."""

from decimal import Decimal

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.folding import fold
from posim_desktop.domain.why import Why


def forget_refusal(
    code: str,
    *,
    merged_into: int | None,
    was_forgotten: bool,
    working_documents: int,
    open_backorders: int,
    held: Decimal,
) -> Refusal | None:
    """Say why a customer cannot be forgotten yet, or None: nothing between them and the shop may be open.

    Args:
        code: The customer's id.
        merged_into: The card that this one was merged into, which is the one to forget.
        was_forgotten: Whether they were forgotten before.
        working_documents: How many invoices and special orders are not posted yet.
        open_backorders: Of how many backorders something is outstanding, or waits for them.
        held: Their deposits, and beside them their credit or what they owe, each above zero.
    """
    if merged_into is not None:
        return Refusal(Why.CUSTOMER_MERGED, code=code)
    if was_forgotten:
        return Refusal(Why.CUSTOMER_FORGOTTEN, code=code)
    if working_documents:
        return Refusal(Why.CUSTOMER_HAS_WORKING_DOCUMENTS, count=working_documents)
    if open_backorders:
        return Refusal(Why.CUSTOMER_IS_OWED_GOODS, count=open_backorders)
    return Refusal(Why.CUSTOMER_HAS_MONEY) if held else None


def typed_refusal(code: str, typed: str) -> Refusal | None:
    """Say that somebody did not type the id of the customer whom they want to forget, or None."""
    if fold(typed.strip()) == fold(code):
        return None
    return Refusal(Why.CUSTOMER_ID_TYPED_OTHERWISE, Field("typed"), code=code)
