"""Today: six figures of the day, each a way to what it is made of, and two charts. Serves the guide's page "Today"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.getting_ready import Readiness
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.periods import Period, Span
from posim_desktop.queries import today as queries
from posim_desktop.queries.deck import DeckPart, Found
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.queries.shop import getting_ready
from posim_desktop.queries.today import TodayFigures
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.reports.chart import ChartView, Point
from posim_desktop.ui.reports.points import points_of
from posim_desktop.ui.reports.report import Gathered, ReportSpec, words
from posim_desktop.ui.reports.sales_reports import BY_DAY, BY_DEPARTMENT
from posim_desktop.ui.reports.screen import ReportsScreen
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.widgets.scrolled import Scrolled

_DAYS_SHOWN = 14
_ROOMY = 270 * SPACE
_TABLE_WIDTH = 74 * SPACE
_PAUSE_MS = 1500
_DAY = timedelta(days=1)


class FigureButton(QPushButton):
    """A figure with its name above and a word on it below; a click leads to what it is made of."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self._label = label
        self.setObjectName(name)
        mark(self, figure=True)
        self.name_label, self.figure_label, self.note_label = QLabel(label), QLabel("–"), ElidedLabel()
        mark(self.name_label, role="label")
        mark(self.figure_label, role="title")
        mark(self.note_label, role="muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        rows.setSpacing(0)
        for part in (self.name_label, self.figure_label, self.note_label):
            rows.addWidget(part)
        self.setAccessibleName(label)

    def show_figure(self, figure: str, note: str) -> None:
        """Show what it comes to."""
        self.figure_label.setText(figure)
        self.note_label.setText(note)
        self.setToolTip(note)
        self.setAccessibleName(" ".join(part for part in (self._label, figure, note) if part))


@dataclass(frozen=True)
class _Shown:
    """A chart of Today: which report, from which day on, what stands over it and over its table's names."""

    report: ReportSpec
    since: Callable[[date], date]
    title: str
    label: str


class ChartBlock(QFrame):
    """A chart with its table beside it."""

    def __init__(self, title: str, label: str) -> None:
        super().__init__()
        mark(self, card=True)
        heading = QLabel(title)
        mark(heading, role="section")
        self.chart = ChartView()
        self.rows: FixedRows[Point] = FixedRows(
            (
                TableColumn(label, lambda point: point.label),
                TableColumn(self.tr("Net Sales"), lambda point: point.figure, numeric=True),
            ),
            self,
        )
        self.table = ChoiceTable(self.rows, title)
        self.table.setFixedWidth(_TABLE_WIDTH)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        rows.addWidget(heading)
        both = QHBoxLayout()
        both.setSpacing(4 * SPACE)
        both.addWidget(self.chart, 1)
        both.addWidget(self.table)
        rows.addLayout(both, 1)


class TodayScreen(Screen):
    """What the day came to so far; read again a moment after something changed, and whenever it is looked at."""

    def __init__(self, operations: Operations, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self._navigator = navigator
        self._is_stale = True
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.look_up)
        self._columns = 0
        self._unread = 3
        self._shown = (
            _Shown(BY_DAY, _two_weeks_before, self.tr("Net Sales of 14 Days"), self.tr("Day")),
            _Shown(BY_DEPARTMENT, _first_of_month, self.tr("Departments This Month"), self.tr("Department")),
        )
        self.setObjectName("today")
        self._build()
        operations.bus.changed.connect(self._on_bus_changed)

    @property
    def has_figures(self) -> bool:
        """Whether all of it was read."""
        return not self._unread

    # ---- building ----

    def _build(self) -> None:
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * SPACE)
        self._build_figures()  # before the charts are there: Tab goes the way of the eye
        self.blocks = [ChartBlock(shown.title, shown.label) for shown in self._shown]
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(3 * SPACE)
        inside.addWidget(self._figures)
        for block in self.blocks:
            inside.addWidget(block, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head())
        rows.addWidget(Scrolled(page), 1)

    def _head(self) -> QFrame:
        band = QFrame()
        mark(band, titleband=True)
        title = QLabel(self.tr("Today"))
        mark(title, role="title")
        self.day_label = QLabel()
        mark(self.day_label, role="muted")
        heads = QHBoxLayout(band)
        heads.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        heads.setSpacing(4 * SPACE)
        heads.addWidget(title)
        heads.addWidget(self.day_label)
        heads.addStretch(1)
        self.getting_ready_button = QPushButton()
        self.getting_ready_button.setObjectName("getting_ready_button")
        mark(self.getting_ready_button, link=True)
        self.getting_ready_button.hide()
        self.getting_ready_button.clicked.connect(lambda: self._navigator.open(Place.GETTING_READY))
        heads.addWidget(self.getting_ready_button)
        return band

    def _build_figures(self) -> None:
        self.sales_button = FigureButton("sales_button", self.tr("Sales"))
        self.paid_button = FigureButton("paid_button", self.tr("Money Taken"))
        self.deposit_button = FigureButton("deposit_button", self.tr("On Deposit"))
        self.order_button = FigureButton("order_button", self.tr("To Order"))
        self.fillable_button = FigureButton("fillable_button", self.tr("Can Be Filled Now"))
        self.ready_button = FigureButton("ready_button", self.tr("Ready for Pick-up"))
        self.sales_button.clicked.connect(lambda: self._open_report("sales_by_day"))
        self.paid_button.clicked.connect(lambda: self._open_report("tenders"))
        self.deposit_button.clicked.connect(lambda: self._open_report("on_deposit"))
        ways: tuple[tuple[FigureButton, Found], ...] = (
            (self.order_button, replace(queries.TO_ORDER, label=self.tr("To order"))),
            (self.fillable_button, Found(part=DeckPart.FILLABLE)),
            (self.ready_button, queries.READY),
        )
        for button, found in ways:
            button.clicked.connect(lambda _checked=False, found=found: self._open_backorders(found))
        self._put_figures(3)

    @property
    def _buttons(self) -> tuple[FigureButton, ...]:
        return (
            *(self.sales_button, self.paid_button, self.deposit_button),
            *(self.order_button, self.fillable_button, self.ready_button),
        )

    def _put_figures(self, columns: int) -> None:
        """Put the figures side by side, or in two rows in a narrow window."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    # ---- reading ----

    def look_up(self) -> None:
        """Begin to read the figures."""
        self._is_stale = False
        self._unread = 1 + len(self.blocks)
        self._timer.stop()
        now = self.operations.now()
        today = formatting.store_day(now)
        self.day_label.setText(formatting.date_time(now))
        self.operations.begin_reading(queries.figures, self._on_figures_read, self._scope(today, today))
        self.operations.begin_reading(getting_ready.readiness, self._on_readiness_read)
        for shown, block in zip(self._shown, self.blocks, strict=True):
            span = Span(shown.since(today), today)
            show = partial(self._on_chart_read, shown.report, block, span)
            self.operations.begin_reading(shown.report.query, show, self._scope(*span))

    def _scope(self, first: date | None, last: date) -> Scope:
        assert first is not None  # noqa: S101 - of these spans each has a first day
        zone = ZoneInfo(str(formatting.store_format().zone))
        return Scope(formatting.midnight(first), formatting.midnight(last + _DAY), zone, self.operations.now())

    def _on_readiness_read(self, job: Job[Readiness]) -> None:
        if not isValid(self):
            return
        try:
            left = len(job.answer().left)
        except TroubleError:
            return  # the status bar reports it
        self.getting_ready_button.setText(self.tr("Getting Ready: {count} left").format(count=formatting.count(left)))
        self.getting_ready_button.setVisible(left > 0)

    def _on_figures_read(self, job: Job[TodayFigures]) -> None:
        if not isValid(self):
            return  # the tab was closed meanwhile
        self._unread -= 1
        try:
            figures = job.answer()
        except TroubleError as trouble:
            self.day_label.setText(words_of_trouble(trouble))
            return
        paid = sum((amount for _name, amount in figures.paid), ZERO)
        by_tender = ", ".join(f"{name} {formatting.money(amount)}" for name, amount in figures.paid)
        invoices = self.tr("{count} invoices").format(count=formatting.count(figures.invoices))
        backorders = self.tr("backorders")
        self.sales_button.show_figure(formatting.amount(figures.sales), invoices)
        self.paid_button.show_figure(formatting.amount(paid), by_tender)
        self.deposit_button.show_figure(formatting.amount(figures.on_deposit), self.tr("held for backorders"))
        self.order_button.show_figure(formatting.count(figures.to_order), backorders)
        self.fillable_button.show_figure(formatting.count(figures.fillable), backorders)
        self.ready_button.show_figure(formatting.count(figures.ready), backorders)

    def _on_chart_read(
        self, report: ReportSpec, block: ChartBlock, span: Span, job: Job[Sequence[tuple[Any, ...]]]
    ) -> None:
        if not isValid(self):
            return
        self._unread -= 1
        try:
            rows = job.answer()
        except TroubleError:
            return  # said where the day stands
        gathered = Gathered(report)
        gathered.add(rows)
        points = points_of(report, gathered.rows(), span)
        assert report.chart is not None  # noqa: S101 - these reports have one
        block.chart.show_points(report.chart.style, points, words(report.title))
        block.rows.show_rows(points)

    # ---- slots ----

    def _open_report(self, name: str) -> None:
        screen = self._navigator.open(Place.REPORTS)
        if isinstance(screen, ReportsScreen):
            screen.choose(name, Period.TODAY)

    def _open_backorders(self, found: Found) -> None:
        self._navigator.open_found(Place.BACKORDERS, found)

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record in {Record.INVOICE, Record.BACKORDER, Record.ITEM} for change in changes):
            self._is_stale = True
            if self.isVisible() and not self._timer.isActive():
                self._timer.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.look_up()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_figures(len(self._buttons) if self.width() >= _ROOMY else len(self._buttons) // 2)


def _two_weeks_before(day: date) -> date:
    return day - (_DAYS_SHOWN - 1) * _DAY


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def today(operations: Operations, navigator: Navigator) -> TodayScreen:
    """Make the screen."""
    return TodayScreen(operations, navigator)
