"""The buttons of Pay, one for each tender that the shop takes. Serves the guide's page "Pay and post"."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from posim_desktop.domain.sales.tenders import SHIPPED, ShopTender, TenderKind
from posim_desktop.printing.sales.invoice import tender_name
from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE, mark

_ICONS = {
    TenderKind.CASH: "banknote",
    TenderKind.CARD: "credit-card",
    TenderKind.CHECK: "file-text",
    TenderKind.OTHER: "wallet",
}
_COLUMNS = 2
_MOST = 6
"""So many buttons have room in the lowest window; what is more than that is in a menu."""
_SHORT = 9
"""Up to so many letters fit beside a sign in the large letters of the till."""


class TenderButton(QPushButton):
    """A button with a name that the shop chose; what of it does not fit ends in dots and is whole in the tooltip."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, self.sizePolicy().verticalPolicy())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        mode, flag = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic.value
        self.setText(self._words)
        around = self.sizeHint().width() - self.fontMetrics().size(flag, self._words).width()
        self.setText(self.fontMetrics().elidedText(self._words, mode, self.width() - around, flag))


class TenderButtons(QWidget):
    """Offers what the shop takes.

    Signals:
        chosen(ShopTender): Its button was pressed.
    """

    chosen = Signal(object)

    def __init__(self, taken_letters: Iterable[str], parent: QWidget | None = None) -> None:
        """Make the buttons of a shop that is not known yet.

        Args:
            taken_letters: Words around the buttons, with the letters marked that lead elsewhere already.
            parent: Owner.
        """
        super().__init__(parent)
        self._taken_letters = _letters(taken_letters)
        self._words = {
            TenderKind.CASH: self.tr("&Cash"),
            TenderKind.CARD: self.tr("Car&d"),
            TenderKind.CHECK: self.tr("Chec&k"),
            TenderKind.OTHER: self.tr("&Other"),
        }
        self._tenders: tuple[ShopTender, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def offer(self, tenders: Sequence[ShopTender]) -> None:
        """Offer these tenders, in their order."""
        if tuple(tenders) == self._tenders:
            return
        self._tenders = tuple(tenders)
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        shown = self._tenders if len(tenders) <= _MOST else self._tenders[: _MOST - 1]
        large = all(len(_name(tender)) <= _SHORT for tender in shown)
        self._grid.setSpacing(2 * SPACE if large else SPACE)
        self._buttons = {
            _name(tender): self._build_button(tender, words, large=large)
            for tender, words in zip(shown, self._lettered(shown), strict=True)
        }
        if len(shown) < len(tenders):
            self._buttons[""] = self._build_more(self._tenders[len(shown) :], large=large)
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)

    def _build_button(self, tender: ShopTender, words: str, *, large: bool) -> QPushButton:
        button = TenderButton(words, _name(tender))
        button.setObjectName(f"tender_{tender.id}_button")
        if large:
            button.setIcon(icon(_ICONS[tender.kind]))
        _mark(button, large=large)
        button.clicked.connect(partial(self.chosen.emit, tender))
        return button

    def _build_more(self, tenders: Sequence[ShopTender], *, large: bool) -> QPushButton:
        """Make the button whose menu has what the others leave no room for."""
        button = QPushButton(self.tr("More"))
        button.setObjectName("more_tenders_button")
        button.setAccessibleName(self.tr("More Tenders"))
        _mark(button, large=large)
        menu = QMenu(button)
        for tender in tenders:
            action = menu.addAction(icon(_ICONS[tender.kind]), _name(tender).replace("&", "&&"))
            action.triggered.connect(partial(self.chosen.emit, tender))
        button.setMenu(menu)
        return button

    def _lettered(self, tenders: Sequence[ShopTender]) -> list[str]:
        """Write each name with the letter that presses its button: the first that leads nowhere else."""
        window = self.window()
        menus = [action.text() for action in window.menuBar().actions()] if isinstance(window, QMainWindow) else []
        written = {tender.id: self._words[tender.kind] for tender in tenders if _is_shipped(tender)}
        taken = self._taken_letters | _letters([*menus, *written.values()])
        for tender in tenders:
            if tender.id in written:
                continue
            name = _name(tender)
            free = (place for place, letter in enumerate(name) if letter.isalpha() and letter.lower() not in taken)
            place = next(free, None)
            before, after = (part.replace("&", "&&") for part in (name[: place or 0], name[place or 0 :]))
            written[tender.id] = before + ("" if place is None else "&") + after
            taken |= _letters([written[tender.id]])
        return [written[tender.id] for tender in tenders]

    def tender(self, kind: TenderKind) -> ShopTender | None:
        """Return the first tender of a kind, or None where the shop takes none."""
        return next((tender for tender in self._tenders if tender.kind is kind), None)

    def let_take(self, *, takes: bool, why_not: str) -> None:
        """Let something be taken, or say on the buttons why not."""
        for name, button in self._buttons.items():
            button.setEnabled(takes)
            button.setToolTip(name if takes else why_not)

    def lead_to(self, after: QWidget) -> None:
        """Let Tab go on from the last of the buttons, which are made anew whenever the shop takes something else."""
        last = next(reversed(self._buttons.values()), None)
        if last is not None:
            QWidget.setTabOrder(last, after)

    def focus_first(self) -> None:
        """Put the keyboard on cash, or else on what comes first."""
        cash = self.tender(TenderKind.CASH)
        named = None if cash is None else self._buttons.get(_name(cash))
        button = named or next(iter(self._buttons.values()), None)
        if button is not None:
            button.setFocus()


def _mark(button: QPushButton, *, large: bool) -> None:
    if large:
        mark(button, tender=True, beside_scroll_bar=True)
    else:
        mark(button, note=True)


def _name(tender: ShopTender) -> str:
    return tender_name(tender.kind, tender.terms.name)


def _is_shipped(tender: ShopTender) -> bool:
    return tender.terms.name == SHIPPED[tender.kind].name


def _letters(words: Iterable[str]) -> set[str]:
    """Collect the letters that are marked in words."""
    return {after[0].lower() for each in words for after in each.replace("&&", "").split("&")[1:] if after}
