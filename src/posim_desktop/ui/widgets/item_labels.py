"""Asking which labels of goods to print, and showing them. Serves the guide's page "Labels"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError, require
from posim_desktop.domain.why import Why
from posim_desktop.printing.cards.item_label import LabelKind, item_label_strips, item_labels, labels_a_sheet
from posim_desktop.queries.cards import item_labels as queries
from posim_desktop.queries.cards.item_labels import MOST_LABELS, ItemLabel
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import OptionBox
from posim_desktop.ui.widgets.print_preview import open_preview
from posim_desktop.ui.widgets.strip_sender import strip_form

_LONGEST = 4


class ItemLabelsDialog(FormDialog):
    """Asks for the kind of labels and how many of each, then shows them; open it with ``open()``."""

    def __init__(self, parent: QWidget, operations: Operations, labels: Sequence[ItemLabel]) -> None:
        """Ask about labels.

        Args:
            parent: Above which it opens.
            operations: The road to the shop.
            labels: What they say; of a single item it is asked how many.
        """
        super().__init__(parent, _tr("Labels"), accept=_tr("&Preview"), cancel=_tr("&Cancel"))
        self.setObjectName("item_labels_dialog")
        self._window = parent
        self._operations = operations
        self._labels = labels
        count = sum(label.copies for label in labels)
        what = labels[0].description if len(labels) == 1 else _tr("Labels: {count}")
        self.say_first(what.format(count=formatting.count(count)) if len(labels) > 1 else what)
        self.kind_box = OptionBox(
            (
                (LabelKind.GOODS, _tr("On the goods, 57 × 32 mm")),
                (LabelKind.SHELF, _tr("On the shelf, 100 × 62 mm")),
                (LabelKind.GOODS_ON_A4, _tr("Sheets of A4, 3 × 8 labels")),
                (LabelKind.GOODS_ON_LETTER, _tr("Sheets of Letter, 3 × 10 labels")),
            )
        )
        self.copies_edit = TextEdit(_LONGEST)
        self.copies_edit.setText(str(count if len(labels) == 1 else 1))
        self.add_input("kind", _tr("Label"), self.kind_box)
        self.add_input("copies", _tr("Of each") if len(labels) > 1 else _tr("How many"), self.copies_edit)
        self.first_edit = TextEdit(_LONGEST)
        self.first_edit.setText("1")
        self.add_input("first", _tr("First Free Label"), self.first_edit)
        self.first_focus = self.copies_edit
        self.kind_box.currentIndexChanged.connect(self._on_kind_box_chosen)
        self._on_kind_box_chosen()
        self.accept_button.clicked.connect(self.show_labels)
        self.finished.connect(parent.activateWindow)

    def show_labels(self) -> None:
        """Close and show the labels; a refusal stays at the field."""
        self.clear_refusals()
        try:
            labels = self._wanted(self.copies_edit.value())
            first = self._first()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        kind = self._kind()
        self.accept()
        window, operations = self._window, self._operations
        open_preview(
            window,
            operations,
            lambda _shop: item_labels(labels, kind, formatting.money, first),
            lambda _shop: strip_form(window, tuple(item_label_strips(labels, formatting.money))),
        )

    def _on_kind_box_chosen(self, _place: int = 0) -> None:
        is_sheet = labels_a_sheet(self._kind()) is not None
        self.first_edit.setEnabled(is_sheet)
        self.first_edit.setToolTip("" if is_sheet else _tr("On a roll each label is free."))

    def _kind(self) -> LabelKind:
        return LabelKind(str(self.kind_box.value()))

    def _first(self) -> int:
        """Read where the first sheet is free; 1 for a roll."""
        most = labels_a_sheet(self._kind())
        if most is None:
            return 1
        first = formatting.parse_quantity(self.first_edit.value(), field="first")
        is_there = first == first.to_integral_value() and 1 <= first <= most
        require(None if is_there else Refusal(Why.NO_SUCH_LABEL_ON_SHEET, Field("first"), most=most))
        return int(first)

    def _wanted(self, typed: str) -> list[ItemLabel]:
        """Read how many of each; more than fit on a roll are refused at the field."""
        units = formatting.parse_quantity(typed, field="copies")
        per = [units if len(self._labels) == 1 else units * label.copies for label in self._labels]
        fits = units == units.to_integral_value() and sum(per) <= MOST_LABELS
        require(None if fits else Refusal(Why.NO_NUMBER_OF_LABELS, Field("copies"), most=MOST_LABELS))
        return [replace(label, copies=int(copies)) for label, copies in zip(self._labels, per, strict=True)]


class OtherPricesDialog(FormDialog):
    """Asks since which day prices were changed, then which labels to print; open it with ``open()``."""

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, _tr("Labels of Changed Prices"), accept=_tr("&Next"), cancel=_tr("&Cancel"))
        self.setObjectName("other_prices_dialog")
        self._window = parent
        self._operations = operations
        self.say_first(_tr("A label for each item that is new or has another price since this day."))
        self.day_edit = DateEdit("since")
        self.day_edit.set_value(formatting.store_day(operations.now()))
        self.add_input("since", _tr("Since"), self.day_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            since = self.day_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        if since is not None:
            self.accept()
            ask_for_labels(self._window, self._operations, queries.of_other_prices, formatting.midnight(since))


def ask_for_labels(
    window: QWidget, operations: Operations, read: Callable[..., Sequence[ItemLabel]], *content: object
) -> ItemLabelsDialog | None:
    """Read labels and ask how many to print; None after saying that there are none, or that nothing can be read."""
    try:
        labels = operations.read(read, *content)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return None
    if not labels:
        say(window, _tr("There is nothing to label."))
        return None
    if len(labels) > MOST_LABELS:
        words = _tr("At most {most} labels are printed at once. Find fewer items.")
        say(window, words.format(most=formatting.count(MOST_LABELS)))
        return None
    dialog = ItemLabelsDialog(window, operations, labels)
    dialog.open()
    return dialog


def _tr(words: str) -> str:
    return QCoreApplication.translate("item_labels", words)
