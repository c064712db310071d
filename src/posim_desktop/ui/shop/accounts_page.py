"""What the accounts of the journal are called. Serves the guide's page "The journal"."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.accounts import BY_DEPARTMENT, LONGEST, Account, NamedAccount
from posim_desktop.domain.errors import Cell
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.queries.journal import ShopAccount
from posim_desktop.ui.shop.page_parts import explanation
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows

ACCOUNT = "account"
"""The column of refused cells."""


class AccountsPage(QWidget):
    """A row for each account; an empty one takes the usual name, which stands in it in gray."""

    def __init__(self, accounts: Sequence[ShopAccount]) -> None:
        super().__init__()
        self._accounts = accounts
        self.edits: dict[str, TextEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, account in enumerate(accounts):
            caption, edit = QLabel(_caption(account)), TextEdit(LONGEST)
            mark(caption, role="label")
            caption.setBuddy(edit)
            edit.setObjectName(f"account_{row}_edit")
            edit.setAccessibleName(_caption(account))
            edit.setPlaceholderText(account.usual)
            edit.set_value("" if account.name == account.usual else account.name)
            self.edits[account.of] = edit
            grid.addWidget(caption, row, 0)
            grid.addWidget(edit, row, 1)
        table = ScrolledRows()
        table.rows.addLayout(grid)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        told = self.tr(
            "File › Export Journal writes these accounts. Type a name or a number of your books; parts stand between "
            "colons. An empty row takes the name in gray."
        )
        rows.addWidget(explanation(told))
        rows.addWidget(table, 1)

    def on(self, preferences: ShopPreferences) -> ShopPreferences:
        """Return the preferences with the names typed here; those of tenders and taxes no longer listed stay."""
        kept = [each for each in preferences.accounts if each.of not in self.edits]
        named = [NamedAccount(of, edit.value().strip()) for of, edit in self.edits.items() if edit.value().strip()]
        return replace(preferences, accounts=(*named, *kept))

    def row_of(self, cell: Cell) -> int:
        """Return in which row of the table a refused name stands, from 0 on."""
        typed = [row for row, edit in enumerate(self.edits.values()) if edit.value().strip()]
        return typed[cell.line] if cell.line < len(typed) else 0

    def go_to(self, cell: Cell) -> None:
        """Put the keyboard where a name is wrong."""
        list(self.edits.values())[self.row_of(cell)].setFocus(Qt.FocusReason.OtherFocusReason)


def _caption(account: ShopAccount) -> str:
    if account.of in _names():
        return _names()[account.of]
    return _template(account.of).format(name=account.about)


def _template(of: str) -> str:
    for each, words in zip(BY_DEPARTMENT, (_tr("Sales of {name}"), _tr("Returns of {name}")), strict=True):
        if of.startswith(f"{each} of "):
            return words
    return _tr("Tender {name}") if of.startswith("tender ") else _tr("Tax {name}")


def _names() -> dict[str, str]:
    return {
        Account.SALES: _tr("Sales"),
        Account.RETURNS: _tr("Returns"),
        Account.CASH_ROUNDING: _tr("Cash Rounding"),
        Account.FEES: _tr("Cancellation Fees"),
        Account.DEPOSITS: _tr("Deposits"),
        Account.STORE_CREDIT: _tr("Store Credit"),
        Account.ON_ACCOUNT: _tr("On Account"),
        Account.PAID_IN_OUT: _tr("Paid In and Out"),
        Account.SAFE: _tr("Safe"),
        Account.OVER_SHORT: _tr("Over and Short"),
        Account.STOCK: _tr("Stock"),
        Account.COST_OF_GOODS: _tr("Cost of Goods Sold"),
        Account.STOCK_CHANGES: _tr("Stock Changes"),
        Account.OPENING_STOCK: _tr("Opening Stock"),
        Account.PAYABLE: _tr("Owed to Vendors"),
        Account.FREIGHT: _tr("Freight"),
        Account.DUE_FROM_VENDORS: _tr("Due from Vendors"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("AccountsPage", words)
