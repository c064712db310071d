"""Tells that this computer's clock is wrong. Serves the guide's page "Find your way around"."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.chips import Banner

_MUCH = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


class ClockBanner(Banner):
    """Says so once, after somebody logged in, until it is put away; what counts is the database's clock anyway."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clock_banner")
        self._operations = operations
        self._was_told = False
        self.action_requested.connect(self.clear_message)
        operations.logged_in_changed.connect(self._on_logged_in_changed)

    def _on_logged_in_changed(self) -> None:
        behind = self._operations.behind()
        if self._was_told or self._operations.logged_in is None or abs(behind) <= _MUCH:
            return
        self._was_told = True
        self.tell(behind)

    def tell(self, behind: timedelta) -> None:
        """Say how far this computer's clock is behind; negative if it is ahead."""
        self.show_message("attention", self._words(behind), self.tr("OK"))

    def _words(self, behind: timedelta) -> str:
        if behind > timedelta(0):
            words = self.tr(
                "This computer's clock is {time} behind the database's. What is done here is written down with the "
                "database's time. Set this computer's clock right."
            )
        else:
            words = self.tr(
                "This computer's clock is {time} ahead of the database's. What is done here is written down with the "
                "database's time. Set this computer's clock right."
            )
        return words.format(time=self._span(abs(behind)))

    def _span(self, span: timedelta) -> str:
        if span < 2 * _HOUR:
            return self.tr("%n minutes", "", span // _MUCH)
        return self.tr("{hours} hours").format(hours=formatting.count(span // _HOUR))
