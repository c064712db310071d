"""The composition root: settings become an open shop, an open shop gets its windows."""

from dataclasses import dataclass
from types import MappingProxyType

import sqlalchemy as sa
from PySide6.QtGui import QIcon

from posim_desktop.domain.errors import TroubleError
from posim_desktop.printing.practice_mark import mark_papers
from posim_desktop.queries.reader import Reader
from posim_desktop.queries.shop import restored
from posim_desktop.queries.shop.practice import is_practice
from posim_desktop.services import fitness, shop_money
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange.backups import Backups
from posim_desktop.services.exchange.practice_shop import PracticeShop, practice_file
from posim_desktop.services.news import News
from posim_desktop.services.transaction import Clock, Transactor, utc_now
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import Settings, own_folder
from posim_desktop.ui.change_bus import ChangeBus
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.inventory_client import INVENTORY
from posim_desktop.ui.clients.places import DESTINATIONS
from posim_desktop.ui.clients.sales_client import SALES
from posim_desktop.ui.database_thread import DatabaseThread
from posim_desktop.ui.kept_scans import KeptScans
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.people.presence import Presence
from posim_desktop.ui.purchasing.mail_worker import MailWorker
from posim_desktop.ui.sales.print_worker import PrintWorker
from posim_desktop.ui.shop.backup_worker import BackupWorker

CLIENTS = MappingProxyType({"sales": SALES, "inventory": INVENTORY})


@dataclass(frozen=True)
class Database:
    """A migrated database and the two roads to it; for any thread."""

    engine: sa.Engine
    reader: Reader
    transactor: Transactor
    is_practice: bool


@dataclass(frozen=True)
class OpenShop:
    """An open, migrated database and what reads and writes it."""

    settings: Settings
    engine: sa.Engine
    operations: Operations
    backup_worker: BackupWorker

    @property
    def database_name(self) -> str:
        """What the status bar calls the database; no password in it."""
        url = self.engine.url
        if url.get_backend_name() == "sqlite":
            return url.database or "memory"
        return f"{url.database} at {url.host or 'this computer'}"

    def watch(self) -> None:
        """Look for what other programs changed every few seconds, and at once when they tell that they did."""
        self.operations.watch(
            self.settings.poll_seconds, News(self.engine, self.operations.program, self.operations.hear)
        )

    def close(self) -> None:
        """Close the database; the connection of a job that hangs is closed when it comes back from it."""
        self.backup_worker.close()
        # In the thread and last: what is given back to a pool that is disposed of already stays open.
        self.operations.close(at_the_end=self.engine.dispose)


def open_database(settings: Settings, clock: Clock | None = None, *, own_clock: Clock = utc_now) -> Database:
    """Open the shop's database, creating or upgrading it first.

    Raises:
        NoBackupError: It must be upgraded and cannot be backed up from here; the settings may say to go on without.
        TroubleError: The database cannot be opened, is newer than the program, or could not be worked in.
    """
    migrate(settings.database_url, settings.data_folder, without_backup=settings.without_backup)
    engine = open_engine(settings.database_url)
    reader = Reader(engine)
    try:
        reader.read(fitness.require_tables)
        fitness.require_writable(engine.url)
    except TroubleError:
        engine.dispose()
        raise
    reader.read(restored.learn)
    reader.read(shop_money.learn)
    return Database(
        engine, reader, Transactor(engine, clock, own_clock=own_clock), is_practice=reader.read(is_practice)
    )


def shop_on(database: Database, settings: Settings, thread: DatabaseThread | None = None) -> OpenShop:
    """Give an open database to the windows, which ask it through a thread."""
    kept = KeptScans(settings.data_folder, settings.database_url)
    operations = Operations(database.reader, database.transactor, ChangeBus(), settings.workstation, thread, kept)
    operations.is_practice = database.is_practice
    mark_papers(marked=database.is_practice)
    Presence(operations)
    PrintWorker(operations)
    MailWorker(operations)
    backups = Backups(settings.database_url, settings.data_folder, settings.workstation)
    return OpenShop(settings, database.engine, operations, BackupWorker(operations, backups))


def open_shop(settings: Settings, clock: Clock | None = None, *, own_clock: Clock = utc_now) -> OpenShop:
    """Open the shop and wait for it, as tests and the tour do; a start goes on meanwhile.

    Raises:
        TroubleError: The database cannot be opened, or is newer than the program.
    """
    return shop_on(open_database(settings, clock, own_clock=own_clock), settings)


def open_client(shop: OpenShop, name: str) -> Client:
    """Show a client's window and ask who works there, if nobody does.

    Args:
        shop: The open shop.
        name: ``"sales"`` or ``"inventory"``.
    """
    practice = None
    if not shop.operations.is_practice:
        file = practice_file(shop.settings.data_folder, shop.settings.database_url)
        practice = PracticeShop(shop.engine, file, shop.settings.workstation)
    client = Client(shop.operations, CLIENTS[name], shop.database_name, practice, shop.backup_worker)
    client.setWindowIcon(QIcon(str(own_folder("resources") / "app" / f"{name}.svg")))
    client.show()
    client.entrance.ask()
    return client


def load_first_screen(name: str) -> None:
    """Load the modules of the screen that a client begins with; nothing is made yet."""
    DESTINATIONS[CLIENTS[name].first].load()
