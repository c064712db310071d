"""Department cards as they stand. Serves the guide's page on items."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import DepartmentFields
from posim_desktop.orm import Department, Item
from posim_desktop.queries import filing


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department in List All."""

    id: int
    code: str
    name: str
    archived: bool


@dataclass(frozen=True, slots=True)
class DepartmentDetails:
    """Everything a Department card shows; ``items`` counts its items."""

    id: int
    version: int
    archived: bool
    fields: DepartmentFields
    items: int


DECK = filing.deck(
    Department,
    DepartmentRow,
    orders=("code", "name"),
    first_order="code",
    condition=filing.by_search_text(Department.search_text),
)


def details(connection: sa.Connection, department_id: int) -> DepartmentDetails | None:
    """Read a card, or None when there is no such department."""
    card = filing.card(connection, Department, department_id)
    if card is None:
        return None
    items = sa.select(sa.func.count()).select_from(Item).where(Item.department_id == department_id, ~Item.archived)
    return DepartmentDetails(
        id=department_id,
        version=card["version"],
        archived=card["archived"],
        fields=DepartmentFields(card["code"], card["name"], card["questions"], books=card["books"]),
        items=connection.scalar(items) or 0,
    )
