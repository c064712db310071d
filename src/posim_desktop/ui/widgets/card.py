"""A card: the form that shows one record. Serves every page of the guide that opens one.

A card of a noun overrides :meth:`Card.query`, :meth:`Card.fill`, :meth:`Card.write` and :meth:`Card.heading`, and names
its inputs with :meth:`Card.track`; saving, undoing and noticing other people's changes are here.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.chips import StatusPill
from posim_desktop.ui.widgets.edits import clear_refusals


class Shown(Protocol):
    """What the details of every record have."""

    @property
    def id(self) -> int:
        """The record's id."""
        ...

    @property
    def version(self) -> int:
        """How often it was changed."""
        ...


Details = TypeVar("Details", bound=Shown)
Value = str | int | bool | None


class Difference(NamedTuple):
    """A field that two people wrote different things into, as each of them sees it."""

    label: str
    mine: str
    theirs: str


class Card(QWidget, Generic[Details]):
    """Shows one record and lets it be edited, if the kind of record allows.

    Attributes:
        record_id: The record on the card; None for a new one or none.
        version: The version that an edit is based on; give it to the verb that saves.
        details: What was read; None for a new card.
        status_slot: A widget for the head of the deck's sheet, such as a status pill.

    Signals:
        saved(int): The record was written.
        edited_changed(bool): The card differs from what is stored, or no longer does.
        link(Record, int): The person wants to see another record.
        filled: The card shows something else, or the same again.
    """

    saved = Signal(int)
    edited_changed = Signal(bool)
    link = Signal(object, int)
    filled = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.record_id: int | None = None
        self.version = 0
        self.details: Details | None = None
        self.status_slot: QWidget | None = None
        self.is_new = False
        self.is_saving = False
        self._tracked: dict[QWidget, Value] = {}
        self._was_edited = False

    @classmethod
    def query(cls, connection: Any, record_id: int) -> Details | None:  # noqa: ANN401 - a connection, as queries take it
        """Read all that the card shows of a record, or return None when it is gone."""
        raise NotImplementedError

    def fill(self, details: Details | None) -> None:
        """Put a record into the fields; None empties them for a new one."""
        raise NotImplementedError

    def write(self) -> int | None:
        """Save the fields; return the record's id, or None after showing a refusal at its field."""
        return self.record_id

    def heading(self) -> str:
        """Name what is on the card for the title band, ``"Backorder 12"``."""
        return ""

    def refusal(self) -> Refusal | None:
        """Return why the person may not write this kind of card, or None."""
        return None

    def begin_editing(self) -> None:
        """Let the fields be edited; a card that does not open for reading has nothing to begin."""

    def end_editing(self) -> bool:
        """Show the fields as text again; return False for a card that is not being edited, or always is."""
        return False

    def tone(self) -> str:
        """Name the token whose color the left edge of the card wears; ``""`` for a card without a status."""
        return self.status_slot.tone if isinstance(self.status_slot, StatusPill) and not self.is_new else ""

    def show_record(self, record_id: int) -> bool:
        """Show a record; return False when it is gone."""
        details = self.operations.read(self.query, record_id)
        if details is None:
            return False
        self.show_details(details)
        return True

    def show_details(self, details: Details) -> None:
        """Show a record that was read."""
        self.record_id, self.version, self.is_new = details.id, details.version, False
        self._show(details)

    def start_new(self) -> None:
        """Show an empty card for a record that does not exist yet."""
        self.record_id, self.version, self.is_new = None, 0, True
        self._show(None)

    def track(self, *widgets: QWidget) -> None:
        """Name the inputs whose content belongs to the record."""
        for widget in widgets:
            self._tracked[widget] = _value(widget)
            widget.installEventFilter(self)
            match widget:
                case QLineEdit():
                    widget.textChanged.connect(self.look_for_edits)
                case QComboBox():
                    widget.currentTextChanged.connect(self.look_for_edits)
                case QPlainTextEdit() | QTextEdit():
                    widget.textChanged.connect(self.look_for_edits)
                case QAbstractButton():
                    widget.toggled.connect(self.look_for_edits)
                case QDateEdit():
                    widget.dateChanged.connect(self.look_for_edits)
                case _:
                    raise TypeError(f"{widget} cannot be tracked")

    def tracked(self) -> tuple[QWidget, ...]:
        """Return the inputs whose content belongs to the record."""
        return tuple(self._tracked)

    def is_edited(self) -> bool:
        """Return whether the fields differ from what is stored; a card with parts of its own adds them here."""
        return any(_value(widget) != value for widget, value in self._tracked.items())

    def look_for_edits(self) -> None:
        """Tell whoever listens when the card became edited or is no longer."""
        edited = self.is_edited()
        if edited != self._was_edited:
            self._was_edited = edited
            self.edited_changed.emit(edited)

    def save(self) -> bool:
        """Write the fields; return False when it was refused and the card stays as it is."""
        self.is_saving = True
        try:
            record_id = self.write()
        finally:
            self.is_saving = False
        if record_id is None:
            return False
        self.show_record(record_id)
        self.saved.emit(record_id)
        return True

    def run(
        self,
        verb: partial[Done],
        attempt: Attempt,
        on_refusal: Callable[[Refusal], bool] | None = None,
        *,
        is_news: bool = False,
    ) -> Done | None:
        """Run a verb of the record; None when nothing was written.

        Args:
            verb: The verb with its content.
            attempt: The person's action.
            on_refusal: Says a refusal at its field.
            is_news: Whether the deck looks at what the verb changed; otherwise the card looks again by itself.
        """
        self.is_saving = not is_news
        try:
            outcome = self.operations.run(self, verb, attempt, on_refusal)
        finally:
            self.is_saving = False
        return outcome if isinstance(outcome, Done) else None

    def undo(self) -> bool:
        """Put the field with the focus back, or the whole card; return False when there is nothing to undo."""
        clear_refusals(self._tracked)
        focused = QApplication.focusWidget()
        for widget, value in self._tracked.items():
            has_focus = focused is not None and (widget is focused or widget.isAncestorOf(focused))
            if has_focus and _value(widget) != value:
                _put(widget, value)
                self.look_for_edits()
                return True
        if not self.is_edited():
            return False
        self._show(self.details)
        return True

    def stored_version(self) -> int | None:
        """Read the version of the record as it is stored now; None when it is gone."""
        details = None if self.record_id is None else self.operations.read(self.query, self.record_id)
        return None if details is None else details.version

    def differences(self, theirs: "Card[Any]") -> list[Difference]:
        """List the fields that were written into both here and on the card of somebody else, and not the same."""
        return [
            Difference(widget.accessibleName(), _shown(widget), _shown(other))
            for (widget, stored), other in zip(self._tracked.items(), theirs.tracked(), strict=True)
            if _value(widget) != stored and _value(other) not in {stored, _value(widget)}
        ]

    def keep_mine(self, theirs: "Card[Any] | None") -> None:
        """Base the edit on what is stored now, the card of somebody else: only what was written here will overwrite it.

        Args:
            theirs: The card as it is stored now, where the kind of card has one.
        """
        if theirs is None:
            self.version = self.stored_version() or self.version
            return
        self.version, self.details = theirs.version, theirs.details
        for (widget, stored), other in zip(list(self._tracked.items()), theirs.tracked(), strict=True):
            if _value(widget) == stored:
                _put(widget, _value(other))
            self._tracked[widget] = _value(other)
        self.look_for_edits()

    def _show(self, details: Details | None) -> None:
        self.details = details
        clear_refusals(self._tracked)
        self.fill(details)
        self.hold_as_stored()
        self.filled.emit()

    def hold_as_stored(self) -> None:
        """Take what the fields hold now for what is stored."""
        self._tracked = {widget: _value(widget) for widget in self._tracked}
        self._was_edited = False
        self.edited_changed.emit(False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A line edit would keep Ctrl+Home and Ctrl+End for itself; on a card they lead to the first and last one.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            ends = (standard.MoveToStartOfDocument, standard.MoveToEndOfDocument)
            if isinstance(watched, QLineEdit) and any(event.matches(key) for key in ends):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _value(widget: QWidget) -> Value:
    match widget:
        case QLineEdit():
            return widget.text()
        case QComboBox():
            return widget.currentText()  # the place of a choice changes with what else is offered
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()
        case QAbstractButton():
            return widget.isChecked()
        case QDateEdit():
            return widget.date().toString(Qt.DateFormat.ISODate)
        case _:
            return None


def _shown(widget: QWidget) -> str:
    """Return what a field says to the person."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QDateEdit):
        return widget.text()
    return str(_value(widget))


def _put(widget: QWidget, value: Value) -> None:
    match widget:
        case QLineEdit():
            widget.setText(str(value))
            widget.selectAll()
        case QComboBox():
            widget.setCurrentText(str(value))
        case QPlainTextEdit() | QTextEdit():
            widget.setPlainText(str(value))
        case QAbstractButton():
            widget.setChecked(bool(value))
        case QDateEdit():
            widget.setDate(QDate.fromString(str(value), Qt.DateFormat.ISODate))
        case _:
            pass
