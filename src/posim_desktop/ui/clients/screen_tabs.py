"""The work area of a client: screens as tabs, each of which can be taken out into a window of its own and put back.

Serves the guide's page "Find your way around".
"""

from typing import cast

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QTabBar, QTabWidget, QToolButton, QWidget
from typing_extensions import override

from posim_desktop.ui.icons import icon
from posim_desktop.ui.widgets.screen import Screen

_OWN_WINDOW_SIZE = QSize(1100, 720)
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
        self.resize(_OWN_WINDOW_SIZE)
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
    """Screens as tabs or in windows of their own; a name opens once.

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
        self._screens: dict[str, Screen] = {}
        self._windows: dict[str, OwnWindow] = {}
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
        self.tabCloseRequested.connect(lambda place: self.close_screen(self.name_at(place)))
        self.currentChanged.connect(self._on_current_changed)
        self.tabBar().customContextMenuRequested.connect(self._on_tab_bar_menu_requested)

    def screen_named(self, name: str) -> Screen | None:
        """Return an open screen."""
        return self._screens.get(name)

    def open_names(self) -> list[str]:
        """List the open screens."""
        return list(self._screens)

    def name_at(self, place: int) -> str:
        """Return the name of the screen on a tab, ``""`` for none."""
        return self._name_of(cast("Screen | None", self.widget(place)))

    def front_name(self) -> str:
        """Return the name of the screen on the front tab, ``""`` for none."""
        return self.name_at(self.currentIndex())

    def add_screen(self, name: str, picture: str, screen: Screen) -> None:
        """Open a screen on a tab."""
        self._screens[name] = screen
        screen.setProperty("picture", picture)
        self._put_on_tab(name, screen)

    def bring_to_front(self, name: str) -> None:
        """Bring an open screen to the front, wherever it is."""
        window = self._windows.get(name)
        if window is not None:
            window.show()
            window.raise_()
            window.activateWindow()
        else:
            self.setCurrentWidget(self._screens[name])

    def close_screen(self, name: str) -> bool:
        """Close a screen; False when it must not be left yet."""
        screen = self._screens.get(name)
        if screen is None:
            return True
        if not screen.leave():
            self.bring_to_front(name)
            return False
        if name in self._windows:
            self._windows[name].close()
        del self._screens[name]
        self.removeTab(self.indexOf(screen))
        screen.deleteLater()
        return True

    def close_all(self) -> bool:
        """Close every screen; False when one of them must not be left yet."""
        return all(self.close_screen(name) for name in self.open_names())

    def take_out(self, name: str) -> None:
        """Give a screen its own window."""
        screen = self._screens[name]
        if name in self._windows:
            return
        self.removeTab(self.indexOf(screen))
        window = OwnWindow(screen, name, str(screen.property("picture")))
        window.put_back_requested.connect(self._on_window_put_back_requested)
        self._windows[name] = window
        window.show()

    def window_of(self, name: str) -> OwnWindow | None:
        """Return a screen's own window, if it was taken out."""
        return self._windows.get(name)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Qt lays out and repaints the whole window when any text on a screen changes, needing more room or not.
            needed = (self.sizeHint(), self.minimumSizeHint(), self.take_out_button.isVisible())
            if needed == self._needed:
                return True
            self._needed = needed
        return super().event(event)

    def _put_on_tab(self, name: str, screen: Screen) -> None:
        place = self.addTab(screen, icon(str(screen.property("picture"))), name)
        closer = self.tabBar().tabButton(place, QTabBar.ButtonPosition.RightSide)
        if closer is not None:
            closer.setAccessibleName(self.tr("Close {name}").format(name=name))
            closer.setToolTip(self.tr("Close (Ctrl+W)"))
        self.setCurrentIndex(place)

    def _name_of(self, screen: Screen | None) -> str:
        return next((name for name, known in self._screens.items() if known is screen), "")

    def _on_current_changed(self, place: int) -> None:
        self.take_out_button.setVisible(place >= 0)
        self.front_changed.emit(self.widget(place))

    def _on_take_out_button_clicked(self) -> None:
        if self.front_name():
            self.take_out(self.front_name())

    def _on_window_put_back_requested(self, screen: Screen) -> None:
        name = self._name_of(screen)
        window = self._windows.pop(name)
        window.takeCentralWidget()
        self._put_on_tab(name, screen)
        window.deleteLater()

    def _on_tab_bar_menu_requested(self, where: QPoint) -> None:
        name = self.name_at(self.tabBar().tabAt(where))
        if not name:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Move to New Window")).triggered.connect(lambda: self.take_out(name))
        menu.addAction(self.tr("Close")).triggered.connect(lambda: self.close_screen(name))
        menu.popup(self.tabBar().mapToGlobal(where))
