"""The audit: what was done in the shop, by whom, and whether its chain is whole. Serves "The audit" in the guide."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.queries.deck import EVERYTHING, Found, Ways
from posim_desktop.queries.people import audit
from posim_desktop.queries.people.audit import DECK, AuditRow
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.people.audit_card import AuditCard
from posim_desktop.ui.people.audit_check import AuditCheck
from posim_desktop.ui.people.audit_filter import AuditFilter
from posim_desktop.ui.people.audit_words import action_words, record_words, who_words
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec


class AuditDeck(Deck):
    """All events, the newest first, as a list that is narrowed by who, what and when besides the words of Find.

    It is read again when it is looked at again and when something else is looked for, never under the person's eyes: at
    a busy counter there is an event every second.
    """

    def __init__(self, spec: DeckSpec, operations: Operations, people: dict[int, str]) -> None:
        self._people = people
        super().__init__(spec, operations)
        self.show_list()

    @override
    def _build(self) -> None:
        super()._build()
        self.filter = AuditFilter(self._people)
        self.check = AuditCheck(self.operations)
        self.check.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 2 * SPACE)
        rows = self.frame.sheet.rows
        rows.insertWidget(1, self.filter)
        rows.addWidget(self.check)
        way = (self.frame.head.found_chip.clear_button, *self.filter.fields)
        for before, after in pairwise(way):
            self.setTabOrder(before, after)

    @override
    def _connect(self) -> None:
        super()._connect()
        self.filter.changed.connect(self._on_filter_changed)

    @override
    def _turn_to(self, page: QWidget, ways: Ways | None = None) -> None:
        super()._turn_to(page, ways)
        self.filter.setVisible(self.is_listing)

    @override
    def _set_found(self, found: Found) -> None:
        if found is EVERYTHING:
            self.filter.clear()
        super()._set_found(self.filter.found(found.text))

    @override
    def _on_bus_changed(self, changes: Changes) -> None:
        self._list_is_stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.operations.begin_reading(audit.people, self._on_people_read)
        self.check.look()

    def _on_people_read(self, job: Job[dict[int, str]]) -> None:
        if not isValid(self):
            return  # the tab was closed meanwhile
        try:
            people = job.answer()
        except TroubleError:
            return  # who was here before can still be chosen
        if people != self._people:
            self._people.clear()
            self._people.update(people)
            self.filter.offer_people(people)

    def _on_filter_changed(self) -> None:
        self._set_found(Found(self.found.text))
        self._found_set_changed()
        self.check.look()


def audit_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the screen of the audit."""
    people = operations.read(audit.people)
    spec = DeckSpec(
        title=_tr("Audit"),
        record=Record.EMPLOYEE,  # an event is no record that changes
        query=DECK,
        columns=_columns(people),
        make_card=lambda: AuditCard(operations),
        empty_text=_tr("Nothing that must be accounted for was done yet."),
        find_hint=_tr("Number, ID or name of a record"),
        neighbor=lambda row: (action_words(row.action), row.employee, _about(row), formatting.date_time(row.at)),
    )
    return AuditDeck(spec, operations, people)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Audit", text)


def _about(row: AuditRow) -> str:
    return record_words(row.record_kind, row.known)


def _columns(people: dict[int, str]) -> tuple[Column[AuditRow], ...]:
    def who(row: AuditRow) -> str:
        return who_words(row.employee, None if row.approved_by is None else people.get(row.approved_by, ""))

    return (
        valued(_tr("Time"), Kind.MOMENT, lambda row: row.at, order="time", width=20),
        Column(_tr("Who"), who, width=38),
        Column(_tr("What"), lambda row: action_words(row.action), width=28),
        Column(_tr("Record"), _about, width=26),
        Column(_tr("Workstation"), lambda row: row.workstation, width=16),
    )
