"""Goods that come back, and the money that goes back for them."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.BACKORDER_OF_ANOTHER_SALE: QT_TRANSLATE_NOOP("Refusals", "This backorder was made by another sale."),
    Why.DUPLICATE_OF_NO_SALE: QT_TRANSLATE_NOOP("Refusals", "Only a processed invoice can be duplicated."),
    Why.MORE_BACK_THAN_SOLD: QT_TRANSLATE_NOOP(
        "Refusals", "Of {item}, {sold:quantity} were sold here, and {left:quantity} can still come back."
    ),
    Why.NOTHING_TO_RETURN: QT_TRANSLATE_NOOP("Refusals", "Enter how many of which goods come back."),
    Why.REFUND_OTHER_WAY: QT_TRANSLATE_NOOP(
        "Refusals", "{beyond:money} of this would go back another way than the sale was paid."
    ),
    Why.RETURN_ABOVE_PRICE: QT_TRANSLATE_NOOP(
        "Refusals", "Without a receipt at most today's price, {most:money}, is given back."
    ),
    Why.RETURN_AMOUNT_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Refusals", "Enter an amount up to {most:count}, without decimals; 0 never asks."
    ),
    Why.RETURN_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals",
        "Goods of this sale were returned elsewhere meanwhile. Take its lines off this invoice and return them again.",
    ),
    Why.RETURN_KEEPS_PRICE: QT_TRANSLATE_NOOP(
        "Refusals", "This line gives back what was paid for it; only its quantity can be changed."
    ),
    Why.RETURN_NEEDS_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "Above {most:money}, goods without a receipt come back for a customer only. Attach one first."
    ),
    Why.RETURN_OF_ANOTHER_SALE: QT_TRANSLATE_NOOP(
        "Refusals", "This invoice takes back goods of another sale. Post it first, or start another one."
    ),
    Why.RETURN_OF_NO_SALE: QT_TRANSLATE_NOOP("Refusals", "Goods come back of what a processed invoice sold."),
    Why.RETURN_PRICED_OTHERWISE: QT_TRANSLATE_NOOP(
        "Refusals", "The tax was part of the prices of only one of the two. Return the goods on an invoice of its own."
    ),
    Why.RETURN_REASON_MISSING: QT_TRANSLATE_NOOP("Refusals", "Say why the goods come back."),
}
