"""The menu Invoice of the Sales Client. Serves the guide's page "Sell"."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from posim_desktop.ui.sales.working_invoice import WorkingInvoice


class InvoiceMenu(QMenu):
    """All that can be done with the invoice in hand; its keys work anywhere on the screen."""

    def __init__(self, screen: "WorkingInvoice") -> None:
        super().__init__(screen)
        self._screen = screen
        self.setTitle(self.tr("&Invoice"))
        frame, parking, commitment = screen.frame, screen.parking, screen.commitment
        self._add(self.tr("&New"), "Ctrl+N", screen.new_sale)
        self._add(self.tr("&Parked Invoices…"), "Ctrl+O", parking.open_list)
        self.addSeparator()
        self._add(self.tr("Change &Trans Code"), "F7", frame.lines_table.edit_trans_code)
        self._add(self.tr("&Comment Line…"), "Ctrl+K", parking.open_comment)
        self._add(self.tr("N&ote…"), "Ctrl+T", parking.open_note)
        self._add(self.tr("Cu&stomer"), "F4", frame.customer_panel.go_to_search)
        self._add(self.tr("&Item Entry"), "F2", screen.go_to_entry)
        self.addSeparator()
        self.commit_action = self._add(self.tr("Co&mmit"), "", commitment.commit)
        self.uncommit_action = self._add(self.tr("&Uncommit"), "", commitment.uncommit)
        self._add(self.tr("Pick-up S&lip…"), "", commitment.preview_slip)
        self._add(self.tr("P&ay"), "F12", screen.pay)
        self._add(self.tr("&Discard Invoice…"), "", parking.ask_to_discard)

    def _add(self, label: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = QAction(label, self._screen)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.addAction(action)
        self._screen.addAction(action)
        return action
