"""Employee cards as they stand. Serves the guide's page on employees."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import Employee
from posim_desktop.queries import filing
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.people import pins


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """An employee in List All."""

    id: int
    code: str
    name: str
    role: str
    archived: bool


@dataclass(frozen=True, slots=True)
class EmployeeDetails:
    """Everything an Employee card shows."""

    id: int
    version: int
    archived: bool
    fields: EmployeeFields
    has_pin: bool


DECK = filing.deck(
    Employee,
    EmployeeRow,
    orders=("code", "name", "role"),
    first_order="name",
    condition=filing.by_columns(Employee.code, Employee.name),
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
        fields=EmployeeFields(card["code"], card["name"], Role(card["role"]), card["badge"] or ""),
        has_pin=pins.has_pin(connection, employee_id),
    )


def choices(connection: sa.Connection, keep: int | None = None) -> tuple[Choice, ...]:
    """List who works here, by name."""
    return filing.choices(connection, Employee, keep)
