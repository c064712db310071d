"""The menu Invoice of the Sales Client. Serves the guide's page "Sell"."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from posim_desktop.ui.sales.till.commitment import Commitment
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.lines_model import CELL_KEYS, LineColumn
from posim_desktop.ui.sales.till.parking import Parking
from posim_desktop.ui.widgets.screen import Screen


class InvoiceMenu(QMenu):
    """All that can be done with the current invoice; its keys work anywhere on the screen."""

    def __init__(self, screen: Screen, frame: TillFrame, parking: Parking, commitment: Commitment) -> None:
        """Make the menu; the screen connects New, Item Entry and Pay itself.

        Args:
            screen: Where its keys work.
            frame: Customer and lines.
            parking: What is done with the invoice as a whole.
            commitment: What is done with its goods.
        """
        super().__init__(screen)
        self._screen = screen
        self.setTitle(self.tr("&Invoice"))
        self.new_action = self._add(self.tr("&New"), "Ctrl+N")
        self._add(self.tr("&Parked Invoices…"), "Ctrl+O", parking.open_list)
        self.addSeparator()
        for label, column in (
            (self.tr("Change &Qty"), LineColumn.QUANTITY),
            (self.tr("Change P&rice"), LineColumn.PRICE),
            (self.tr("Change &Trans Code"), LineColumn.TRANS_CODE),
            (self.tr("Chan&ge Discount"), LineColumn.DISCOUNT),
        ):
            self._add(label, CELL_KEYS[column], partial(frame.lines_table.edit_cell, column))
        self._add(self.tr("Change Tax Code o&f Line…"), "Shift+F7", parking.open_line_tax)
        self.serials_action = self._add(self.tr("Serial Num&bers…"), "Shift+F5")
        self._add(self.tr("Discount on t&he Sale…"), "Shift+F8", parking.open_discount)
        self._add_returns()
        self.addSeparator()
        self._add(self.tr("&Comment Line…"), "Ctrl+K", parking.open_comment)
        self._add_money(parking, commitment)
        self._add(self.tr("N&ote…"), "Ctrl+T", parking.open_note)
        self._add(self.tr("Ta&x Exemption…"), "", parking.open_exemption)
        self._add(self.tr("Cu&stomer"), "F3", frame.customer_panel.go_to_customer)
        self.entry_action = self._add(self.tr("&Item Entry"), "F2")
        self.addSeparator()
        self.commit_action = self._add(self.tr("Co&mmit"), "", commitment.commit)
        self.uncommit_action = self._add(self.tr("&Uncommit"), "", commitment.uncommit)
        self._add(self.tr("Pick-up S&lip…"), "", commitment.preview_slip)
        self.cash_action = self._add(self.tr("&Exact Cash"), "F11")
        self.pay_action = self._add(self.tr("P&ay"), "F12")
        self._add(self.tr("&Discard Invoice…"), "", parking.ask_to_discard)

    def _add_returns(self) -> None:
        menu = self.addMenu(self.tr("Goods Brought Bac&k"))
        self.return_action = self._add(self.tr("&Take Goods Back"), "Ctrl+R", menu=menu)
        self.return_action.setCheckable(True)
        self.reason_action = self._add(self.tr("&Why It Comes Back…"), "Ctrl+Y", menu=menu)

    def _add_money(self, parking: Parking, commitment: Commitment) -> None:
        menu = self.addMenu(self.tr("Deposit, Order and La&yaway"))
        self._add(self.tr("Take &Deposit…"), "Shift+F12", parking.open_deposit, menu)
        self._add(self.tr("&Layaway…"), "", commitment.open_layaway, menu)
        self._add(self.tr("&Wait for an Order…"), "Ctrl+G", parking.open_awaited_order, menu)
        self.piece_action = self._add(self.tr("&One Piece"), "Ctrl+U", menu=menu)
        self._add(self.tr("Customer’s Order and &Job…"), "Ctrl+J", parking.open_customer_order, menu)

    def _add(
        self, label: str, keys: str, slot: Callable[[], object] | None = None, menu: QMenu | None = None
    ) -> QAction:
        action = QAction(label, self._screen)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if slot is not None:
            action.triggered.connect(slot)
        (menu or self).addAction(action)
        self._screen.addAction(action)
        return action
