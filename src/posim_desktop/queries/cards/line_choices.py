"""What the card of an item is put together from before there is one. Serves the guide's page on special orders."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.queries.cards import departments, tax_codes, vendors
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.shop import preferences


@dataclass(frozen=True, slots=True)
class LineChoices:
    """What a line that is not on file chooses from."""

    departments: tuple[Choice, ...]
    tax_codes: tuple[Choice, ...]
    vendors: tuple[Choice, ...]
    usual_tax_code_id: int | None


def choices(connection: sa.Connection, line: SpecialLine) -> LineChoices:
    """List what a line chooses from, with what it has."""
    return LineChoices(
        departments.choices(connection, line.department_id),
        tax_codes.choices(connection, line.tax_code_id),
        vendors.choices(connection, line.vendor_id),
        preferences.load(connection).default_tax_code_id,
    )
