"""Tax Code cards as they stand. Serves the guide's page "Taxes"."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import TaxCodeFields
from posim_desktop.domain.tax import Taxes
from posim_desktop.orm import Item, TaxCode
from posim_desktop.queries import filing
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.shop import preferences


@dataclass(frozen=True, slots=True)
class TaxCodeRow:
    """A tax code in List All."""

    id: int
    code: str
    name: str
    taxes: Taxes
    archived: bool


@dataclass(frozen=True, slots=True)
class TaxCodeDetails:
    """Everything a Tax Code card shows; ``items`` counts its items, ``is_default`` that new items get it."""

    id: int
    version: int
    archived: bool
    fields: TaxCodeFields
    items: int
    is_default: bool


DECK = filing.deck(
    TaxCode,
    TaxCodeRow,
    orders=("code", "name"),
    first_order="code",
    condition=filing.by_search_text(TaxCode.search_text),
)


def choices(connection: sa.Connection, keep: int | None) -> tuple[Choice, ...]:
    """List the tax codes that a line can fall under, with the one it falls under now."""
    return filing.choices(connection, TaxCode, keep)


def details(connection: sa.Connection, tax_code_id: int) -> TaxCodeDetails | None:
    """Read a card, or None when there is no such tax code."""
    card = filing.card(connection, TaxCode, tax_code_id)
    if card is None:
        return None
    items = sa.select(sa.func.count()).select_from(Item).where(Item.tax_code_id == tax_code_id, ~Item.archived)
    return TaxCodeDetails(
        id=tax_code_id,
        version=card["version"],
        archived=card["archived"],
        fields=TaxCodeFields(card["code"], card["name"], card["taxes"]),
        items=connection.scalar(items) or 0,
        is_default=preferences.load(connection).default_tax_code_id == tax_code_id,
    )
