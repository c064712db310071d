"""The Tax Code card and its deck. Serves the guide's page "Taxes"."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import TaxCodeFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.cards import still_has
from posim_desktop.queries.cards import tax_codes as tax_code_queries
from posim_desktop.queries.cards.tax_codes import TaxCodeDetails, TaxCodeRow
from posim_desktop.services.cards import tax_codes
from posim_desktop.ui import formatting
from posim_desktop.ui.cards.taxes_edit import TaxesEdit
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing


class TaxCodeCard(FiledCard[TaxCodeDetails]):
    """One to four taxes under a short code."""

    filing = Filing(
        "tax_code_id",
        TaxCodeFields,
        tax_code_queries.details,
        tax_codes.add,
        tax_codes.change,
        tax_codes.archive,
        tax_codes.bring_back,
        tax_codes.delete,
        Permission.CHANGE_PREFERENCES,
        still_has.of_tax_code,
    )

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section()
        section.add("code", self.tr("Tax Code"), TextEdit(text.CODE))
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        self.taxes_edit = section.add("taxes", self.tr("Taxes"), TaxesEdit(), wide=True)
        self.form.inputs |= self.taxes_edit.inputs
        self.items_label = section.show_text(self.tr("Items"), "items")
        body.addWidget(section)

    @override
    def inputs(self) -> Iterable[QWidget]:
        return [widget for widget in self.form.inputs.values() if widget is not self.taxes_edit]

    @override
    def show_rest(self, details: TaxCodeDetails | None) -> None:
        items = formatting.count(0 if details is None else details.items)
        default = details is not None and details.is_default
        words = self.tr("{count}; new items get this tax code") if default else "{count}"
        self.items_label.setText(words.format(count=items))

    @override
    def heading(self) -> str:
        return self.tr("New Tax Code") if self.details is None else self.details.fields.name


def tax_code_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Tax Code cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("TaxCodeDeck", words)

    columns: tuple[Column[TaxCodeRow], ...] = (
        Column(tr("Tax Code"), lambda row: row.code, "code", width=18),
        Column(tr("Name"), lambda row: row.name, "name", width=40),
        Column(tr("Taxes"), lambda row: formatting.taxes(row.taxes), width=60),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Tax Codes"),
        record=Record.TAX_CODE,
        query=tax_code_queries.DECK,
        columns=columns,
        make_card=lambda: TaxCodeCard(operations),
        neighbor=lambda row: (row.name, row.code, formatting.taxes(row.taxes)),
        empty_text=tr("There are no tax codes yet. Press Add to create the first Tax Code card."),
        can_add=True,
        find_hint=tr("Code, name"),
        also=frozenset({Record.ITEM, Record.PREFERENCE}),
        has_archive=True,
    )
    return Deck(spec, operations)
