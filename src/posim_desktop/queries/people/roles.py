"""Roles as they stand. Serves the guide's page on roles."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import RoleFields
from posim_desktop.domain.people.permissions import EVERYTHING, Rights, Role
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
    """A role that an employee can have; ``may_be_given`` by whoever asks, who gives no more than they hold."""

    code: str
    name: str
    archived: bool
    may_be_given: bool


DECK = filing.deck(
    ShopRole, RoleRow, orders=("name",), first_order="name", condition=filing.by_search_text(ShopRole.search_text)
)
_CHOICES = sa.select(
    *(ShopRole.code, ShopRole.name, ShopRole.archived, ShopRole.permissions),
    *(ShopRole.most_discount, ShopRole.price_floor, ShopRole.most_paid_out, ShopRole.least_deposit),
).order_by(ShopRole.id)
_ROLE_OF = sa.select(Employee.role).where(Employee.id == sa.bindparam("employee"), ~Employee.archived)


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
    fields = ("code", "name", "permissions", "most_discount", "price_floor", "most_paid_out", "least_deposit")
    return RoleDetails(
        id=role_id,
        version=card["version"],
        archived=card["archived"],
        fields=RoleFields(*(card[name] for name in fields)),
        people=tuple(connection.scalars(people)),
    )


def choices(connection: sa.Connection, giver: int | None) -> tuple[RoleChoice, ...]:
    """List the roles, the first of the shop first.

    Args:
        connection: To the database.
        giver: The employee who wants to give one; only an Owner makes an Owner.
    """
    rows = connection.execute(_CHOICES).all()
    rights = {
        row.code: EVERYTHING
        if row.code == Role.OWNER
        else Rights(row.permissions, row.most_discount, row.price_floor, row.most_paid_out, row.least_deposit)
        for row in rows
    }
    own = connection.scalar(_ROLE_OF, {"employee": giver})
    return tuple(
        RoleChoice(
            code,
            name,
            archived,
            own is not None and rights[own].reach(rights[code]) and (own == Role.OWNER or code != Role.OWNER),
        )
        for code, name, archived, *_ in rows
    )
