"""What a deck is built of: Find and View above the sheet, the card or the list on it, the rail beside it.

Serves the guide's page "Find a card". Nothing here knows what the cards are of, or which of them are found.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.conflict_banner import ConflictBanner
from posim_desktop.ui.widgets.deck_bar import DeckBar
from posim_desktop.ui.widgets.deck_head import DeckHead
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.list_page import ListPage
from posim_desktop.ui.widgets.nothing_here import NothingHere
from posim_desktop.ui.widgets.rail import Rail
from posim_desktop.ui.widgets.sheet import WIDEST, Sheet
from posim_desktop.ui.widgets.slide import Slide

_ALL_BUT_WHAT_IS_LEFT = 1000
_QWIDGETSIZE_MAX = 16777215  # Qt's own, which its Python does not name


class DeckFrame:
    """Puts the parts of a deck into it and shows one of its pages: the card, the list, or that there is nothing."""

    def __init__(self, deck: QWidget, spec: DeckSpec, card: QWidget, list_page: ListPage) -> None:
        self._card, self._list_page = card, list_page
        self.bar = DeckBar(spec.find_hint, can_add=spec.can_add, tabs=spec.tabs, list_action=spec.list_action)
        self.head = DeckHead(spec.title)
        self.conflict_banner = ConflictBanner()
        self.notice_banner = Banner()
        self.notice_banner.setObjectName("deck_notice_banner")
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self.empty_page = NothingHere(spec.empty_text)
        for page in (card, list_page, self.empty_page):
            self.pages.addWidget(page)
        self.slide = Slide(self.pages)
        self.sheet = Sheet()
        for part in (self.head, self.notice_banner, self.conflict_banner):
            self.sheet.rows.addWidget(part)
        self.sheet.rows.addWidget(self.pages, 1)
        self.rail = Rail()
        self.rail.hide()
        self._lay_out(deck)

    def _lay_out(self, deck: QWidget) -> None:
        self._column = QWidget()
        rows = QVBoxLayout(self._column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addSpacing(-1)  # the tab in front covers the edge of the sheet, with which it is one
        rows.addWidget(self.sheet, 1)
        self.bar.raise_()
        columns = QHBoxLayout(deck)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(4 * SPACE)
        columns.addStretch(1)
        columns.addWidget(self._column, _ALL_BUT_WHAT_IS_LEFT)
        columns.addWidget(self.rail, 0, Qt.AlignmentFlag.AlignTop)
        columns.addStretch(1)

    @property
    def is_listing(self) -> bool:
        """Whether List All is in front."""
        return self.pages.currentWidget() is self._list_page

    @property
    def is_on_card(self) -> bool:
        """Whether the card is in front."""
        return self.pages.currentWidget() is self._card

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; the list takes the whole width and has no arrows."""
        self.pages.setCurrentWidget(page)
        self._column.setMaximumWidth(_QWIDGETSIZE_MAX if self.is_listing else WIDEST)
        self.sheet.turn_over(over=self.is_listing)
        self.head.show_arrows(shown=not self.is_listing)
        self.mark_view()

    def mark_view(self) -> None:
        """Let View show which side is in front."""
        mark(self.bar.view_button, current=self.is_listing)
        for button in self.bar.list_buttons:
            button.setVisible(self.is_listing)
