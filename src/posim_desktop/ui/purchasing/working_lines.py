"""The lines of a working purchase order under the person's hands: item entry, cells, removing and undoing.

Serves the guide's page "Purchase orders".
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.services.purchasing import orders as verbs
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.ui.purchasing.lines import read_cell
from posim_desktop.ui.sales.till.item_entry import Wanted
from posim_desktop.ui.widgets.scanner import Scanner

if TYPE_CHECKING:
    from posim_desktop.queries.purchasing.orders import PurchaseOrderLineRow
    from posim_desktop.ui.purchasing.working_card import WorkingOrderCard


class WorkingLines(QObject):
    """Puts goods on the order of a card, changes their cells and takes them off.

    Signals:
        emptied(int): The last line was removed and the order is no more; the vendor it was for.
    """

    emptied = Signal(int)

    def __init__(self, card: "WorkingOrderCard") -> None:
        super().__init__(card)
        self._card = card
        self._panels = card.panels
        self._removed: PurchaseOrderLineRow | None = None
        self.scanner = Scanner(card)
        self._connect()

    def _connect(self) -> None:
        panels = self._panels
        panels.entry.wanted.connect(self._on_entry_wanted)
        panels.entry.lines_requested.connect(self._on_lines_requested)
        for no_item in (panels.entry.park_requested, panels.entry.slip_scanned):
            no_item.connect(self._on_no_item_entered)
        panels.lines.edited.connect(self._on_lines_edited)
        panels.table.remove_requested.connect(self.remove)
        panels.table.row_activated.connect(self._on_row_activated)
        panels.table.left.connect(self.go_to_entry)
        panels.table.selectionModel().currentRowChanged.connect(lambda *_: panels.show_hint())
        panels.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.scanner.scanned.connect(self._on_scanned)

    @property
    def can_undo(self) -> bool:
        """Whether a line was just taken off."""
        return self._removed is not None

    def forget_removed(self) -> None:
        """Give up undoing: something else was done since."""
        self._removed = None

    def forget(self) -> None:
        """Give up everything that is typed and not stored, and what could be undone."""
        self._removed = None
        self._panels.table.close_unread()
        for line_id, name, _refused in self._panels.lines.refusals():
            self._panels.lines.give_up_typed(line_id, name)
        self._panels.entry.clear()

    def take_open_cell(self) -> bool:
        """Store an open cell; False after going to a cell that must be put right first."""
        self._panels.table.take_open_cell()
        return not self._go_to_refused_cell()

    def add(self, line: NewOrderLine) -> Refusal | None:
        """Order goods, beginning the order with its first line; the refusal was said when it names no field."""
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal)
            return True

        card = self._card
        verb = partial(verbs.add_lines, purchase_order_id=card.record_id, vendor_id=card.vendor_of_new, lines=(line,))
        done = card.do(verb, refused)
        if done is None:
            return refusals[0] if refusals else Refusal(Why.NOT_STORED)
        card.take_up(done.record_id)
        self._show_line_of(line.item_id)
        return None

    def remove(self, line_id: int) -> None:
        """Take a line off at once and offer to undo it; the last one takes the order with it."""
        line = self._panels.lines.row_at(self._panels.lines.place_of(line_id))
        details = self._card.details
        if line is None or details is None or self._card.do(partial(verbs.remove_line, line_id=line_id)) is None:
            return
        if len(details.lines) > 1:
            self._card.look_again(details.id)
        else:
            self._panels.lines.show_rows(())
            self.emptied.emit(details.vendor_id)
        self._removed = line
        tr = self._card.tr
        self._panels.banner.show_message("info", tr("Removed: {item}").format(item=line.item), tr("Undo"))
        self.go_to_entry()

    def undo_removing(self) -> None:
        """Put the line that was just taken off back."""
        removed, self._removed = self._removed, None
        if removed is not None:
            line = NewOrderLine(removed.item_id, removed.quantity, removed.cost, removed.vendor_item_number)
            refusal = self.add(line)
            if refusal is not None:
                self._refuse(refusal)
        self.go_to_entry()

    def go_to_entry(self) -> None:
        """Put the focus into item entry, or to the cell that waits to be put right."""
        if not self._go_to_refused_cell():
            self._panels.entry.entry_field.setFocus()

    def _go_to_refused_cell(self) -> bool:
        refusals = self._panels.lines.refusals()
        if refusals:
            line_id, name, _refused = refusals[0]
            self._panels.table.setFocus()
            self._panels.table.show_row(line_id, name)
        return bool(refusals)

    def _show_line_of(self, item_id: int) -> None:
        for row in range(self._panels.lines.rowCount()):
            line = self._panels.lines.row_at(row)
            if line is not None and line.item_id == item_id:
                self._panels.table.show_row(line.id, "quantity")

    def _refuse(self, refusal: Refusal) -> None:
        """Say at the vendor or at item entry why goods were not ordered."""
        if refusal.where == Field("vendor"):
            self._panels.header.show_refusal(refusal)
        elif refusal.why is not Why.NOT_STORED:
            self._panels.entry.refuse(refusal)

    # ---- slots ----

    def _on_entry_wanted(self, wanted: Wanted) -> None:
        if not self._card.may_order():
            self._panels.entry.put_back(wanted.typed)
            return
        refusal = self.add(NewOrderLine(wanted.item.id, wanted.quantity))
        if refusal is not None:
            self._panels.entry.put_back(wanted.typed)
            self._refuse(refusal)

    def _on_no_item_entered(self) -> None:
        tr = self._card.tr
        self._panels.entry.refuse(Refusal(tr("This is no item. Scan or type what is to be ordered."), "item"))

    def _on_lines_requested(self) -> None:
        line = self._panels.lines.row_at(max(0, self._panels.table.currentIndex().row()))
        if line is not None:
            self._panels.table.setFocus()
            self._panels.table.show_row(line.id, "quantity")

    def _on_lines_edited(self, line_id: int, name: str, typed: str) -> None:
        def refused(refusal: Refusal) -> bool:
            self._panels.lines.keep_typed(line_id, name, typed, refusal)
            self._panels.table.show_row(line_id, name)
            return True

        try:
            edit = read_cell(name, typed)
        except RefusedError as error:
            refused(error.refusal)
            return
        done = self._card.do(partial(verbs.change_line, line_id=line_id, edit=edit), refused)
        if done is not None:
            self._panels.lines.give_up_typed(line_id, name)
            self._card.look_again(done.record_id)

    def _on_row_activated(self, line_id: int) -> None:
        line = self._panels.lines.row_at(self._panels.lines.place_of(line_id))
        if line is not None:
            self._card.link.emit(Record.ITEM, line.item_id)

    def _on_remove_button_clicked(self) -> None:
        line_id = self._panels.table.current_id()
        if line_id is not None:
            self.remove(line_id)

    def _on_scanned(self, scanned: str) -> None:
        if QApplication.activeModalWidget() is not None:
            QApplication.beep()
        else:
            self._panels.table.close_unread()
            self._panels.entry.take(scanned)
