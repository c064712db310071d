"""Vendor cards as they stand. Serves the guide's page on vendors."""

from dataclasses import dataclass, fields

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import VendorFields
from posim_desktop.orm import Item, Vendor
from posim_desktop.queries import filing
from posim_desktop.queries.filing import Choice

_NAMES = tuple(field.name for field in fields(VendorFields))


@dataclass(frozen=True, slots=True)
class VendorRow:
    """A vendor in List All."""

    id: int
    code: str
    name: str
    contact: str
    phone: str
    email: str
    archived: bool


@dataclass(frozen=True, slots=True)
class VendorDetails:
    """Everything a Vendor card shows; ``items`` counts the items that prefer this vendor."""

    id: int
    version: int
    archived: bool
    fields: VendorFields
    items: int


DECK = filing.deck(
    Vendor,
    VendorRow,
    orders=("code", "name", "contact"),
    first_order="name",
    condition=filing.by_search_text(Vendor.search_text),
)


def details(connection: sa.Connection, vendor_id: int) -> VendorDetails | None:
    """Read a card, or None when there is no such vendor."""
    card = filing.card(connection, Vendor, vendor_id)
    if card is None:
        return None
    items = sa.select(sa.func.count()).select_from(Item).where(Item.preferred_vendor_id == vendor_id, ~Item.archived)
    return VendorDetails(
        id=vendor_id,
        version=card["version"],
        archived=card["archived"],
        fields=VendorFields(**{name: card[name] for name in _NAMES}),
        items=connection.scalar(items) or 0,
    )


def choices(connection: sa.Connection, keep: int | None = None) -> tuple[Choice, ...]:
    """List the vendors an item can prefer, with the one it has."""
    return filing.choices(connection, Vendor, keep)
