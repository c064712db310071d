"""The Tender card and its deck. Serves the guide's page "Tenders"."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.tenders import OF_SHOP, TenderKind, TenderTypeFields
from posim_desktop.printing.sales.invoice import tender_name, tender_word
from posim_desktop.queries.sales import tender_types as tender_queries
from posim_desktop.queries.sales.tender_types import TenderTypeDetails, TenderTypeRow
from posim_desktop.services.sales import tender_types
from posim_desktop.ui import formatting
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing
from posim_desktop.ui.widgets.inputs import OptionBox, TickBox


class _TenderNameEdit(TextEdit):
    """The name of a tender; the first four are called in the screen's language until the shop renames them."""

    def __init__(self) -> None:
        super().__init__(text.TENDER)
        self.kind = TenderKind.OTHER
        self._stored = ""

    @override
    def value(self) -> str:
        typed = super().value()
        return self._stored if self._stored and typed == tender_name(self.kind, self._stored) else typed

    @override
    def set_value(self, text: str | None) -> None:
        self._stored = text or ""
        super().set_value(tender_name(self.kind, self._stored) if self._stored else "")


class TenderTypeCard(FiledCard[TenderTypeDetails]):
    """What the shop takes as payment: its name and what it does."""

    filing = Filing(
        "tender_type_id",
        TenderTypeFields,
        tender_queries.details,
        tender_types.add,
        tender_types.change,
        tender_types.archive,
        tender_types.bring_back,
        tender_types.delete,
        Permission.CHANGE_PREFERENCES,
    )

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section()
        self.name_edit = section.add("name", self.tr("Name"), _TenderNameEdit())
        self.position_box = section.add("position", self.tr("Place in Pay"), OptionBox(_places(1)))
        self.kind_box = section.add("kind", self.tr("Kind"), OptionBox([(each, tender_word(each)) for each in OF_SHOP]))
        self.kind_box.currentIndexChanged.connect(self._show_what_fits)
        body.addWidget(section)
        does = self.form.section(self.tr("What It Does"))
        self.ticks = {
            "opens_drawer": does.add("opens_drawer", self.tr("Drawer"), TickBox(self.tr("Opens when it is taken"))),
            "asks_reference": does.add("asks_reference", self.tr("Reference"), TickBox(self.tr("Is asked in Pay"))),
            "gives_change": does.add("gives_change", self.tr("Change"), TickBox(self.tr("Is given in cash"))),
            "rounds": does.add("rounds", self.tr("Rounding"), TickBox(self.tr("Rounded as cash is"))),
        }
        self.ticks["by_terminal"] = does.add(
            "by_terminal", self.tr("Card Terminal"), TickBox(self.tr("Takes it where there is one"))
        )
        for tick in self.ticks.values():
            tick.setAccessibleName(tick.text())
        self.ticks["asks_reference"].setToolTip(
            self.tr("The number of a check or voucher, or what the card terminal printed; never a card’s number")
        )
        self.ticks["rounds"].setToolTip(
            self.tr("In the coins of the preference “Round what is paid in cash to”, if the shop has one")
        )
        body.addWidget(does)
        code = TextEdit(text.CODE, self)  # a tender's code is automatic: it goes along unseen
        code.hide()
        self.form.inputs["code"] = code

    @override
    def show_rest(self, details: TenderTypeDetails | None) -> None:
        self.name_edit.kind = TenderKind.OTHER if details is None else details.fields.kind
        self.position_box.offer(_places(self._places_of_new() if details is None else details.places))

    def _places_of_new(self) -> int:
        try:
            return self.operations.read(tender_queries.places) + 1
        except TroubleError:
            return 1  # saving it says so

    @override
    def new_fields(self) -> TenderTypeFields:
        return TenderTypeFields(position=self.position_box.count())

    @override
    def update_buttons(self) -> None:
        super().update_buttons()
        self.kind_box.setEnabled(self.is_editing and self.details is None)
        self.kind_box.setToolTip(
            "" if self.details is None else self.tr("A tender stays of its kind: what was paid by it was that.")
        )
        self._show_what_fits()

    def _show_what_fits(self, *_: object) -> None:
        """Ask about rounding only of what is cash, and about the terminal only of cards."""
        for field, kind in (("rounds", TenderKind.CASH), ("by_terminal", TenderKind.CARD)):
            fits = self.kind_box.value() == kind
            for widget in self.form.places[field]:
                widget.setVisible(fits)
            if not fits:
                self.ticks[field].setChecked(False)

    @override
    def heading(self) -> str:
        if self.details is None:
            return self.tr("New Tender")
        return tender_name(self.details.fields.kind, self.details.fields.name)


def _places(count: int) -> list[tuple[object, str]]:
    return [(place, formatting.count(place)) for place in range(1, count + 1)]


def tender_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Tender cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("TenderDeck", words)

    def name_of(row: TenderTypeRow) -> str:
        return tender_name(TenderKind(row.kind), row.name)

    def does(row: TenderTypeRow) -> str:
        words = (
            (row.opens_drawer, tr("opens the drawer")),
            (row.asks_reference, tr("asks a reference")),
            (row.gives_change, tr("gives change")),
            (row.rounds, tr("is rounded")),
            (row.by_terminal, tr("by the card terminal")),
        )
        return ", ".join(said for is_so, said in words if is_so)

    columns: tuple[Column[TenderTypeRow], ...] = (
        valued(tr("Place in Pay"), Kind.COUNT, lambda row: row.position, order="position", width=14),
        Column(tr("Name"), name_of, "name", width=24),
        Column(tr("Kind"), lambda row: tender_word(TenderKind(row.kind)), width=12),
        Column(tr("What It Does"), does, width=40),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Tenders"),
        record=Record.TENDER_TYPE,
        query=tender_queries.DECK,
        columns=columns,
        make_card=lambda: TenderTypeCard(operations),
        neighbor=lambda row: (name_of(row), tender_word(TenderKind(row.kind))),
        empty_text=tr("There are no tenders. Press Add to create a Tender card."),
        can_add=True,
        find_hint=tr("Name"),
        has_archive=True,
    )
    return Deck(spec, operations)
