"""What a report can be narrowed to: departments, employees, vendors. Serves the guide's page "Reports"."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.orm import Department, Employee, Vendor


@dataclass(frozen=True, slots=True)
class Choices:
    """Names by id, each in order; archived ones too, for they sold and were sold."""

    departments: dict[int, str]
    employees: dict[int, str]
    vendors: dict[int, str]


def choices(connection: sa.Connection) -> Choices:
    """Read them."""
    read = (
        {row.id: row.name for row in connection.execute(sa.select(card.id, card.name).order_by(card.name, card.id))}
        for card in (Department, Employee, Vendor)
    )
    return Choices(*read)
