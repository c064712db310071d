"""What time it is: by the server's clock where there is a server, so that no till's own clock decides."""

from datetime import UTC, datetime

import sqlalchemy as sa


def moment(connection: sa.Connection, own: datetime) -> datetime:
    """Return the moment that decides.

    Args:
        connection: To the database.
        own: What this computer's clock says; a shop in a file has no other.
    """
    if connection.dialect.name != "postgresql":
        return own
    now: datetime = connection.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)
