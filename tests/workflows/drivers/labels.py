"""Goods with a case, and goods that a scale weighs: what shops of the workflow tests have on file for their scans."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from posim_desktop.domain.cards.barcodes import Pack
from posim_desktop.domain.check_digits import check_digit
from posim_desktop.domain.label_formats import LabelFormat, Meaning
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.cards import items, preferences
from posim_desktop.ui.operations import Operations

SODA, CASE = "4006381333931", "14006381333938"
CHEESE = "00042"
"""The article in its labels, and its item ID."""
TABLE = (
    LabelFormat("21", 5, 5, Meaning.QUANTITY, 3),
    LabelFormat("22", 5, 5, Meaning.PRICE, 2),
    LabelFormat("23", 5, 5, Meaning.PRICE_OF_QUANTITY, 2),
)


def label(digits: str) -> str:
    """Print a code with its check digit."""
    return digits + check_digit(digits)


def has_labels(operations: Operations, soda: int) -> None:
    """Give soda a barcode, and its case of 12 one; and say what the shop's scale prints."""
    card = operations.read(item_queries.details, soda)
    assert card is not None
    fields = replace(card.fields, barcodes=(SODA,), packs=(Pack(CASE, Decimal(12)),))
    operations.do(partial(items.change, item_id=soda, fields=fields, version=card.version))
    decided = replace(operations.read(stored_preferences.load), label_formats=TABLE)
    operations.do(partial(preferences.change, preferences=decided))
