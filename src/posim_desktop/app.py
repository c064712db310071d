"""The composition root: settings become an open shop, an open shop gets its windows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.reader import Reader
from posim_desktop.services.backup import NoBackupError
from posim_desktop.services.database import open_engine
from posim_desktop.services.transaction import Clock, Transactor, utc_now
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import APP_NAME, Settings, own_folder, program_version
from posim_desktop.ui.change_bus import ChangeBus
from posim_desktop.ui.clients.chooser import Chooser
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.inventory_client import inventory_client
from posim_desktop.ui.clients.sales_client import sales_client
from posim_desktop.ui.crash import CrashWatch, start_log
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import apply_style, wants_dark

CLIENTS: dict[str, Callable[[Operations, str], Client]] = {"sales": sales_client, "inventory": inventory_client}
BOTH = "both"


@dataclass(frozen=True)
class OpenShop:
    """A migrated database with the road to it."""

    settings: Settings
    engine: sa.Engine
    operations: Operations

    @property
    def database_name(self) -> str:
        """What the status bar calls the database; no password in it."""
        url = self.engine.url
        if url.get_backend_name() == "sqlite":
            return url.database or "memory"
        return f"{url.database} at {url.host or 'this computer'}"

    def close(self) -> None:
        """Let go of the database."""
        self.operations.close()
        self.engine.dispose()


def open_shop(settings: Settings, clock: Clock = utc_now) -> OpenShop:
    """Open the shop's database, creating or upgrading it first.

    Raises:
        NoBackupError: It must be upgraded and cannot be backed up from here; the settings may say to go on without.
        TroubleError: The database is newer than the program.
    """
    migrate(settings.database_url, settings.data_folder, without_backup=settings.without_backup)
    engine = open_engine(settings.database_url)
    operations = Operations(Reader(engine), Transactor(engine, clock), ChangeBus(), settings.workstation)
    return OpenShop(settings, engine, operations)


def open_or_tell(settings: Settings) -> OpenShop | None:
    """Open the shop, asking first where it would be upgraded without a backup; say it when it cannot be opened."""
    try:
        return open_shop(settings)
    except NoBackupError as trouble:
        question = f"{trouble}\n\nHas somebody backed the server up, so that the shop may be upgraded now?"
        box = QMessageBox(QMessageBox.Icon.Question, APP_NAME, question)
        upgrade = box.addButton("Upgrade Without a Backup Here", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return open_or_tell(replace(settings, without_backup=True)) if box.clickedButton() is upgrade else None
    except (TroubleError, sa.exc.DBAPIError) as trouble:
        QMessageBox(QMessageBox.Icon.Critical, APP_NAME, f"The shop cannot be opened.\n\n{trouble}").exec()
        return None


def open_client(shop: OpenShop, name: str) -> Client:
    """Show a client's window and ask who works there.

    Args:
        shop: The open shop.
        name: ``"sales"`` or ``"inventory"``.
    """
    client = CLIENTS[name](shop.operations, shop.database_name)
    client.setWindowIcon(QIcon(str(own_folder("resources") / "app" / f"{name}.svg")))
    client.show()
    client.entrance.ask()
    return client


def run_clients(settings: Settings, name: str = "") -> int:
    """Run the program until its last window closes and return its exit code.

    Args:
        settings: Where the shop is.
        name: The client to open, or :data:`BOTH`; ``""`` offers them.
    """
    QCoreApplication.setOrganizationName(APP_NAME)
    QCoreApplication.setApplicationName(APP_NAME)
    QCoreApplication.setApplicationVersion(program_version())
    app = QApplication([APP_NAME])
    watch = CrashWatch(start_log(settings.data_folder / "logs"))
    watch.install()
    apply_style(app, dark=wants_dark())
    shop = open_or_tell(settings)
    if shop is None:
        return 1
    shop.operations.watch(settings.poll_seconds)
    wanted = tuple(CLIENTS) if name == BOTH else (name,)
    windows: list[Client | Chooser] = [_open_fitting(shop, each) for each in wanted] if name else [_offer(shop)]
    try:
        return app.exec()
    finally:
        windows.clear()
        shop.close()
        watch.remove()


def _open_fitting(shop: OpenShop, name: str) -> Client:
    client = open_client(shop, name)
    client.fit_to_screen()
    return client


def _offer(shop: OpenShop) -> Chooser:
    chooser = Chooser()
    opened: list[Client] = []

    def open_chosen(name: str) -> None:
        opened.append(_open_fitting(shop, name))
        chooser.close()

    chooser.chosen.connect(open_chosen)
    chooser.show()
    return chooser
