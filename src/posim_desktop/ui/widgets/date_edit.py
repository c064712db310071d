"""An input of a day: typed in the store's manner, or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.errors import RefusedError
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon

_LONGEST = 24


class DateEdit(QLineEdit):
    """A day; its sign at the right, or Alt+Down, opens a calendar."""

    def __init__(self, field: str, parent: QWidget | None = None, *, blank: bool = False) -> None:
        """Make an empty input.

        Args:
            field: Name of the input in refusals.
            parent: Owner.
            blank: Whether nothing typed is an answer.
        """
        super().__init__(parent)
        self._field = field
        self._blank = blank
        self.setMaxLength(_LONGEST)
        self.setToolTip(self.tr("Type a date, or press Alt+Down for the calendar"))
        self.calendar_action = self.addAction(icon("calendar", role="muted"), QLineEdit.ActionPosition.TrailingPosition)
        self.calendar_action.setText(self.tr("Calendar"))
        self.calendar_action.setToolTip(self.tr("Calendar (Alt+Down)"))
        self.calendar_action.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> date | None:
        """Return the day, None for an input left blank where that is an answer.

        Raises:
            RefusedError: There is no such day.
        """
        if self._blank and not self.text().strip():
            return None
        return formatting.parse_date(self.text(), field=self._field)

    def set_value(self, day: date | None, /) -> None:
        """Show a day, or nothing."""
        self.setText("" if day is None else formatting.date(day))

    def open_calendar(self) -> None:
        """Let the person choose from a calendar below the input; Esc closes it."""
        if self.isReadOnly():
            return
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setObjectName("calendar_popup")
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setLocale(formatting.store_format().locale)
        try:
            day = self.value()
        except RefusedError:
            day = None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))

        def choose(chosen: QDate) -> None:
            popup.close()
            self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
            self.setFocus(Qt.FocusReason.PopupFocusReason)
            self.textEdited.emit(self.text())
            self.editingFinished.emit()

        calendar.activated.connect(choose)
        calendar.clicked.connect(choose)
        inside = QVBoxLayout(popup)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _on_editing_finished(self) -> None:
        try:
            day = self.value()
        except RefusedError:
            return
        if day is not None and formatting.date(day) != self.text():
            self.set_value(day)
