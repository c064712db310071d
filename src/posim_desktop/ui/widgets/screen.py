"""What stands on a tab of a client: a deck or a document."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from posim_desktop.queries.deck import Found


class Screen(QWidget):
    """A tab's content; it says whether it may be left and can be led to a record.

    Attributes:
        menus: Menus that stand in the client's menu bar while this screen is in front.

    Signals:
        link(Record, int): The person wants to see a record of another screen.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menus: list[QMenu] = []

    @property
    def current_id(self) -> int | None:
        """The record in front; None for none or a new one."""
        return None

    def leave(self) -> bool:
        """Make ready to be left; False when something must be put right first."""
        return True

    def open_record(self, record_id: int) -> bool:
        """Show a record; False when that is not possible."""
        del record_id
        return False

    def open_found(self, found: Found) -> bool:
        """Show a found set; False when that is not possible."""
        del found
        return False
