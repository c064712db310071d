"""What to look for in the audit: who, what, and from when to when. Serves the guide's page "The audit"."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.errors import RefusedError
from posim_desktop.queries.deck import Found
from posim_desktop.queries.people.audit import AuditFound
from posim_desktop.ui import formatting
from posim_desktop.ui.people.audit_words import action_words
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import clear_refusals, show_refusal, with_hint

_DAY = timedelta(days=1)
_DAY_WIDTH = 32 * SPACE


class AuditFilter(QWidget):
    """Narrows the audit by person, action and days of the shop.

    Signals:
        changed: Something else is wanted.
    """

    changed = Signal()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return self.person_box, self.action_box, self.from_edit, self.to_edit

    def __init__(self, people: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_box, self.action_box = DropDown(), DropDown()
        self.from_edit, self.to_edit = DateEdit("audit_from", blank=True), DateEdit("audit_to", blank=True)
        self._days = {"audit_from": self.from_edit, "audit_to": self.to_edit}
        self._wanted: tuple[object, ...] = ()
        self.offer_people(people)
        self._offer_actions()
        self._build()
        for box in (self.person_box, self.action_box):
            box.activated.connect(self._on_changed)
        for edit in self._days.values():
            edit.setFixedWidth(_DAY_WIDTH)
            edit.editingFinished.connect(self._on_changed)
        self._wanted = self._values()

    def offer_people(self, people: Mapping[int, str]) -> None:
        """Offer whoever works or worked here; who was chosen stays chosen."""
        chosen = self.person_box.currentData()
        self.person_box.clear()
        self.person_box.addItem(self.tr("Everybody"), None)
        for employee_id, name in people.items():
            self.person_box.addItem(name, employee_id)
        self.person_box.setCurrentIndex(max(0, self.person_box.findData(chosen)))

    def _offer_actions(self) -> None:
        self.action_box.addItem(self.tr("Everything"), None)
        for action in sorted(AuditAction, key=lambda action: action_words(action).casefold()):
            self.action_box.addItem(action_words(action), str(action))

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 0)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        fields = (
            ("person_box", self.tr("Who"), self.person_box),
            ("action_box", self.tr("What"), self.action_box),
            ("from_edit", self.tr("From Day"), self.from_edit),
            ("to_edit", self.tr("To Day"), self.to_edit),
        )
        for column, (name, label, widget) in enumerate(fields):
            widget.setObjectName(name)
            widget.setAccessibleName(label)
            caption = QLabel(label)
            caption.setBuddy(widget)
            mark(caption, role="label")
            grid.addWidget(caption, 0, column)
            grid.addWidget(with_hint(widget) if isinstance(widget, DateEdit) else widget, 1, column)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(len(fields), 1)

    def found(self, text: str) -> Found:
        """Return what is looked for, together with words typed elsewhere."""
        person, action, first, last = self._wanted
        if self._wanted == (None, None, None, None):
            return Found(text)
        return AuditFound(
            text,
            label=self._label(text),
            employee_id=person if isinstance(person, int) else None,
            action=action if isinstance(action, str) else None,
            since=formatting.midnight(first) if isinstance(first, date) else None,
            before=formatting.midnight(last + _DAY) if isinstance(last, date) else None,
        )

    def clear(self) -> None:
        """Look for everything again."""
        self.person_box.setCurrentIndex(0)
        self.action_box.setCurrentIndex(0)
        for edit in self._days.values():
            edit.set_value(None)
        clear_refusals(self._days.values())
        self._wanted = self._values()

    def _label(self, text: str) -> str:
        """Say what is looked for, for the chip that counts it."""
        boxes = [box.currentText() for box in (self.person_box, self.action_box) if box.currentIndex() > 0]
        days = [edit.text() for edit in self._days.values()]
        span = " – ".join(days) if any(days) else ""
        return ", ".join(part for part in (text, *boxes, span) if part)

    def _values(self) -> tuple[object, ...]:
        return (
            self.person_box.currentData(),
            self.action_box.currentData(),
            self.from_edit.value(),
            self.to_edit.value(),
        )

    def _on_changed(self) -> None:
        clear_refusals(self._days.values())
        try:
            wanted = self._values()
        except RefusedError as refused:
            show_refusal(self._days, refused.refusal)
            return
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()
