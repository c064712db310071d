"""The composition root: settings become an open shop, an open shop gets its windows."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.queries.reader import Reader
from posim_desktop.services.database import migrate, open_engine
from posim_desktop.services.transaction import Clock, Transactor, utc_now
from posim_desktop.settings import Settings
from posim_desktop.ui.change_bus import ChangeBus
from posim_desktop.ui.operations import Operations


@dataclass(frozen=True)
class OpenShop:
    """A migrated database with the road to it."""

    settings: Settings
    engine: sa.Engine
    operations: Operations

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_shop(settings: Settings, clock: Clock = utc_now) -> OpenShop:
    """Open the shop's database, creating or upgrading it first.

    Raises:
        TroubleError: The database is newer than the program.
    """
    migrate(settings.database_url)
    engine = open_engine(settings.database_url)
    operations = Operations(Reader(engine), Transactor(engine, clock), ChangeBus(), settings.workstation)
    return OpenShop(settings, engine, operations)
