"""The work area of a client: screens as tabs, each of which can be taken out into a window of its own and put back.

Serves the guide's page "Find your way around".
"""

from typing import cast

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QTabBar, QTabWidget, QToolButton, QWidget
from typing_extensions import override

from posim_desktop.ui.icons import icon
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_OWN_WIDTH, _OWN_HEIGHT = 1100, 720
_TAB_ICON = QSize(16, 16)


class OwnWindow(QMainWindow):
    """A screen in a window of its own, for a shop with two monitors.

    Signals:
        put_back_requested(Screen): The window closes and the screen goes back to its tab.
    """

    put_back_requested = Signal(object)

    def __init__(self, screen: Screen, name: str, picture: str) -> None:
        super().__init__()
        self.screen_inside: Screen | None = screen
        self.picture = picture
        self.setObjectName("own_window")
        self.setWindowTitle(name)
        self.setWindowIcon(icon(picture))
        resize_on_screen(self, _OWN_WIDTH, _OWN_HEIGHT)
        for menu in screen.menus:
            self.menuBar().addMenu(menu)
        window_menu = self.menuBar().addMenu(self.tr("&Window"))
        self.put_back_action = QAction(self.tr("Move Back to Tabs"), self)
        self.put_back_action.setShortcut(QKeySequence("Ctrl+Shift+O"))
        self.put_back_action.triggered.connect(self.close)
        window_menu.addAction(self.put_back_action)
        self.setCentralWidget(screen)
        screen.show()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        screen, self.screen_inside = self.screen_inside, None
        if screen is not None:
            self.put_back_requested.emit(screen)
        event.accept()


class ScreenTabs(QTabWidget):
    """Screens as tabs or in windows of their own; a place opens once.

    Attributes:
        window_actions: What the client's keys do; they do it in a screen's own window too.
        title_begins: What the title of a screen's own window looks like.

    Signals:
        front_changed(Screen | None): Another screen is in front.
    """

    front_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setAccessibleName(self.tr("Open Screens"))
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setIconSize(_TAB_ICON)
        self._screens: dict[Place, Screen] = {}
        self._windows: dict[Place, OwnWindow] = {}
        self.window_actions: list[QAction] = []
        self.title_begins = "{title}"
        self._needed: tuple[QSize, QSize, bool] | None = None
        self.take_out_button = QToolButton()
        self.take_out_button.setObjectName("take_out_button")
        self.take_out_button.setIcon(icon("external-link"))
        self.take_out_button.setAccessibleName(self.tr("New Window"))
        self.take_out_button.setToolTip(self.tr("Move this screen to its own window (Ctrl+Shift+O)"))
        self.take_out_button.setShortcut(QKeySequence("Ctrl+Shift+O"))
        self.take_out_button.hide()
        self.setCornerWidget(self.take_out_button)
        self.tabBar().setAccessibleName(self.accessibleName())
        self.tabBar().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._connect()

    def _connect(self) -> None:
        self.take_out_button.clicked.connect(self._on_take_out_button_clicked)
        self.tabCloseRequested.connect(self._on_tab_close_requested)
        self.currentChanged.connect(self._on_current_changed)
        self.tabBar().customContextMenuRequested.connect(self._on_tab_bar_menu_requested)

    def screen_at(self, place: Place | None) -> Screen | None:
        """Return the open screen of a place."""
        return None if place is None else self._screens.get(place)

    def open_places(self) -> list[Place]:
        """List the places whose screens are open."""
        return list(self._screens)

    def place_on(self, tab: int) -> Place | None:
        """Return the place whose screen is on a tab."""
        return self._place_of(cast("Screen | None", self.widget(tab)))

    def front(self) -> Place | None:
        """Return the place whose screen is on the front tab."""
        return self.place_on(self.currentIndex())

    def with_keyboard(self) -> Place | None:
        """Return the place whose own window has the keyboard, or else the one on the front tab."""
        own = next((place for place, window in self._windows.items() if window.isActiveWindow()), None)
        return own or self.front()

    def windows(self) -> list[QWidget]:
        """List the windows that show screens: the client and each screen's own."""
        return [self.window(), *self._windows.values()]

    def come_to_front(self) -> None:
        """Take the keyboard into the client from a screen in a window of its own."""
        if any(window.isActiveWindow() for window in self._windows.values()):
            self.window().raise_()
            self.window().activateWindow()

    def add_screen(self, place: Place, picture: str, screen: Screen) -> None:
        """Open a screen on a tab."""
        self._screens[place] = screen
        screen.setProperty("picture", picture)
        self._put_on_tab(place, screen)

    def bring_to_front(self, place: Place) -> None:
        """Bring an open screen to the front, wherever it is."""
        window = self._windows.get(place)
        if window is not None:
            window.show()
            window.raise_()
            window.activateWindow()
        else:
            self.setCurrentWidget(self._screens[place])
            self.come_to_front()

    def close_screen(self, place: Place) -> bool:
        """Close a screen; False when it must not be left yet."""
        screen = self._screens.get(place)
        if screen is None:
            return True
        if not screen.leave():
            self.bring_to_front(place)
            return False
        if place in self._windows:
            self._windows[place].close()
        del self._screens[place]
        self.removeTab(self.indexOf(screen))
        screen.deleteLater()
        return True

    def close_all(self) -> bool:
        """Close every screen; False when one of them must not be left yet."""
        return all(self.close_screen(place) for place in self.open_places())

    def take_out(self, place: Place) -> None:
        """Give a screen its own window."""
        screen = self._screens[place]
        if place in self._windows:
            return
        self.removeTab(self.indexOf(screen))
        window = OwnWindow(screen, self.title_begins.format(title=place.label), str(screen.property("picture")))
        window.put_back_requested.connect(self._on_window_put_back_requested)
        window.addActions(self.window_actions)
        self._windows[place] = window
        window.show()

    def window_of(self, place: Place) -> OwnWindow | None:
        """Return a screen's own window, if it was taken out."""
        return self._windows.get(place)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Qt lays out and repaints the whole window when any text on a screen changes, needing more room or not.
            needed = (self.sizeHint(), self.minimumSizeHint(), self.take_out_button.isVisible())
            if needed == self._needed:
                return True
            self._needed = needed
        return super().event(event)

    def _put_on_tab(self, place: Place, screen: Screen) -> None:
        tab = self.addTab(screen, icon(str(screen.property("picture"))), place.label)
        closer = self.tabBar().tabButton(tab, QTabBar.ButtonPosition.RightSide)
        if closer is not None:
            closer.setAccessibleName(self.tr("Close {name}").format(name=place.label))
            closer.setToolTip(self.tr("Close (Ctrl+W)"))
        self.setCurrentIndex(tab)

    def _place_of(self, screen: Screen | None) -> Place | None:
        return next((place for place, known in self._screens.items() if known is screen), None)

    def _on_tab_close_requested(self, tab: int) -> None:
        place = self.place_on(tab)
        if place is not None:
            self.close_screen(place)

    def _on_current_changed(self, tab: int) -> None:
        self.take_out_button.setVisible(tab >= 0)
        self.front_changed.emit(self.widget(tab))

    def _on_take_out_button_clicked(self) -> None:
        place = self.front()
        if place is not None:
            self.take_out(place)

    def _on_window_put_back_requested(self, screen: Screen) -> None:
        place = next(place for place, window in self._windows.items() if self._screens[place] is screen)
        window = self._windows.pop(place)
        window.takeCentralWidget()
        self._put_on_tab(place, screen)
        window.deleteLater()

    def _on_tab_bar_menu_requested(self, where: QPoint) -> None:
        place = self.place_on(self.tabBar().tabAt(where))
        if place is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Move to New Window")).triggered.connect(lambda: self.take_out(place))
        menu.addAction(self.tr("Close")).triggered.connect(lambda: self.close_screen(place))
        menu.popup(self.tabBar().mapToGlobal(where))
