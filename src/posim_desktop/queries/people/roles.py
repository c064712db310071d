"""Roles as they stand. Serves the guide's page on roles."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import RoleFields
from posim_desktop.orm import Employee, ShopRole
from posim_desktop.queries import filing


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in List All."""

    id: int
    code: str
    name: str
    archived: bool


@dataclass(frozen=True, slots=True)
class RoleDetails:
    """Everything a Role card shows; ``people`` are those who work here in it, by name."""

    id: int
    version: int
    archived: bool
    fields: RoleFields
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role that an employee can have."""

    code: str
    name: str
    archived: bool


DECK = filing.deck(ShopRole, RoleRow, orders=("name",), first_order="name", condition=filing.by_columns(ShopRole.name))
_CHOICES = sa.select(ShopRole.code, ShopRole.name, ShopRole.archived).order_by(ShopRole.id)


def details(connection: sa.Connection, role_id: int) -> RoleDetails | None:
    """Read a card, or None when there is no such role."""
    card = filing.card(connection, ShopRole, role_id)
    if card is None:
        return None
    people = (
        sa.select(Employee.name)
        .where(Employee.role == card["code"], ~Employee.archived)
        .order_by(Employee.name, Employee.id)
    )
    fields = ("code", "name", "permissions", "most_discount", "price_floor", "most_paid_out")
    return RoleDetails(
        id=role_id,
        version=card["version"],
        archived=card["archived"],
        fields=RoleFields(*(card[name] for name in fields)),
        people=tuple(connection.scalars(people)),
    )


def choices(connection: sa.Connection) -> tuple[RoleChoice, ...]:
    """List the roles, the first of the shop first."""
    return tuple(RoleChoice(*row) for row in connection.execute(_CHOICES))
