"""What a report is asked for: the period and what it is narrowed to. Serves the guide's page "Reports"."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.periods import Period, Span, span_of
from posim_desktop.domain.why import Why
from posim_desktop.queries.reports.choices import Choices
from posim_desktop.ui import formatting
from posim_desktop.ui.reports.report import Narrowing, ReportSpec, words
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import clear_refusals, show_refusal, with_hint

_DAY_WIDTH = 32 * SPACE
_BOX_WIDTH = 40 * SPACE
_PERIODS: Mapping[Period, str] = {
    Period.TODAY: str(QT_TRANSLATE_NOOP("Reports", "Today")),
    Period.YESTERDAY: str(QT_TRANSLATE_NOOP("Reports", "Yesterday")),
    Period.THIS_WEEK: str(QT_TRANSLATE_NOOP("Reports", "This week")),
    Period.LAST_WEEK: str(QT_TRANSLATE_NOOP("Reports", "Last week")),
    Period.THIS_MONTH: str(QT_TRANSLATE_NOOP("Reports", "This month")),
    Period.LAST_MONTH: str(QT_TRANSLATE_NOOP("Reports", "Last month")),
    Period.THIS_YEAR: str(QT_TRANSLATE_NOOP("Reports", "This year")),
    Period.LAST_YEAR: str(QT_TRANSLATE_NOOP("Reports", "Last year")),
    Period.ALWAYS: str(QT_TRANSLATE_NOOP("Reports", "Since the beginning")),
    Period.OTHER: str(QT_TRANSLATE_NOOP("Reports", "Other days")),
}
_DAYS = (30, 60, 90, 180, 365)
_USUAL_DAYS = 90


class ReportFilter(QWidget):
    """The fields above a report; those that it does not take are hidden and keep what was chosen.

    Signals:
        changed: Something else is wanted.
    """

    changed = Signal()

    def __init__(self, today: date, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._wanted: tuple[object, ...] = ()
        self.period_box = DropDown()
        self.first_edit, self.last_edit = DateEdit("first", blank=True), DateEdit("last", blank=True)
        self.boxes = {
            Narrowing.DEPARTMENT: _choice(self.tr("All departments"), choices.departments),
            Narrowing.EMPLOYEE: _choice(self.tr("All employees"), choices.employees),
            Narrowing.VENDOR: _choice(self.tr("All vendors"), choices.vendors),
            Narrowing.DAYS: DropDown(),
        }
        for period, label in _PERIODS.items():
            self.period_box.addItem(words(label), period)
        for days in _DAYS:
            self.boxes[Narrowing.DAYS].addItem(self.tr("{count} days").format(count=days), days)
        self.boxes[Narrowing.DAYS].setCurrentIndex(_DAYS.index(_USUAL_DAYS))
        self._build()
        self._connect()
        self.choose(Period.THIS_MONTH)

    def _build(self) -> None:
        labels = {
            Narrowing.DEPARTMENT: self.tr("Department"),
            Narrowing.EMPLOYEE: self.tr("Employee"),
            Narrowing.VENDOR: self.tr("Vendor"),
            Narrowing.DAYS: self.tr("Not Sold For"),
        }
        self._columns: dict[QWidget, QWidget] = {}
        for edit in (self.first_edit, self.last_edit):
            edit.setFixedWidth(_DAY_WIDTH)
        first, last = with_hint(self.first_edit), with_hint(self.last_edit)
        days = (
            self._labeled(self.period_box, "period_box", self.tr("Period"), self.period_box),
            self._labeled(self.first_edit, "first_edit", self.tr("From"), first),
            self._labeled(self.last_edit, "last_edit", self.tr("To"), last),
        )
        boxes = [self._labeled(box, f"{each}_box", labels[each], box) for each, box in self.boxes.items()]
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        # What is too narrow for all fields has them below each other: the layout must not keep it wide.
        self._parts.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._parts.setContentsMargins(4 * SPACE, 2 * SPACE, SPACE, 0)
        self._parts.setSpacing(2 * SPACE)
        self._halves = [_side_by_side(days), _side_by_side(boxes)]
        for half in self._halves:
            self._parts.addWidget(half)
        self._parts.addStretch(1)

    def _fit(self) -> None:
        """Put the fields side by side, or in two rows where there is no room for that."""
        wanted = sum(half.sizeHint().width() for half in self._halves) + 11 * SPACE
        low = wanted > self.width() and self._halves[1].sizeHint().width() > 0
        direction = QBoxLayout.Direction.TopToBottom if low else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)
        self.setFixedHeight(self._parts.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        edges = self._parts.contentsMargins()
        widest = max(half.minimumSizeHint().width() for half in self._halves)
        return QSize(widest + edges.left() + edges.right(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _labeled(self, field: QWidget, name: str, label: str, shown: QWidget) -> QWidget:
        field.setObjectName(name)
        field.setAccessibleName(label)
        if isinstance(field, DropDown):
            field.setMaximumWidth(_BOX_WIDTH)
        caption = QLabel(label)
        caption.setBuddy(field)
        mark(caption, role="label")
        both = QWidget()
        rows = QVBoxLayout(both)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addWidget(shown)
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._columns[field] = both
        return both

    def _connect(self) -> None:
        self.period_box.activated.connect(self._on_period_box_activated)
        for edit in (self.first_edit, self.last_edit):
            edit.textEdited.connect(self._on_day_typed)
            edit.editingFinished.connect(self._on_changed)
        for box in self.boxes.values():
            box.activated.connect(self._on_changed)

    # ---- what is wanted ----

    def show_for(self, report: ReportSpec) -> None:
        """Show the fields that a report takes."""
        for field in (self.period_box, self.first_edit, self.last_edit):
            self._columns[field].setVisible(Narrowing.PERIOD in report.narrowings)
        for narrowing, box in self.boxes.items():
            self._columns[box].setVisible(narrowing in report.narrowings)
        self._halves[0].setVisible(Narrowing.PERIOD in report.narrowings)
        self._halves[1].setVisible(bool(report.narrowings - {Narrowing.PERIOD}))
        self._fit()

    def choose(self, period: Period) -> None:
        """Choose a period by its name."""
        self.period_box.setCurrentIndex(self.period_box.findData(period))
        span = span_of(period, self._today, formatting.store_format().locale.firstDayOfWeek().value)
        if span is not None:
            self.first_edit.set_value(span.first)
            self.last_edit.set_value(span.last)
        clear_refusals((self.first_edit, self.last_edit))
        self._wanted = self._values()

    def span(self, report: ReportSpec) -> Span | None:
        """Return the days that are wanted; None after saying at its field why there are none.

        A report that takes no days hides what is typed there, and is not kept from being worked out by it.
        """
        if Narrowing.PERIOD not in report.narrowings:
            return Span(None, self._today)
        edits = {"first": self.first_edit, "last": self.last_edit}
        clear_refusals(edits.values())
        try:
            first, last = self.first_edit.value(), self.last_edit.value()
            if first is not None and last is not None and last < first:
                raise RefusedError(Refusal(Why.ENDS_BEFORE_IT_BEGINS, Field("last")))  # noqa: TRY301 - shown below
        except RefusedError as refused:
            show_refusal(edits, refused.refusal)
            return None
        return Span(first, last or self._today)

    def chosen(self, narrowing: Narrowing, report: ReportSpec) -> int | None:
        """Return the id or number that was chosen; None for any, and where the report does not take it."""
        if narrowing not in report.narrowings:
            return None
        value = self.boxes[narrowing].currentData()
        return value if isinstance(value, int) else None

    def about(self, report: ReportSpec, span: Span) -> tuple[str, ...]:
        """Say what the report is asked for, a line each."""
        lines = []
        if Narrowing.PERIOD in report.narrowings:
            last = formatting.date(span.last)
            first = self.tr("the beginning") if span.first is None else formatting.date(span.first)
            lines.append(
                last if span.first == span.last else self.tr("{first} to {last}").format(first=first, last=last)
            )
        else:
            lines.append(formatting.date(self._today))
        for narrowing, box in self.boxes.items():
            if self.chosen(narrowing, report) is not None:
                lines.append(f"{box.accessibleName()}: {box.currentText()}")
        return tuple(lines)

    # ---- slots ----

    def _values(self) -> tuple[object, ...]:
        return (
            *(self.first_edit.text(), self.last_edit.text()),
            *(box.currentData() for box in self.boxes.values()),
        )

    def _on_period_box_activated(self) -> None:
        before = self._wanted
        self.choose(self.period_box.currentData())
        if self._wanted != before:
            self.changed.emit()

    def _on_day_typed(self) -> None:
        self.period_box.setCurrentIndex(self.period_box.findData(Period.OTHER))

    def _on_changed(self) -> None:
        wanted = self._values()
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()


def _side_by_side(fields: Iterable[QWidget]) -> QWidget:
    half = QWidget()
    columns = QHBoxLayout(half)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(2 * SPACE)
    for field in fields:
        columns.addWidget(field)
    columns.addStretch(1)
    return half


def _choice(everything: str, names: Mapping[int, str]) -> DropDown:
    box = DropDown()
    box.addItem(everything, None)
    for record_id, name in names.items():
        box.addItem(name, record_id)
    return box
