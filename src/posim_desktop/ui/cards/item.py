"""The Item card and its deck. Serves the guide's page on items."""

from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import ItemFields, preferring
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.cards import item_labels, still_has
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.cards.items import ItemChoices, ItemDetails, ItemRow, Twin
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found, Order
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards import items
from posim_desktop.ui import formatting
from posim_desktop.ui.cards.adjust_stock import AdjustStockDialog
from posim_desktop.ui.cards.item_documents import FIGURE_LABELS, Figure, ItemDocumentsDialog
from posim_desktop.ui.cards.item_serials import ItemSerialsDialog
from posim_desktop.ui.cards.other_vendors import DaysEdit, OtherVendorsDialog, OtherVendorsEdit
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.allowed import allow
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab, ListAction
from posim_desktop.ui.widgets.edits import CostEdit, MoneyEdit, QuantityEdit, TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing
from posim_desktop.ui.widgets.form import Section, let_be_read
from posim_desktop.ui.widgets.inputs import ChoiceBox, CodesEdit, LinesEdit, OptionBox, PacksEdit, TickBox

_VENDOR_FIELDS = (
    *("preferred_vendor_id", "vendor_item_number", "pack_quantity", "vendor_cost", "minimum_quantity", "usual_days"),
    "other_vendors",
)
_MOST_LINES = 4  # of what is written in a field before it scrolls


class ItemCard(FiledCard[ItemDetails]):
    """Something the shop sells, what there is of it and how it is ordered."""

    filing = Filing(
        "item_id",
        ItemFields,
        item_queries.details,
        items.add,
        items.change,
        items.archive,
        items.bring_back,
        items.delete,
        Permission.EDIT_ITEMS,
        still_has.of_item,
    )

    def __init__(self, operations: Operations, navigator: Navigator) -> None:
        self._navigator = navigator
        self._vendors: tuple[Choice, ...] = ()
        self._vendor_names: dict[int, str] = {}
        super().__init__(operations)
        self.want_button.clicked.connect(self._on_want_button_clicked)
        self.adjust_button.clicked.connect(self._on_adjust_button_clicked)
        self.backorders_button.clicked.connect(self._on_backorders_button_clicked)
        self.labels_button.clicked.connect(self._on_labels_button_clicked)
        self.serials_button.clicked.connect(self._on_serials_button_clicked)
        for figure in Figure:
            link = self.figure_links[figure]
            link.clicked.connect(lambda _checked=False, figure=figure: self._open_documents(figure))

    _book_departments: frozenset[int] = frozenset()

    # ---- building ----

    @override
    def more_buttons(self) -> tuple[QPushButton, ...]:
        self.want_button = named_button("want_button", self.tr("Add to &Want List…"), "star")
        return (self.want_button,)

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        # In the order in which they stand: Tab and the first field to have the keyboard go by it.
        body.setSpacing(2 * SPACE)  # all of it is seen on a screen of 768 pixels
        self.stock_section = self._build_stock()
        item = self._build_item()
        self.opening_section = self._build_opening()
        self.twins_banner = Banner()
        self.twins_banner.setObjectName("twins_banner")
        body.addWidget(self.twins_banner)
        self.book_section = self._build_book()
        for section in (self.stock_section, item, self.book_section, self.opening_section, self._build_ordering()):
            body.addWidget(section)

    def _build_item(self) -> Section:
        section = self.form.section()
        section.add("description", self.tr("Description"), TextEdit(text.DESCRIPTION))
        code = section.add("code", self.tr("Item ID"), TextEdit(text.CODE))
        code.setPlaceholderText(self.tr("automatic"))
        section.add("price", self.tr("Price"), MoneyEdit("price"))
        section.add("cost", self.tr("Cost"), CostEdit("cost"))
        self._costs = Costs(self.operations, self)
        self._costs.hide(*self.form.places["cost"])
        self.department_box = ChoiceBox("department_id", self.tr("department"))
        opened = self.open_button(self.department_box, Record.DEPARTMENT, self.tr("Open Department"))
        section.add("department_id", self.tr("Department"), self.department_box, beside=opened)
        self.tax_code_box = ChoiceBox("tax_code_id", self.tr("tax code"))
        opened = self.open_button(self.tax_code_box, Record.TAX_CODE, self.tr("Open Tax Code"))
        section.add("tax_code_id", self.tr("Tax Code"), self.tax_code_box, beside=opened)
        self._add_measure(section)
        self.stocked_box = section.add("stocked", self.tr("Stock"), TickBox(self.tr("Stocked")))
        self.stocked_box.setToolTip(self.tr("Not ticked: a service, which is never on hand, owed or ordered"))
        self.stocked_box.toggled.connect(self._show_sections)
        self._add_serials(section)
        barcodes = section.add("barcodes", self.tr("Barcodes"), CodesEdit(1, most=_MOST_LINES))
        barcodes.setPlaceholderText(self.tr("Scan or type, one per line"))
        packs = section.add("packs", self.tr("Pack Barcodes"), PacksEdit("packs", 1, most=_MOST_LINES))
        packs.setPlaceholderText(self.tr("Type how many and *, then scan: 12*…"))
        section.add("notes", self.tr("Notes"), LinesEdit(1, most=_MOST_LINES))
        return section

    def _add_measure(self, section: Section) -> None:
        unit = TextEdit(text.UNIT)
        unit.setPlaceholderText(self.tr("piece"))
        unit.setToolTip(self.tr("What quantities are measured in: yd, m, ft. It is printed behind them."))
        cut = QuantityEdit("smallest_cut", zero=True)
        cut.setToolTip(self.tr("It is sold and ordered in multiples of this; 0 for any length"))
        section.add_pair(
            self.tr("Unit / Smallest Cut"),
            ("unit", self.tr("Unit"), unit),
            ("smallest_cut", self.tr("Smallest Cut"), cut),
        )

    def _add_serials(self, section: Section) -> None:
        self.serials_button = QToolButton()
        self.serials_button.setObjectName("serials_button")
        self.serials_button.setIcon(icon("list"))
        self.serials_button.setAccessibleName(self.tr("Show Serial Numbers"))
        self.serials_button.setToolTip(self.tr("Show Serial Numbers"))
        options = OptionBox(self._serials_options())
        section.add("serials", self.tr("Serial Numbers"), options, beside=self.serials_button)

    def _serials_options(self) -> tuple[tuple[object, str], ...]:
        return (
            (Serials.NONE, self.tr("None")),
            (Serials.SALE, self.tr("Sale")),
            (Serials.RECEIVING, self.tr("Sale and receiving")),
        )

    def _build_book(self) -> Section:
        section = self.form.section(self.tr("Book"))
        section.add("author", self.tr("Author"), TextEdit(text.DESCRIPTION))
        section.add("publisher", self.tr("Publisher"), TextEdit(text.NAME))
        section.add("format", self.tr("Format"), TextEdit(text.SHORT))
        section.add("on_sale_on", self.tr("On Sale From"), DateEdit("on_sale_on", blank=True))
        self.department_box.currentIndexChanged.connect(self._show_sections)
        return section

    def _build_ordering(self) -> Section:
        section = self.ordering_section = self.form.section(self.tr("Ordering"))
        self.vendor_box = ChoiceBox("preferred_vendor_id", self.tr("vendor"))
        opened = self.open_button(self.vendor_box, Record.VENDOR, self.tr("Open Vendor"))
        section.add("preferred_vendor_id", self.tr("Preferred Vendor"), self.vendor_box, beside=opened)
        section.add("vendor_item_number", self.tr("Vendor Item No."), TextEdit(text.SHORT))
        section.add_pair(
            self.tr("Max / Min Stock"),
            ("max_stock", self.tr("Max Stock"), QuantityEdit("max_stock", zero=True)),
            ("min_stock", self.tr("Min Stock"), QuantityEdit("min_stock", zero=True)),
        )
        pack_unit = TextEdit(text.UNIT)
        pack_unit.setPlaceholderText(formatting.pack_word(""))
        pack_unit.setToolTip(self.tr("What the vendor calls a pack"))
        section.add_pair(
            self.tr("Pack Of / Called"),
            ("pack_quantity", self.tr("Pack Of"), QuantityEdit("pack_quantity")),
            ("pack_unit", self.tr("Pack Is Called"), pack_unit),
        )
        cost = section.add("vendor_cost", self.tr("Vendor's Cost"), CostEdit("vendor_cost", blank=True))
        cost.setToolTip(self.tr("What a unit costs at the preferred vendor; blank: as Cost says"))
        self._costs.hide(*self.form.places["vendor_cost"])
        days = DaysEdit("usual_days")
        days.setToolTip(self.tr("How many days the vendor usually takes"))
        section.add_pair(
            self.tr("Min Order / Days"),
            ("minimum_quantity", self.tr("Smallest Order"), QuantityEdit("minimum_quantity", zero=True)),
            ("usual_days", self.tr("Usual Days"), days),
        )
        self.other_vendors_edit = OtherVendorsEdit()
        section.add("other_vendors", self.tr("Other Vendors"), self.other_vendors_edit, wide=True)
        self.other_vendors_edit.asked.connect(self._open_other_vendors)
        return section

    def _build_stock(self) -> Section:
        section = self.form.section()
        self.adjust_button = QPushButton(icon("clipboard-check"), self.tr("Adjust Stoc&k…"))
        self.adjust_button.setObjectName("adjust_button")
        self.backorders_button = QPushButton(icon("package-open"), self.tr("&Backorders"))
        self.backorders_button.setObjectName("backorders_button")
        self.labels_button = QPushButton(icon("printer"), self.tr("Labels…"))
        self.labels_button.setObjectName("labels_button")
        for button in (self.adjust_button, self.backorders_button, self.labels_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", "").removesuffix("…"))
        labels = {str(figure): label() for figure, label in FIGURE_LABELS.items()}
        self.figure_links = section.link_figures(labels, self.adjust_button, self.backorders_button, self.labels_button)
        for link in self.figure_links.values():
            link.setToolTip(self.tr("Show the documents behind this figure"))
        return section

    def _build_opening(self) -> Section:
        section = self.form.section()
        self.opening_edit = section.add("opening", self.tr("On Hand Now"), QuantityEdit("opening", zero=True))
        return section

    # ---- reading and writing ----

    @override
    def new_fields(self) -> ItemFields:
        return ItemFields(tax_code_id=self.operations.read(preferences.load).default_tax_code_id)

    @override
    def show_rest(self, details: ItemDetails | None) -> None:
        self._vendor_names = {} if details is None else dict(details.vendor_names)
        self.other_vendors_edit.shows_costs = self._costs.seen
        self.other_vendors_edit.name_vendors(self._vendor_names)
        if details is not None:
            self._offer(details.chosen)
        self._book_departments = frozenset() if details is None else details.book_departments
        self._show_sections()
        self.opening_edit.set_value(NO_UNITS)
        self._show_twins(() if details is None else details.twins)
        if details is not None:
            self._show_stock(details)

    def _show_sections(self) -> None:
        """Show no stock and nothing about ordering of what is not stocked."""
        stocked = self.stocked_box.isChecked()
        self.stocked_box.setText(self.tr("Stocked") if stocked else self.tr("Not stocked"))
        self.stocked_box.setAccessibleName(self.stocked_box.text())
        fields = None if self.details is None else self.details.fields
        told = fields is not None and bool(fields.author or fields.publisher or fields.format or fields.on_sale_on)
        self.book_section.setVisible(told or self.department_box.chosen_id() in self._book_departments)
        self.serials_button.setEnabled(self.details is not None)
        self.stock_section.setVisible(self.details is not None and stocked)
        self.opening_section.setVisible(self.details is None and stocked)
        self.ordering_section.setVisible(stocked)

    @override
    def offer_choices(self) -> None:
        written = self.new_fields() if self.details is None else self.details.fields
        self._book_departments = self.operations.read(item_queries.book_departments)
        self._offer(self.operations.read(item_queries.choices, written))

    def _show_twins(self, twins: tuple[Twin, ...]) -> None:
        """Name the cards that a barcode's number is on too, until it is taken off one of them."""
        words = self.tr("The number of barcode {barcode} is on the card of {other} too. Take it off one of the two.")
        told = "\n".join(words.format(barcode=twin.barcode, other=twin.other) for twin in twins)
        if told:
            self.twins_banner.show_message("attention", told)
        else:
            self.twins_banner.clear_message()

    def _offer(self, choices: ItemChoices) -> None:
        self.department_box.offer(choices.departments, self.tr("(none)"))
        self.tax_code_box.offer(choices.tax_codes, self.tr("(not taxed)"))
        self.vendor_box.offer(choices.vendors, self.tr("(none)"))
        self._vendors = choices.vendors
        self._vendor_names |= {vendor.id: vendor.name for vendor in choices.vendors}
        self.other_vendors_edit.name_vendors(self._vendor_names)

    def _show_stock(self, details: ItemDetails) -> None:
        stock = details.stock
        figures = {
            Figure.ON_HAND: stock.on_hand,
            Figure.COMMITTED: stock.committed,
            Figure.AVAILABLE: stock.available,
            Figure.ON_ORDER: stock.on_order,
            Figure.BACKORDERED: details.backordered,
        }
        for name, figure in figures.items():
            self.figure_links[name].setText(formatting.quantity(figure))
            self.figure_links[name].setAccessibleDescription(formatting.quantity(figure))
        self.backorders_button.setEnabled(details.backorders > 0)
        none = self.tr("This item has no backorders.")
        self.backorders_button.setToolTip("" if details.backorders else none)

    @override
    def update_buttons(self) -> None:
        super().update_buttons()
        self._guard_price()
        refusal = self.operations.lacking(Permission.ADJUST_STOCK)
        allow(self.adjust_button, refusal)
        self.want_button.setVisible(self.details is not None and not self.details.archived)

    def _guard_price(self) -> None:
        refusal = self.operations.lacking(Permission.EDIT_PRICES)
        price = self.form.inputs["price"]
        let_be_read(price, reading=not self.is_editing or refusal is not None)
        price.setToolTip(words_of(refusal))
        price.setAccessibleDescription(words_of(refusal))

    @override
    def content(self) -> dict[str, Any]:
        return self.form.values(["opening"])

    @override
    def heading(self) -> str:
        if self.details is None:
            return self.tr("New Item")
        return f"{self.details.fields.code}  {self.details.fields.description}"

    # ---- slots ----

    def _on_adjust_button_clicked(self) -> None:
        if self.details is not None:
            AdjustStockDialog(self.operations, self.details, self).open()

    def _on_labels_button_clicked(self) -> None:
        from posim_desktop.ui.widgets.item_labels import ask_for_labels  # noqa: PLC0415 - when first opened

        if self.details is not None:
            ask_for_labels(self, self.operations, item_labels.labels, {self.details.id: 1})

    def _on_want_button_clicked(self) -> None:
        from posim_desktop.ui.widgets.want_dialog import WantDialog  # noqa: PLC0415 - when first opened

        if self.details is not None:
            fields = self.details.fields
            about = f"{fields.code}  {fields.description}"
            WantDialog(self, self.operations, item_id=self.details.id, about=about).open()

    def _open_other_vendors(self) -> None:
        """Let the other vendors be changed; what comes of it is saved with the card."""
        known = {choice.id for choice in self._vendors}
        kept = [each for each in self.other_vendors_edit.value() if each.vendor_id not in known]
        archived = tuple(Choice(each.vendor_id, "", self._vendor_names[each.vendor_id], archived=True) for each in kept)
        dialog = OtherVendorsDialog(
            self,
            (*self._vendors, *archived),
            self.other_vendors_edit.value(),
            self.vendor_box.chosen_id(),
            costs=self._costs.seen,
        )
        dialog.entered.connect(self._take_other_vendors)
        dialog.preferred.connect(self._prefer)
        dialog.open()

    def _take_other_vendors(self, terms: tuple[VendorTerms, ...]) -> None:
        self.other_vendors_edit.set_value(terms)
        self.look_for_edits()

    def _prefer(self, terms: tuple[VendorTerms, ...], vendor_id: int) -> None:
        """Show another vendor as the preferred one with its terms, and the one that was among the others."""
        self._take_other_vendors(terms)
        self.form.clear_refusals()
        try:
            written = self.form.values(_VENDOR_FIELDS)
        except RefusedError as refused:
            self.form.show_refusal(refused.refusal)
            return
        fields = preferring(ItemFields(**written), vendor_id)
        self.form.show_values({name: getattr(fields, name) for name in _VENDOR_FIELDS})
        self.look_for_edits()

    def _open_documents(self, figure: Figure) -> None:
        if self.record_id is not None:
            dialog = ItemDocumentsDialog(self, self.operations, item_id=self.record_id, figure=figure)
            dialog.link.connect(self.link)
            dialog.open()

    def _on_serials_button_clicked(self) -> None:
        if self.details is not None:
            fields = self.details.fields
            words = f"{fields.code}  {fields.description}"
            dialog = ItemSerialsDialog(self, self.operations, item_id=self.details.id, item=words)
            dialog.link.connect(self.link)
            dialog.open()

    def _on_backorders_button_clicked(self) -> None:
        if self.details is not None:
            what = self.tr("Backorders of {item}").format(item=self.details.fields.code)
            self._navigator.open_found(Place.BACKORDERS, Found(item_id=self.details.id, label=what))


def _neighbor(row: ItemRow) -> tuple[str, ...]:
    if not row.stocked:
        return row.description, row.code, QCoreApplication.translate("ItemDeck", "Not stocked")
    available = QCoreApplication.translate("ItemDeck", "{units} available")
    return row.description, row.code, available.format(units=formatting.quantity(row.available))


def _units(row: ItemRow, units: Decimal) -> Decimal | None:
    return units if row.stocked else None


def _figure(row: ItemRow, units: Decimal) -> str:
    return formatting.quantity(units) if row.stocked else ""


def _ask_for_labels_of_found(operations: Operations, window: QWidget, found: Found, order: Order) -> None:
    from posim_desktop.ui.widgets.item_labels import ask_for_labels  # noqa: PLC0415 - when first opened

    ask_for_labels(window, operations, item_labels.of_found, found, order)


def item_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Item cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("ItemDeck", words)

    columns: tuple[Column[ItemRow], ...] = (
        Column(tr("Item ID"), lambda row: row.code, "code", width=16),
        Column(tr("Description"), lambda row: row.description, "description", width=44),
        valued(tr("Price"), Kind.MONEY, lambda row: row.price, order="price", width=12),
        Column(
            tr("On Hand"),
            lambda row: _figure(row, row.on_hand),
            "on_hand",
            numeric=True,
            width=10,
            kind=Kind.QUANTITY,
            value=lambda row: _units(row, row.on_hand),
        ),
        Column(
            tr("Available"),
            lambda row: formatting.quantity(row.available) if row.stocked else tr("Not stocked"),
            numeric=True,
            width=12,
            kind=Kind.QUANTITY,
            value=lambda row: row.available if row.stocked else tr("Not stocked"),
        ),
        Column(
            tr("On Order"),
            lambda row: _figure(row, row.on_order),
            "on_order",
            numeric=True,
            width=10,
            kind=Kind.QUANTITY,
            value=lambda row: _units(row, row.on_order),
        ),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Items"),
        record=Record.ITEM,
        query=item_queries.DECK,
        columns=columns,
        make_card=lambda: ItemCard(operations, navigator),
        empty_text=tr("There are no items yet. Press Add to create the first Item card, or import a list."),
        can_add=True,
        find_hint=tr("Item ID, description, serial no."),
        neighbor=_neighbor,
        also=frozenset({Record.BACKORDER, Record.DEPARTMENT, Record.TAX_CODE, Record.VENDOR}),
        has_archive=True,
        tabs=(
            IndexTab(tr("Same Number"), Found(part=DeckPart.TWINS), only_with_cards=True),
            IndexTab(tr("Not Stocked"), Found(part=DeckPart.NOT_STOCKED), only_with_cards=True),
            IndexTab(tr("All"), EVERYTHING),
        ),
        list_action=ListAction(
            tr("La&bels…"),
            "printer",
            tr("A label for each item of this list"),
            partial(_ask_for_labels_of_found, operations),
        ),
    )
    return Deck(spec, operations)
