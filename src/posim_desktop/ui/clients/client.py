"""What both clients are: menus, navigation bar, tabs, status bar, and the way back.

Serves the guide's page "Find your way around".
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QMenu, QToolBar, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record, some_new
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.queries.deck import Found
from posim_desktop.queries.shop import preferences
from posim_desktop.services import shop_money
from posim_desktop.services.exchange.practice_shop import PracticeShop
from posim_desktop.services.session import Action
from posim_desktop.ui import formatting
from posim_desktop.ui.clients.backup_banner import BackupBanner
from posim_desktop.ui.clients.badges import Badges
from posim_desktop.ui.clients.client_layout import HELP, PRINTING, SETUP, ClientLayout, Tool, letters_of, with_letters
from posim_desktop.ui.clients.clock_banner import ClockBanner
from posim_desktop.ui.clients.guide import guide_folder, open_guide
from posim_desktop.ui.clients.places import DESTINATIONS, showing
from posim_desktop.ui.clients.printing_tools import PrintJobsSign
from posim_desktop.ui.clients.records_banner import RecordsBanner
from posim_desktop.ui.clients.screen_tabs import ScreenTabs
from posim_desktop.ui.icons import icon
from posim_desktop.ui.key_rules import key_rules
from posim_desktop.ui.language import speak
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.people.entrance import Entrance
from posim_desktop.ui.people.screen_lock import LOCK_KEYS
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.shop.backup_worker import BackupWorker
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.navigation_button import NavigationButton
from posim_desktop.ui.widgets.screen import Screen

_START_SIZE = QSize(1366, 768)
_FRAME = 32  # pixels; how high a frame is, is not known before the window manager made it
_MOST_PLACES = 100
_LOW = 600  # pixels of height; below it the words below the icons have no room
_ROOMY = 1280  # pixels of width; below it the work area needs what the words beside the icons would take


class Visit(NamedTuple):
    """Where the person was."""

    place: Place
    record_id: int | None


class Client(QMainWindow):
    """A client window, and the navigator of its screens.

    Signals:
        practice_entered(str): The person wants to work in the practice shop at this database URL.
        practice_left: The person wants to work in the shop again.
        restore_requested(Restoring, Given): The shop is to be replaced by a backup.
    """

    practice_entered = Signal(str)
    practice_left = Signal()
    restore_requested = Signal(object, object)

    def __init__(
        self,
        operations: Operations,
        layout: ClientLayout,
        database_name: str,
        practice: PracticeShop | None = None,
        backup_worker: BackupWorker | None = None,
    ) -> None:
        """Make the window.

        Args:
            operations: The road to verbs and queries.
            layout: What makes this client differ from the other.
            database_name: What the status bar calls the database.
            practice: The shop's practice shop; None in one, or where no file can hold it.
            backup_worker: What makes backups of the shop; None where nobody asks for any.
        """
        super().__init__()
        self._practice = practice
        self._backup_worker = backup_worker
        key_rules()
        self.operations = operations
        self.client_layout = layout
        self.database_name = database_name
        self._past: list[Visit] = []
        self._guarded: list[tuple[QAction, Permission]] = []
        shop = operations.read(shop_money.learn)
        speak(shop.locale)
        self.setObjectName("client")
        self.resize(_START_SIZE)
        self._build_work_area()
        self._build_navigation_bar()
        self._build_menus()
        self._build_status_bar()
        self.entrance = Entrance(self, operations, self.tabs.windows)
        operations.ask_approval = self._ask_approval
        self._connect()
        self._apply(shop)
        self._on_rights_changed()
        self.badges = Badges(operations, self._navigation, self)

    # ---- building ----

    def _build_work_area(self) -> None:
        self.tabs = ScreenTabs()
        self.clock_banner = ClockBanner(self.operations)
        self.backup_banner = BackupBanner(self.operations)
        self.records_banner = RecordsBanner(self.operations)
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        if self.operations.is_practice:
            rows.addWidget(self._practice_band())
        rows.addWidget(self.clock_banner)
        rows.addWidget(self.backup_banner)
        rows.addWidget(self.records_banner)
        rows.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)

    def _practice_band(self) -> QWidget:
        from posim_desktop.ui.shop.practice_band import PracticeBand  # noqa: PLC0415 - most starts are no practice

        self.tabs.title_begins = self.tr("PRACTICE – {title}")
        band = PracticeBand(self.operations)
        band.leave_requested.connect(self.practice_left)
        return band

    def _build_navigation_bar(self) -> None:
        self.navigation_bar = QToolBar(self.tr("Navigation"))
        self.navigation_bar.setObjectName("navigation_bar")
        self.navigation_bar.setMovable(False)
        self.navigation_bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.navigation_bar)
        self._navigation: dict[Place, NavigationButton] = {}
        self._navigation_buttons: list[NavigationButton] = []
        for label, place in self.client_layout.navigation:
            button = self._navigation_button(
                self.tr(label), DESTINATIONS[place].picture, f"{place.name.lower()}_button"
            )
            button.setToolTip(DESTINATIONS[place].keys)
            button.clicked.connect(lambda _checked=False, place=place: self._on_navigation_button_clicked(place))
            self._navigation[place] = button
        spring = QWidget()
        spring.setLayout(QHBoxLayout())
        self.navigation_bar.addWidget(spring)
        self.back_button = self._navigation_button(self.tr("Back"), "arrow-left", "back_button")
        self.back_button.setToolTip(self.tr("Back (Alt+Left)"))
        self.back_button.setEnabled(False)

    def _navigation_button(self, label: str, picture: str, name: str) -> NavigationButton:
        button = NavigationButton(label, picture)
        button.setObjectName(name)
        self.navigation_bar.addWidget(button)
        self._navigation_buttons.append(button)
        return button

    def _build_menus(self) -> None:
        bar = self.menuBar()
        file_menu = bar.addMenu(self.tr("&File"))
        self.preferences_action = self._add(file_menu, self.tr("&Preferences…"), "settings", "Ctrl+,")
        self.journal_action = self._add(file_menu, self.tr("Export &Journal…"), "download", "")
        self._guard(file_menu, self.journal_action, Permission.SEE_REPORTS)
        self._build_records(file_menu)
        self._build_practice(file_menu)
        file_menu.addSeparator()
        self.switch_action = self._add(file_menu, self.tr("&Switch Employee…"), "users", "F9")
        self.lock_action = self._add(file_menu, self.tr("Loc&k"), "lock", QKeySequence(LOCK_KEYS).toString())
        self.log_out_action = self._add(file_menu, self.tr("&Log Out"), "log-out", "")
        self.exit_action = self._add(file_menu, self.tr("E&xit"), "x", "Ctrl+Q")
        for title, places in self.client_layout.menus:
            words = self.tr(title)  # a translation may mark another letter than the first
            self._add_places(bar.addMenu(words if "&" in words else f"&{words}"), places)
        misc_menu = bar.addMenu(self.tr("&Misc"))
        tools = (*self.client_layout.misc, *PRINTING)
        for tool, label in zip(tools, with_letters([self.tr(tool.name) for tool in tools]), strict=True):
            action = self._add(misc_menu, f"{label}…" if tool.leads_to is None else label, tool.picture, "")
            action.triggered.connect(lambda _checked=False, tool=tool: self.use(tool))
            self._guard(misc_menu, action, tool.permission)
        self._build_setup(bar.addMenu(self.tr("&Setup")))
        self.help_menu = bar.addMenu(self.tr("&Help"))
        if guide_folder() is not None:
            guide = self._add(self.help_menu, self.tr("&Guide"), "book-open", "F1")
            guide.triggered.connect(lambda: open_guide(self, self.tabs.with_keyboard()))
        self._add_places(self.help_menu, HELP, others=letters_of(self.tr("&Guide"), self.tr("&About")))
        self.about_action = self._add(self.help_menu, self.tr("&About"), "info", "")
        self._screen_menus: list[QMenu] = []

    def _build_records(self, menu: QMenu) -> None:
        """Offer what brings files in, and what keeps the records safe."""
        self.import_action = self._add(menu, self.tr("&Import…"), "upload", "")
        self._guard(menu, self.import_action, Permission.IMPORT)
        self.back_up_action = self._add(menu, self.tr("&Back Up Now…"), "save", "")
        self.restore_action = self._add(menu, self.tr("Res&tore…"), "history", "")
        self._guard(menu, self.restore_action, Permission.RESTORE)
        self.verify_action = self._add(menu, self.tr("Verif&y…"), "circle-check", "")
        self._guard(menu, self.verify_action, Permission.READ_AUDIT)

    def _build_practice(self, menu: QMenu) -> None:
        """Lead into practice, or out of it."""
        if self.operations.is_practice:
            leave = self._add(menu, self.tr("Lea&ve Practice"), "log-out", "")
            leave.triggered.connect(self.practice_left)
        elif self._practice is not None:
            enter = self._add(menu, self.tr("P&ractice…"), "book-open", "")
            enter.triggered.connect(self.open_practice)

    def _build_setup(self, menu: QMenu) -> None:
        """List what a shop is set up with: the same in both clients, so that nobody looks for it in the other."""
        self._add_places(menu, SETUP)
        menu.addSeparator()
        menu.addAction(self.preferences_action)

    def _add_places(self, menu: QMenu, places: tuple[Place, ...], others: str = "") -> None:
        for place, label in zip(places, with_letters([place.label for place in places], others), strict=True):
            action = self._add(menu, label, DESTINATIONS[place].picture, DESTINATIONS[place].keys)
            action.triggered.connect(lambda _checked=False, place=place: self.open(place))
            self._guard(menu, action, DESTINATIONS[place].permission)

    def _guard(self, menu: QMenu, action: QAction, permission: Permission | None) -> None:
        """Let an entry of a menu say why whoever works here may not use it."""
        if permission is not None:
            menu.setToolTipsVisible(True)
            self._guarded.append((action, permission))

    def _add(self, menu: QMenu, label: str, picture: str, keys: str) -> QAction:
        action = QAction(icon(picture), label, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            self.tabs.window_actions.append(action)
        menu.addAction(action)
        return action

    def _on_keys(self, keys: str, slot: Callable[[], None]) -> None:
        """Have keys do something that is on no menu."""
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.addAction(action)
        self.tabs.window_actions.append(action)

    def _build_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.employee_label = QLabel()
        self.workstation_label = QLabel(self.tr("Workstation: {name}").format(name=self.operations.workstation))
        self.database_label = QLabel(self.tr("Database: {name}").format(name=Path(self.database_name).name))
        self.database_label.setToolTip(self.database_name)
        self.connection_label = QLabel()
        names = ("employee_label", "workstation_label", "database_label", "connection_label")
        for name, label in zip(names, self._status_labels(), strict=True):
            label.setObjectName(name)
            bar.addPermanentWidget(label)
        self.print_jobs_sign = PrintJobsSign(self.operations)
        bar.addWidget(self.print_jobs_sign)
        bar.addWidget(QWidget(), 1)
        self._on_trouble_changed("")

    def _status_labels(self) -> tuple[QLabel, QLabel, QLabel, QLabel]:
        return self.employee_label, self.workstation_label, self.database_label, self.connection_label

    def _connect(self) -> None:
        self.preferences_action.triggered.connect(self.open_preferences)
        self.journal_action.triggered.connect(self.open_journal)
        self.import_action.triggered.connect(self.open_import)
        self.back_up_action.triggered.connect(self.open_back_up)
        self.backup_banner.action_requested.connect(self.open_back_up)
        self.restore_action.triggered.connect(self.open_restore)
        self.verify_action.triggered.connect(self.open_verify)
        self.records_banner.verify_requested.connect(self.open_verify)
        self.switch_action.triggered.connect(self.switch_employee)
        self.lock_action.triggered.connect(self.entrance.lock.lock)
        self.log_out_action.triggered.connect(self.log_out)
        self.exit_action.triggered.connect(self.close)
        self.about_action.triggered.connect(self.open_about)
        self.back_button.clicked.connect(self.back)
        self._on_keys("Alt+Left", self.back)
        self._on_keys("Ctrl+W", self._on_close_tab_requested)
        self.tabs.front_changed.connect(self._on_tabs_front_changed)
        self.operations.logged_in_changed.connect(self._on_logged_in_changed)
        self.operations.rights_changed.connect(self._on_rights_changed)
        self.entrance.entered.connect(self.open_first)
        self.operations.trouble_changed.connect(self._on_trouble_changed)
        self.operations.bus.changed.connect(self._on_bus_changed)

    def fit_to_screen(self) -> None:
        """Fill the screen when the window with its frame would be larger than that."""
        room = self.screen().availableSize()
        if room.width() < self.frameGeometry().width() or room.height() < _FRAME + self.height():
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    # ---- navigation ----

    def open(self, place: Place) -> Screen | None:
        """Go to a place; its screen opens once."""
        here = self._here()
        screen = self._bring(place)
        if screen is not None and here is not None and here.place != place:
            self._remember(here)
        return screen

    def open_first(self) -> None:
        """Go to this client's first screen."""
        self.open(self.client_layout.first)

    def open_record(self, record: Record, record_id: int) -> bool:
        """Go to the card or document of a record."""
        try:
            place = showing(self.operations, record, record_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return False
        if place is None:
            return False
        here = self._here()
        screen = self._bring(place)
        if screen is None or not screen.open_record(record_id):
            return False
        self._remember(here)
        return True

    def open_found(self, place: Place, found: Found) -> bool:
        """Go to a found set of a place."""
        here = self._here()
        screen = self._bring(place)
        if screen is None or not screen.open_found(found):
            return False
        self._remember(here)
        return True

    def back(self) -> None:
        """Go back to where the person came from."""
        here = self._here()
        while self._past:
            visit = self._past.pop()
            if visit != here:
                screen = self._bring(visit.place)
                if screen is not None and visit.record_id is not None:
                    screen.open_record(visit.record_id)
                break
        self.back_button.setEnabled(bool(self._past))

    def _bring(self, place: Place) -> Screen | None:
        if self.operations.logged_in is None:
            return None
        refusal = DESTINATIONS[place].refusal(self.operations)
        if refusal is not None:
            say(self, words_of(refusal))
            return None
        screen = self.tabs.screen_at(place)
        if screen is None:
            there = DESTINATIONS[place]
            try:
                screen = there.load()(self.operations, self)
            except TroubleError as trouble:
                say(self, words_of_trouble(trouble))
                return None
            screen.link.connect(self.open_record)
            self.tabs.add_screen(place, there.picture, screen)
        self.tabs.bring_to_front(place)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        return screen

    def _here(self) -> Visit | None:
        place = self.tabs.front()
        screen = self.tabs.screen_at(place)
        return None if place is None or screen is None else Visit(place, screen.current_id)

    def _remember(self, visit: Visit | None) -> None:
        if visit is not None and visit != self._here() and (not self._past or self._past[-1] != visit):
            self._past = [*self._past, visit][-_MOST_PLACES:]
        self.back_button.setEnabled(bool(self._past))

    # ---- the shop ----

    def use(self, tool: Tool) -> None:
        """Open a tool's dialog; nothing happens while nobody is logged in."""
        if self.operations.logged_in is None:
            return
        try:
            tool.use(self)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))

    def open_preferences(self) -> None:
        """Show File › Preferences."""
        from posim_desktop.ui.shop.preferences import PreferencesDialog  # noqa: PLC0415 - loads when first opened

        self.tabs.come_to_front()
        dialog = PreferencesDialog(self, self.operations)
        dialog.open()

    def open_journal(self) -> None:
        """Show File › Export Journal, to whoever may see what goods cost."""
        refusal = self.operations.lacking(Permission.SEE_COSTS)
        if refusal is not None:
            say(self, words_of(refusal))
            return
        from posim_desktop.ui.shop.journal import JournalDialog  # noqa: PLC0415 - loads when first opened

        self.tabs.come_to_front()
        JournalDialog(self, self.operations).open()

    def open_import(self) -> None:
        """Show File › Import; nothing happens while nobody is logged in."""
        if self.operations.logged_in is None:
            return
        from posim_desktop.ui.shop.imports.dialog import ImportDialog  # noqa: PLC0415 - loads when first opened

        self.tabs.come_to_front()
        try:
            dialog = ImportDialog(self, self.operations)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        dialog.open()

    def open_back_up(self) -> None:
        """Show File › Back Up Now; nothing happens while nobody is logged in."""
        if self.operations.logged_in is None or self._backup_worker is None:
            return
        from posim_desktop.ui.shop.back_up_now import BackUpNowDialog  # noqa: PLC0415 - loads when first opened

        self.tabs.come_to_front()
        try:
            BackUpNowDialog(self, self.operations, self._backup_worker).open()
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))

    def open_restore(self) -> None:
        """Show File › Restore, to whoever may."""
        refusal = self.operations.lacking(Permission.RESTORE)
        if self.operations.logged_in is None or self._backup_worker is None or refusal is not None:
            return
        from posim_desktop.ui.shop.restore_dialog import RestoreDialog  # noqa: PLC0415 - loads when first opened

        self.tabs.come_to_front()
        backups = self._backup_worker.backups
        try:
            folder = backups.folder_of(self.operations.read(preferences.load))
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        dialog = RestoreDialog(self, self.operations, backups.url, folder)
        dialog.chosen.connect(self.restore_requested)
        dialog.open()

    def open_verify(self) -> None:
        """Show File › Verify, to whoever may read the audit, of which it tells."""
        refusal = self.operations.lacking(Permission.READ_AUDIT)
        if refusal is not None:
            say(self, words_of(refusal))
            return
        from posim_desktop.ui.shop.verify import VerifyDialog  # noqa: PLC0415 - loads when first opened

        self.tabs.come_to_front()
        VerifyDialog(self, self.operations).open()

    def open_practice(self) -> None:
        """Show File › Practice; nothing happens while nobody is logged in."""
        if self.operations.logged_in is None or self._practice is None:
            return
        from posim_desktop.ui.shop.practice_dialog import PracticeDialog  # noqa: PLC0415 - loads when first opened

        dialog = PracticeDialog(self, self.operations, self._practice)
        dialog.made.connect(self.practice_entered)
        dialog.open()

    def open_about(self) -> None:
        """Show which program this is, which database it works on, and the licences."""
        from posim_desktop.ui.shop.about import AboutDialog  # noqa: PLC0415 - loads when first opened

        dialog = AboutDialog(self, self.tr(self.client_layout.title), self.database_name, self.operations.workstation)
        dialog.open()

    def switch_employee(self) -> None:
        """Let somebody else go on working with what is open."""
        try:
            self.entrance.switch()
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))

    def log_out(self) -> None:
        """Close every screen and let somebody else log in."""
        if self.tabs.close_all():
            self.operations.log_in(None)

    def _apply(self, shop: ShopPreferences) -> None:
        formatting.use_store_format(shop.locale, shop.time_zone, shop.currency)
        self.entrance.lock.follow(shop)
        title = f"{shop.store_name} – {self.tr(self.client_layout.title)}"
        self.setWindowTitle(self.tr("PRACTICE – {title}").format(title=title) if self.operations.is_practice else title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOMY
        for button in self._navigation_buttons:
            button.set_narrow(narrow=narrow, low=self.height() < _LOW)
        # What they say stands in Help > About too; a message beside them stands nowhere else.
        self.workstation_label.setHidden(narrow)
        self.database_label.setHidden(narrow)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.tabs.close_all():
            event.accept()
        else:
            event.ignore()

    # ---- slots ----

    def _on_navigation_button_clicked(self, place: Place) -> None:
        self.open(place)
        self._mark_navigation()

    def _on_tabs_front_changed(self, screen: Screen | None) -> None:
        for menu in self._screen_menus:
            self.menuBar().removeAction(menu.menuAction())
        self._screen_menus = [] if screen is None else list(screen.menus)
        for menu in self._screen_menus:
            self.menuBar().insertMenu(self.help_menu.menuAction(), menu)
        self._mark_navigation()

    def _mark_navigation(self) -> None:
        front = self.tabs.front()
        for place, button in self._navigation.items():
            button.show_current(current=place == front)

    def _on_close_tab_requested(self) -> None:
        place = self.tabs.with_keyboard()
        if place is not None:
            self.tabs.close_screen(place)

    def _ask_approval(self, parent: QWidget, refusal: Refusal, action: Action) -> bool:
        from posim_desktop.ui.people.approve import ask_approval  # noqa: PLC0415 - most days need none at the start

        return ask_approval(self.operations, parent, refusal, action)

    def _on_logged_in_changed(self) -> None:
        if self.operations.logged_in is None:
            self.tabs.close_all()
            self._past.clear()
            self.back_button.setEnabled(False)

    def _on_rights_changed(self) -> None:
        employee = self.operations.logged_in
        if employee is not None:
            self._let_in()
        name = self.tr("nobody") if employee is None else employee.name
        self.employee_label.setText(self.tr("Employee: {name}").format(name=name))

    def _let_in(self) -> None:
        """Let somebody go where they may, and close what the one before could see and they may not."""
        for bar_action in self.navigation_bar.actions():
            button = self.navigation_bar.widgetForAction(bar_action)
            places = [place for place, each in self._navigation.items() if each is button]
            bar_action.setVisible(all(DESTINATIONS[place].refusal(self.operations) is None for place in places))
        for action, permission in self._guarded:
            refusal = self.operations.lacking(permission)
            action.setEnabled(refusal is None)
            action.setToolTip(words_of(refusal))
        for place, there in DESTINATIONS.items():
            if there.refusal(self.operations) is not None:
                self.tabs.close_screen(place)
                self._past = [visit for visit in self._past if visit.place != place]
                self.back_button.setEnabled(bool(self._past))

    def _on_trouble_changed(self, trouble: str) -> None:
        self.connection_label.setText(self.tr("Not connected") if trouble else self.tr("Connected"))
        self.connection_label.setToolTip(trouble)
        mark(self.connection_label, role="bad" if trouble else "muted")

    def _on_bus_changed(self, changes: Changes) -> None:
        if some_new(Record.PREFERENCE) in changes:
            self._apply(self.operations.read(shop_money.learn))
