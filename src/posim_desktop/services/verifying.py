"""Verifying a shop rule by rule, for whoever lets others ask in between."""

import sqlalchemy as sa

from posim_desktop.queries.verify import Violation, check
from posim_desktop.services.database import kept_still


def check_by_itself(connection: sa.Connection, rule: str) -> tuple[Violation, ...]:
    """Check one rule in one moment of the shop, on a connection that asked nothing yet; the next sees another."""
    with kept_still(connection):
        return check(connection, rule)
