"""Employee cards as they stand. Serves the guide's page on employees."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.orm import Employee, ShopRole
from posim_desktop.orm.base import table_of
from posim_desktop.queries import filing
from posim_desktop.queries.deck import DeckQuery, Order
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.people import pins


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """An employee in List All."""

    id: int
    code: str
    name: str
    role: str
    role_name: str
    archived: bool


@dataclass(frozen=True, slots=True)
class EmployeeDetails:
    """Everything an Employee card shows."""

    id: int
    version: int
    archived: bool
    fields: EmployeeFields
    has_pin: bool


_employees, _roles = table_of(Employee), table_of(ShopRole)
DECK = DeckQuery(
    source=_employees.join(_roles, _roles.c.code == _employees.c.role),
    id=_employees.c.id,
    columns=(
        *(_employees.c.id, _employees.c.code, _employees.c.name, _employees.c.role),
        *(_roles.c.name.label("role_name"), _employees.c.archived),
    ),
    row=EmployeeRow,
    orders={"code": _employees.c.code, "name": _employees.c.name, "role_name": _roles.c.name},
    first_order=Order("name"),
    condition=filing.by_search_text(Employee.search_text),
)


def details(connection: sa.Connection, employee_id: int) -> EmployeeDetails | None:
    """Read a card, or None when there is no such employee."""
    card = filing.card(connection, Employee, employee_id)
    if card is None:
        return None
    return EmployeeDetails(
        id=employee_id,
        version=card["version"],
        archived=card["archived"],
        fields=EmployeeFields(card["code"], card["name"], card["role"], card["badge"] or ""),
        has_pin=pins.has_pin(connection, employee_id),
    )


def choices(connection: sa.Connection, keep: int | None = None) -> tuple[Choice, ...]:
    """List who works here, by name."""
    return filing.choices(connection, Employee, keep)
