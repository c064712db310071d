"""The badges of a client's navigation bar, counted a moment after something that matters to them changed.

Serves the guide's page "Fill backorders".
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from posim_desktop.domain.changes import Changes
from posim_desktop.domain.errors import TroubleError
from posim_desktop.ui import formatting
from posim_desktop.ui.clients.places import DESTINATIONS, Badge
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.navigation_button import NavigationButton

_PAUSE_MS = 200
_MOST = 999


class Badges(QObject):
    """Counts what waits at the places of a navigation bar; many changes in a row are counted once."""

    def __init__(self, operations: Operations, buttons: Mapping[Place, NavigationButton], parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        placed = ((button, DESTINATIONS[place].badge) for place, button in buttons.items())
        self._badges = [(button, badge) for button, badge in placed if badge is not None]
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.count)
        operations.bus.changed.connect(self._on_bus_changed)
        operations.logged_in_changed.connect(self.count)
        self.count()

    def count(self) -> None:
        """Count now."""
        for button, badge in self._badges:
            self._show(button, badge)

    def _show(self, button: NavigationButton, badge: Badge) -> None:
        if self._operations.logged_in is None:
            button.show_badge("", "")
            return
        try:
            waiting = self._operations.read(badge.query)
        except TroubleError:
            return  # the status bar reports it; the screen keeps what it shows
        shown = f"{_MOST}+" if waiting > _MOST else formatting.count(waiting)
        button.show_badge(shown if waiting else "", self.tr(badge.words).format(count=shown) if waiting else "")

    def _on_bus_changed(self, changes: Changes) -> None:
        matter = {record for _button, badge in self._badges for record in badge.records}
        if not self._timer.isActive() and any(change.record in matter for change in changes):
            self._timer.start()
