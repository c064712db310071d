"""The Department card and its deck. Serves the guide's page on items."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import DepartmentFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.cards import departments as department_queries
from posim_desktop.queries.cards import still_has
from posim_desktop.queries.cards.departments import DepartmentDetails, DepartmentRow
from posim_desktop.services.cards import departments
from posim_desktop.ui import formatting
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing
from posim_desktop.ui.widgets.inputs import LinesEdit, TickBox


class DepartmentCard(FiledCard[DepartmentDetails]):
    """A group of items."""

    filing = Filing(
        "department_id",
        DepartmentFields,
        department_queries.details,
        departments.add,
        departments.change,
        departments.archive,
        departments.bring_back,
        departments.delete,
        Permission.EDIT_ITEMS,
        still_has.of_department,
    )

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section()
        section.add("code", self.tr("Department ID"), TextEdit(text.CODE))
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        books = section.add("books", self.tr("Books"), TickBox(self.tr("Author, publisher, format")))
        books.setAccessibleDescription(books.text())
        books.setToolTip(self.tr("Item cards of this department have these fields; searches find by them"))
        questions = section.add("questions", self.tr("Asks"), LinesEdit(4), wide=True)
        questions.setPlaceholderText(self.tr("Up to six questions to a special order, one per line: Size?"))
        self.items_label = section.show_text(self.tr("Items"), "items")
        body.addWidget(section)

    @override
    def show_rest(self, details: DepartmentDetails | None) -> None:
        self.items_label.setText(formatting.count(0 if details is None else details.items))

    @override
    def heading(self) -> str:
        return self.tr("New Department") if self.details is None else self.details.fields.name


def department_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Department cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("DepartmentDeck", words)

    columns: tuple[Column[DepartmentRow], ...] = (
        Column(tr("Department ID"), lambda row: row.code, "code", width=18),
        Column(tr("Name"), lambda row: row.name, "name", width=40),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Departments"),
        record=Record.DEPARTMENT,
        query=department_queries.DECK,
        columns=columns,
        make_card=lambda: DepartmentCard(operations),
        neighbor=lambda row: (row.name, row.code),
        empty_text=tr("There are no departments yet. Press Add to create the first Department card."),
        can_add=True,
        find_hint=tr("ID, name"),
        also=frozenset({Record.ITEM}),
        has_archive=True,
    )
    return Deck(spec, operations)
