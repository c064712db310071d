"""By what each kind of card is found. Serves the guide's page "Find a card"."""

from collections.abc import Iterable, Mapping
from typing import Any

from posim_desktop.domain.cards.vendor_terms import VendorTerms, numbers_of
from posim_desktop.domain.changes import Record
from posim_desktop.domain.folding import digits_of, search_key

FOUND_BY: Mapping[Record, tuple[str, ...]] = {
    Record.CUSTOMER: ("code", "name", "company", "phone", "phone2", "email"),
    Record.DEPARTMENT: ("code", "name"),
    Record.EMPLOYEE: ("code", "name"),
    Record.ITEM: ("code", "description", "vendor_item_number", "author", "publisher", "format"),
    Record.ROLE: ("name",),
    Record.TAX_CODE: ("code", "name"),
    Record.TENDER_TYPE: ("name",),
    Record.VENDOR: ("code", "name", "contact", "phone", "email", "account_number"),
}
"""What is written on a card that it is found by, by the fields' names."""
_PHONES = ("phone", "phone2")


def search_text(record: Record, card: Mapping[str, Any]) -> str:
    """Fold what a card is found by; phone numbers also by their digits alone, an item also by its other vendors."""
    written = {name: str(card[name]) for name in FOUND_BY[record]}
    others: Iterable[VendorTerms] = card.get("other_vendors", ()) if record is Record.ITEM else ()
    return search_key(
        *written.values(), *(digits_of(written[name]) for name in _PHONES if name in written), *numbers_of(others)
    )
