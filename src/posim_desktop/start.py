"""The start of the program: the log-in screen is painted first, the shop is opened behind it, then come the windows.

Whoever starts a till wants to type a name. So this module and all that it imports at its head do without SQLAlchemy,
without the screens, and without the enumerations of ``Qt`` (see :mod:`posim_desktop.ui.style`); a test watches over it.
Serves the guide's page "Log in".
"""

import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication

from posim_desktop.settings import APP_NAME, Settings, own_folder
from posim_desktop.ui.language import speak_as_computer
from posim_desktop.ui.people.log_in import LogInDialog
from posim_desktop.ui.style import apply_style, wants_dark

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from posim_desktop.app import Database, OpenShop
    from posim_desktop.domain.exchange.numbers_given import Given
    from posim_desktop.queries.people.log_in import EmployeeToLogIn
    from posim_desktop.services.exchange.restoring import Restoring
    from posim_desktop.ui.clients.chooser import Chooser
    from posim_desktop.ui.clients.client import Client
    from posim_desktop.ui.crash import CrashWatch
    from posim_desktop.ui.database_thread import DatabaseThread, Job
    from posim_desktop.ui.operations import LoggedIn
    from posim_desktop.ui.people.first_start import FirstStartDialog

BOTH = "both"
_CLIENTS = ("sales", "inventory")
_CLOSING_SECONDS = 5


class _Opened(NamedTuple):
    """What the database thread brings back."""

    database: "Database"
    employees: "tuple[EmployeeToLogIn, ...]"
    said: str


def run_clients(settings: Settings, name: str = "") -> int:
    """Run the program until its last window closes and return its exit code.

    Args:
        settings: Where the shop is.
        name: The client to open, or :data:`BOTH`; ``""`` offers them.
    """
    gc.disable()  # see _load and GarbageWatch
    QCoreApplication.setOrganizationName(APP_NAME)
    QCoreApplication.setApplicationName(APP_NAME)
    app = QApplication([APP_NAME])
    apply_style(app, dark=wants_dark())
    speak_as_computer()
    start = Start(settings, _CLIENTS if name == BOTH else (name,) if name else ())
    watches: list[CrashWatch] = []
    start.asked.connect(lambda: watches.append(_watch_crashes(settings)))
    start.ask()
    try:
        return app.exec()
    finally:
        start.back_up_at_closing()
        start.close()
        for watch in watches:
            watch.remove()


def _watch_crashes(settings: Settings) -> "CrashWatch":
    from posim_desktop.log_file import start_log  # noqa: PLC0415 - after the log-in screen
    from posim_desktop.ui.crash import CrashWatch  # noqa: PLC0415 - as above

    watch = CrashWatch(start_log(settings.data_folder / "logs"))
    watch.install()
    return watch


class Start(QObject):
    """Asks who works here, opens the shop meanwhile, and shows the clients to whoever logs in.

    Attributes:
        door: What is asked before there is a client.
        shop: The shop, once it is open.
        clients: The clients' windows, once somebody logged in.

    Signals:
        asked(): The log-in screen is painted and the shop is about to be opened.
    """

    asked = Signal()
    _answered = Signal(object)
    _loaded = Signal()

    def __init__(self, settings: Settings, wanted: tuple[str, ...]) -> None:
        """Make ready to open the wanted clients, or to offer them when none is."""
        super().__init__()
        self.door: LogInDialog | FirstStartDialog | Chooser | None = None
        self.shop: OpenShop | None = None
        self.clients: list[Client] = []
        self._settings = settings
        self._wanted = wanted
        self._thread: DatabaseThread | None = None
        self._own_settings = settings
        self._practices: LoggedIn | None = None
        self._restore: Callable[[], str] | None = None
        self._said = ""
        self._is_new = False
        self._was_asked = False
        self._is_loaded = False
        self._answered.connect(self._on_answered)
        self._loaded.connect(self._on_loaded)

    def ask(self) -> None:
        """Show the log-in screen, or the choice of a client first when none is wanted."""
        if self._wanted:
            self._show_log_in()
        else:
            self._show_chooser()

    def back_up_at_closing(self) -> None:
        """Back the shop up after the last window was closed, if the shop wants that; Cancel ends without."""
        if self.shop is None or not self.clients or self.shop.operations.is_practice:
            return
        from posim_desktop.ui.shop.closing_backup import back_up_at_closing  # noqa: PLC0415 - at the end of the day

        back_up_at_closing(self.shop.operations, self.shop.backup_worker)

    def close(self) -> None:
        """Let go of the windows and of the shop; an opening that hangs is left alone."""
        self.clients.clear()
        self.door = None
        if self.shop is not None:
            self.shop.close()
        if self._thread is not None:
            self._thread.close(_CLOSING_SECONDS)

    # ---- before the shop is open ----

    def _show_chooser(self) -> None:
        from posim_desktop.ui.clients.chooser import Chooser  # noqa: PLC0415 - most starts offer no choice

        chooser = Chooser()
        chooser.chosen.connect(self._on_chooser_chosen)
        self._show(chooser)

    def _on_chooser_chosen(self, name: str) -> None:
        self._wanted = (name,)
        self._show_log_in()

    def _show_log_in(self) -> None:
        log_in = LogInDialog(None, self._settings.workstation)
        log_in.painted.connect(self._on_log_in_painted)
        log_in.retry_requested.connect(self._open)
        log_in.exit_requested.connect(self._leave)
        self._show(log_in)

    def _show(self, door: "LogInDialog | FirstStartDialog | Chooser") -> None:
        before, self.door = self.door, door
        door.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _on_log_in_painted(self) -> None:
        if not self._was_asked:
            self._was_asked = True
            self.asked.emit()
        if self.door is not None:
            self.door.setWindowIcon(_picture(self._wanted[0]))
        self._open()

    # ---- opening the shop ----

    def _open(self) -> None:
        from posim_desktop.ui.database_thread import DatabaseThread, Job  # noqa: PLC0415 - after the log-in screen

        if self._thread is None:
            self._thread = DatabaseThread()
        restore, self._restore = self._restore, None
        self._thread.put(Job(partial(_open_shop, self._settings, restore), self._answered.emit))

    def _on_answered(self, job: "Job[_Opened]") -> None:
        try:
            opened = job.answer()
        except Exception as error:
            if isinstance(self.door, LogInDialog):
                self._show_trouble(self.door, error)
            if isinstance(error, _expected()):
                return
            raise
        self._take(opened)

    def _show_trouble(self, log_in: LogInDialog, error: Exception) -> None:
        from posim_desktop.services.backup import NoBackupError  # noqa: PLC0415 - loaded by the database thread

        log_in.show_trouble(_words(error))
        if isinstance(error, NoBackupError):
            self._ask_to_do_without_backup(log_in, error)

    def _ask_to_do_without_backup(self, log_in: LogInDialog, error: Exception) -> None:
        from posim_desktop.ui.widgets.question import Question  # noqa: PLC0415 - most starts ask nothing

        asked = self.tr("Has somebody backed the server up, so that the shop may be upgraded now?")
        act = self.tr("Upgrade Without a Backup Here")
        question = Question(
            log_in,
            self.tr("Upgrade"),
            f"{_words(error)}\n\n{asked}",
            act=act,
            give_up=self.tr("Cancel"),
            destructive=True,
        )
        question.accepted.connect(self._on_backup_left_out)
        question.open()

    def _on_backup_left_out(self) -> None:
        self._settings = replace(self._settings, without_backup=True)
        if isinstance(self.door, LogInDialog):
            self.door.show_opening()
        self._open()

    def _take(self, opened: _Opened) -> None:
        from posim_desktop.app import shop_on  # noqa: PLC0415 - loaded by the database thread
        from posim_desktop.ui.people.admission import Admission  # noqa: PLC0415 - loaded by the database thread

        self.shop = shop_on(opened.database, self._settings, self._thread)
        self.shop.operations.logged_in_changed.connect(self._on_logged_in_changed)
        self.shop.operations.shop_restored.connect(self._on_shop_restored)
        self.shop.watch()
        if not opened.employees:
            self._show_first_start(self.shop)
        elif isinstance(self.door, LogInDialog):
            Admission(self.door, self.shop.operations)
            self.door.show_employees(opened.employees)
            said, self._said = opened.said or self._said, ""
            if said:
                self.door.say(said)
        self._begin_loading()
        if self._practices is not None and opened.database.is_practice:
            self.shop.operations.log_in(self._practices)

    def _begin_loading(self) -> None:
        if self._is_loaded:
            return
        self._is_loaded = True
        threading.Thread(target=_load, args=(self._wanted, self._tell_loaded), name="loading", daemon=True).start()

    def _tell_loaded(self) -> None:
        """Say in the loading thread that it is done; the program may have ended meanwhile."""
        with suppress(RuntimeError):
            self._loaded.emit()

    def _on_loaded(self) -> None:
        from posim_desktop.ui.garbage import GarbageWatch  # noqa: PLC0415 - after the log-in screen

        GarbageWatch(self)

    def _show_first_start(self, shop: "OpenShop") -> None:
        from posim_desktop.ui.people.first_start import FirstStartDialog  # noqa: PLC0415 - most starts need none

        self._is_new = True
        first_start = FirstStartDialog(None, shop.operations)
        first_start.exit_requested.connect(self._leave)
        first_start.already_set_up.connect(self._on_already_set_up)
        self._show(first_start)

    def _on_already_set_up(self, words: str) -> None:
        from posim_desktop.queries.people import log_in as who  # noqa: PLC0415 - as in _show_first_start
        from posim_desktop.ui.people.admission import Admission  # noqa: PLC0415 - as above

        if self.shop is None:
            return
        self._is_new = False
        log_in = LogInDialog(None, self._settings.workstation)
        log_in.exit_requested.connect(self._leave)
        Admission(log_in, self.shop.operations)
        self._show(log_in)
        log_in.show_employees(self.shop.operations.read(who.employees))
        log_in.say(words)

    # ---- somebody is in ----

    def _on_logged_in_changed(self) -> None:
        from posim_desktop.app import open_client  # noqa: PLC0415 - loaded by the database thread

        if self.shop is None or self.clients:
            return  # from now on each client has a door of its own
        for name in self._wanted:
            client = open_client(self.shop, name)
            client.fit_to_screen()
            client.open_first()
            if self._is_new:
                self._open_getting_ready(client)
            client.practice_entered.connect(self._on_practice_entered)
            client.practice_left.connect(self._on_practice_left)
            client.restore_requested.connect(self._on_restore_requested)
            self.clients.append(client)
        self._is_new = False
        if self.door is not None:
            self.door.hide()
            self.door.deleteLater()
            self.door = None

    @staticmethod
    def _open_getting_ready(client: "Client") -> None:
        from posim_desktop.ui.navigator import Place  # noqa: PLC0415 - as in _on_logged_in_changed

        client.open(Place.GETTING_READY)

    # ---- practice ----

    def _on_practice_entered(self, url: str) -> None:
        """Go on in the practice shop, as whoever works here: their PIN was asked, and it is the same there."""
        if self.shop is not None:
            self._move_to(replace(self._own_settings, database_url=url), self.shop.operations.logged_in)

    def _on_practice_left(self) -> None:
        """Go back to the shop, which asks who works there."""
        self._move_to(self._own_settings, None)

    # ---- another shop in the place of this one ----

    def _on_restore_requested(self, restoring: "Restoring", given: "Given") -> None:
        """Close the shop, let the backup take its place behind the log-in screen, and ask who works there."""
        self._restore = partial(_restored, restoring, given)
        if not self._move_to(self._settings, None):
            self._restore = None

    def _on_shop_restored(self) -> None:
        """Leave what is open: the shop was restored at another workstation, and it may be there no more."""
        from posim_desktop.queries.shop import restored  # noqa: PLC0415 - loaded by the database thread

        self._said = _words(restored.another_shop())
        self._leave_shop(self._settings, None)

    def _move_to(self, settings: Settings, employee: "LoggedIn | None") -> bool:
        """Close one shop and open another; nothing happens while a screen cannot be left."""
        if self.shop is None or not all(client.tabs.close_all() for client in self.clients):
            return False
        self._leave_shop(settings, employee)
        return True

    def _leave_shop(self, settings: Settings, employee: "LoggedIn | None") -> None:
        if self.shop is None:
            return
        clients, self.clients = self.clients, []
        shop, self.shop, self._thread = self.shop, None, None
        self._settings, self._practices = settings, employee
        self._show_log_in()  # before the clients are gone: without a window the program would end
        for client in clients:
            client.hide()
            client.deleteLater()
        shop.operations.logged_in_changed.disconnect(self._on_logged_in_changed)
        shop.close()

    def _leave(self) -> None:
        QCoreApplication.exit(0)


def _restored(restoring: "Restoring", given: "Given") -> str:
    """Let a backup take the place of the shop, and say so; for the database thread."""
    with restoring.prepared() as prepared:
        kept = restoring.replace(prepared, given)
    words = QCoreApplication.translate("Start", "The shop is restored. What was there before is kept: {place}")
    return words.format(place=kept)


def _open_shop(settings: Settings, restore: Callable[[], str] | None = None) -> _Opened:
    """Load what reads and writes shops, open this one, and ask who works there; for the database thread."""
    said = restore() if restore is not None else ""
    from posim_desktop.app import open_database  # noqa: PLC0415 - brings SQLAlchemy
    from posim_desktop.queries.people import log_in  # noqa: PLC0415 - as above

    database = open_database(settings)
    try:
        return _Opened(database, database.reader.read(log_in.employees), said)
    except _expected():
        database.engine.dispose()
        raise


def _load(names: tuple[str, ...], loaded: Callable[[], None]) -> None:
    """Load the first screen of each client, while somebody types a name; then garbage may be taken out.

    What modules hold stays to the end. Looking through it again and again for garbage takes a tenth of a start.
    """
    from posim_desktop.app import load_first_screen  # noqa: PLC0415 - loaded by the database thread

    try:
        for name in names:
            load_first_screen(name)
    finally:
        if not gc.isenabled():
            gc.freeze()
        loaded()


def _expected() -> tuple[type[Exception], ...]:
    from posim_desktop.domain.errors import TroubleError  # noqa: PLC0415 - loaded by the database thread

    return TroubleError, OSError


def _words(error: Exception) -> str:
    from posim_desktop.domain.errors import TroubleError  # noqa: PLC0415 - loaded by the database thread
    from posim_desktop.ui.refusals import words_of_failure, words_of_trouble  # noqa: PLC0415 - most meet no trouble

    if isinstance(error, TroubleError):
        return words_of_trouble(error)
    if isinstance(error, OSError):
        what = str(error.filename or QCoreApplication.translate("Start", "The shop"))
        words = QCoreApplication.translate("Start", "{what} cannot be opened: {why}.")
        return words.format(what=what, why=words_of_failure(error))
    return QCoreApplication.translate("Start", "The shop cannot be opened. What happened is in the program's log.")


def _picture(name: str) -> "QIcon":
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - a class that takes its time, and a window is there without it

    return QIcon(str(own_folder("resources") / "app" / f"{name}.svg"))
