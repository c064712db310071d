"""Tells every open screen which records changed, here or on another workstation."""

from PySide6.QtCore import QObject, Signal

from posim_desktop.domain.changes import Changes


class ChangeBus(QObject):
    """Carries changes from verbs to screens.

    Signals:
        changed(Changes): records that were added, changed or removed.
    """

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Notify the screens, if anything changed."""
        if changes:
            self.changed.emit(changes)
