"""A deck: all the cards of one kind, stepped through with the navigation arrows or listed in List All.

Serves the guide's page "Find a card". The deck knows the found set, the order and the current card; the card knows its
record. Leaving an edited card saves it; when saving is refused the card stays.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Change, Changes
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries import deck as decks
from posim_desktop.queries import feed
from posim_desktop.queries.deck import EVERYTHING, Found, Order, Step, Ways
from posim_desktop.queries.sales import scans
from posim_desktop.ui import sounds
from posim_desktop.ui.models.list_all import ListAll
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.widgets.allowed import allow
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.deck_frame import DeckFrame
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.list_page import ListPage
from posim_desktop.ui.widgets.list_saving import ListSaving
from posim_desktop.ui.widgets.scanner import Scanner
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.widgets.surroundings import Standing, Surroundings

_FIND_PAUSE_MS = 150
_BACK = {Step.PREVIOUS, Step.FIRST}


class Deck(Screen):
    """All the cards of one kind.

    Attributes:
        found: The set that the arrows walk through.
        order: Its order, shared by the arrows and List All.

    Signals:
        shown(int): Another card is shown.
    """

    shown = Signal(int)

    def __init__(self, spec: DeckSpec, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.operations = operations
        self.found = EVERYTHING
        self.order: Order = spec.query.first_order
        self._list_is_stale = True
        self._news: Changes = frozenset()  # what changed while the deck was out of sight
        self._find_timer = QTimer(self, singleShot=True, interval=_FIND_PAUSE_MS)
        self._backwards = False
        self._build()
        self._connect()
        self._open_on_what_is_to_be_done()
        if not self.go(Step.FIRST):
            self._turn_to(self.card)
        self.surroundings.count_tabs()

    def _open_on_what_is_to_be_done(self) -> None:
        """Begin on a tab that is only there while it has cards: they are what somebody has to do something about."""
        for tab in self.spec.tabs:
            if (
                tab.only_with_cards
                and self.operations.read(decks.ways, self.spec.query, tab.found, self.order, None).forward
            ):
                self._set_found(tab.found)
                return

    # ---- building ----

    def _build(self) -> None:
        self.card = self.spec.make_card()
        self.list_page = ListPage(
            ListAll(self.operations, self.spec.query, self.spec.columns, self), has_archive=self.spec.has_archive
        )
        self.frame = DeckFrame(self, self.spec, self.card, self.list_page)
        self.bar, self.head, self.sheet, self.rail = self.frame.bar, self.frame.head, self.frame.sheet, self.frame.rail
        self.pages, self.slide, self.empty_page = self.frame.pages, self.frame.slide, self.frame.empty_page
        self.conflict_banner, self.notice_banner = self.frame.conflict_banner, self.frame.notice_banner
        self.surroundings = Surroundings(self, self.spec, self.operations, self.frame)
        self.bar.add_shortcuts(self)
        self._arrow_keys = self.head.add_shortcuts(self)

    def _connect(self) -> None:
        self.head.step_requested.connect(self._on_head_step_requested)
        self.bar.find_requested.connect(self._on_bar_find_requested)
        self.bar.find_settled.connect(self._on_bar_find_settled)
        self.bar.view_requested.connect(self.toggle_list)
        self.bar.save_requested.connect(self.save_list)
        self.bar.action_requested.connect(self._on_bar_action_requested)
        self.bar.add_requested.connect(self.add_new)
        self.head.found_chip.cleared.connect(self.find_everything)
        self.bar.tabs.chosen.connect(self.choose_tab)
        self.list_page.opened.connect(self.open_record)
        self.rail.opened.connect(self.open_record)
        self.list_page.archived_toggled.connect(self._on_list_page_archived_toggled)
        self.list_page.everything_requested.connect(self.find_everything)
        self.list_page.model.order_chosen.connect(self._on_model_order_chosen)
        self.list_page.model.trouble_met.connect(lambda message: say(self, message))
        self.card.link.connect(self.link)
        self.card.saved.connect(self._on_card_saved)
        self.card.filled.connect(self._on_card_filled)
        if not self.spec.card_takes_scans:
            Scanner(self).scanned.connect(self.find_scanned)
        self.conflict_banner.action_requested.connect(self.take_theirs)
        self.conflict_banner.kept.connect(self.keep_mine)
        self._find_timer.timeout.connect(lambda: self.narrow(self.bar.find_field.text()))
        self.operations.bus.changed.connect(self._on_bus_changed)
        self.operations.rights_changed.connect(self._on_rights_changed)
        self._on_rights_changed()

    # ---- where we are ----

    @property
    @override
    def current_id(self) -> int | None:
        """The record on the card; None for a new or no card."""
        return self.card.record_id

    @property
    def is_listing(self) -> bool:
        """Whether List All is in front."""
        return self.frame.is_listing

    @override
    def leave(self) -> bool:
        """Make ready to leave the card: an edited one is saved; False when that was refused and the card stays."""
        if not self.card.is_edited():
            return True
        if self.card.save():
            return True
        self._turn_to(self.card)
        return False

    # ---- walking ----

    def go(self, step: Step) -> bool:
        """Follow a navigation arrow; False at the end of the found set or when the card could not be left."""
        if not self.leave():
            return False
        query, here, read = self.spec.query, self.current_id, self.card.query
        turned = self.operations.read(decks.turn, query, self.found, self.order, here, step, read)
        if turned is None:
            return False
        leaving = self.slide.take() if self.frame.is_on_card else None
        self.card.show_details(turned.details)
        self._turn_to(self.card, turned.ways)
        self.slide.start(leaving, backwards=step in _BACK)
        return True

    @override
    def open_record(self, record_id: int) -> bool:
        """Show a card; a found set without it gives way to all cards."""
        if record_id != self.current_id and not self.leave():
            return False
        if not self.operations.read(decks.contains, self.spec.query, self.found, record_id):
            self._set_found(EVERYTHING)
        if record_id != self.current_id and not self.card.show_record(record_id):
            say(self, self.tr("This card no longer exists."))
            return False
        self._turn_to(self.card)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def add_new(self) -> None:
        """Start a new card."""
        if self.spec.can_add and self.card.refusal() is None and self.leave():
            self.card.start_new()
            self._turn_to(self.card)
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- finding ----

    def narrow(self, text: str) -> None:
        """Narrow the deck to the cards that hold some words; every card again when there are none."""
        self._find_timer.stop()
        if text.strip() == self.found.text:
            return
        self._set_found(Found(text=text.strip(), include_archived=self.found.include_archived))
        self._found_set_changed()

    @override
    def open_found(self, found: Found) -> bool:
        """Show a found set: its card when there is one only, otherwise List All."""
        if not self.leave():
            return False
        self._set_found(found)
        self._show_found()
        return True

    def choose_tab(self, found: Found) -> None:
        """Walk through the cards of an index tab, from the card in front if it is one of them."""
        if not self.leave():
            self.bar.tabs.show_found(self.found)
            return
        self._set_found(found)
        self._backwards = False
        if self.is_listing:
            self._fill_list()
            self._reload()
            return
        here = self.current_id
        if here is not None and self.operations.read(decks.contains, self.spec.query, found, here):
            self._turn_to(self.card)
        elif not self.go(Step.FIRST):
            self._put_card_away()

    def find_scanned(self, code: str) -> None:
        """Go to the item or invoice whose code was scanned, or say calmly that nothing has it."""
        self.notice_banner.clear_message()
        if QApplication.activeModalWidget() is not None:
            sounds.play(Sound.NOT_TAKEN)
            words = self.tr("{code} was scanned while something was asked; scan it again.")
            self.notice_banner.show_message("attention", words.format(code=code))
            return
        try:
            found = self.operations.read(scans.find, code)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if found is None:
            sounds.play(Sound.NOT_TAKEN)
            words = self.tr("No item and no invoice has the code {code}.")
            self.notice_banner.show_message("attention", words.format(code=code))
        else:
            self.link.emit(*found)

    def find_everything(self) -> None:
        """Let the arrows walk through all cards again."""
        self._set_found(EVERYTHING)
        self._found_set_changed()

    def toggle_list(self) -> None:
        """Turn from the card to List All or back."""
        if self.is_listing:
            self._back_from_list()
        elif self.leave():
            self.show_list()
        self.frame.mark_view()

    def show_list(self) -> None:
        """Turn to List All."""
        self._turn_to(self.list_page)
        self.list_page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_list(self) -> ListSaving:
        """Ask for a file, and save List All to it as it is shown."""
        table = self.list_page.table
        shown = [column for place, column in enumerate(self.spec.columns) if not table.isColumnHidden(place)]
        of_list = (self.spec.title, self.spec.query, shown, self.found, self.order)
        saving = ListSaving(self.operations, *of_list, self.window())
        saving.ask()
        return saving

    def _back_from_list(self) -> None:
        chosen = self.list_page.selected_id()
        if self.current_id is None and chosen is not None:
            self.open_record(chosen)
        self._turn_to(self.card if self.current_id is not None else self.empty_page)

    def _set_found(self, found: Found) -> None:
        if found.label != self.found.label:
            self.head.found_chip.hide()  # the set it names is left; the new one is counted a moment later
        self.found = found
        self._list_is_stale = True
        self.bar.tabs.show_found(found)
        if self.bar.find_field.text().strip() != found.text:
            self.bar.find_field.setText(found.text)
        self._find_timer.stop()

    def _found_set_changed(self) -> None:
        if self.is_listing:
            self._fill_list()
        self._reload()

    def _show_found(self) -> None:
        """Open the only card of a found set, or list them."""
        first = self.operations.read(decks.page, self.spec.query, self.found, self.order, None, 2)
        if len(first.rows) == 1:
            self.open_record(first.rows[0].id)
        else:
            self._turn_to(self.list_page)
            self._fill_list()
            (self.list_page.table if first.rows else self.bar.find_field).setFocus(Qt.FocusReason.OtherFocusReason)
        self._reload()

    # ---- showing ----

    def _turn_to(self, page: QWidget, ways: Ways | None = None) -> None:
        if page is self.card and self.current_id is None and not self.card.is_new:
            page = self.empty_page
            self.empty_page.label.setText(self._nothing_words())
        self.frame.show_page(page)
        self.surroundings.fit_rail()
        self.sheet.show_tone(self.card.tone() if page is self.card else "")
        for shortcut in self._arrow_keys.values():
            shortcut.setEnabled(not self.is_listing)
        if self.is_listing and self._list_is_stale:
            self._fill_list()
        heading = self.card.heading() if page is self.card else ""
        self.head.show_title(heading or self.spec.title, self.card.status_slot)
        if self.card.status_slot is not None:
            self.card.status_slot.setVisible(page is self.card and not self.card.is_new)
        self._reload(ways)

    def _fill_list(self) -> None:
        self.list_page.show_found(self.found, self.order, self.current_id, self._nothing_words())
        self._list_is_stale = False

    def _nothing_words(self) -> str:
        """Say that nothing is in the found set, or what to do about an empty deck."""
        if self.found.is_everything:
            return self.spec.empty_text
        tab = next((tab.label for tab in self.spec.tabs if tab.found == self.found), "")
        if tab:
            return self.tr("No cards are on the tab {name}.").format(name=tab)
        return self.tr("Nothing found for “{text}”.").format(text=self.found.label or self.found.text)

    def _reload(self, ways: Ways | None = None) -> None:
        """Set the arrows at once, and what is counted a moment later.

        Args:
            ways: Where the arrows lead, for whoever read it with the card.
        """
        here = None if self.is_listing else self.current_id
        if ways is None:
            ways = self.operations.read(decks.ways, self.spec.query, self.found, self.order, here)
        self.head.enable_arrows(back=ways.back, forward=ways.forward and not self.is_listing)
        self.surroundings.show_from(Standing(self.found, self.order, here, self._backwards))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.surroundings.fit_rail()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        news, self._news = self._news, frozenset()
        if news:
            self._take_news(news)
        elif self.is_listing and self._list_is_stale:
            self._fill_list()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        page: QWidget = self.list_page.table if self.is_listing else self.card
        page.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_listing:
            self.toggle_list()
        elif self.card.undo():
            if not self.card.is_edited() and not self.card.is_new:
                self.card.end_editing()
        elif self.card.is_new:
            self.card.is_new = False
            self.go(Step.FIRST)
            self._turn_to(self.card)
        else:
            self.card.end_editing()

    # ---- changes ----

    def keep_mine(self) -> None:
        """Keep what was typed; saving will overwrite what the other person wrote into the same fields."""
        theirs = self._card_of_theirs()
        self.card.keep_mine(theirs)
        self.conflict_banner.clear_message()

    def take_theirs(self) -> None:
        """Give up what was typed and show what the other person wrote."""
        self.conflict_banner.clear_message()
        if self.current_id is not None:
            self.card.show_record(self.current_id)

    def _on_rights_changed(self) -> None:
        if self.bar.add_button is not None:
            allow(self.bar.add_button, self.card.refusal(), self.tr("Add (Ctrl+N)"))

    def _on_bus_changed(self, changes: Changes) -> None:
        kinds = self.spec.also | {self.spec.record}
        news = frozenset(change for change in changes if change.record in kinds)
        if not news:
            return
        self._list_is_stale = True
        if self.isVisible():
            self._take_news(news)
        else:
            self._news |= news

    def _take_news(self, news: Changes) -> None:
        self.surroundings.count_tabs()
        ours = {change.id for change in news if change.record == self.spec.record}
        linked = any(change.record in self.spec.also for change in news)
        if self.is_listing:
            self._fill_list()
        if self.current_id is None:
            if not self.card.is_new and not self.is_listing:
                self.go(Step.FIRST)
        elif not self.card.is_saving and (linked or ours & {self.current_id, 0}):
            self._refresh_card(self.current_id)
        self._reload()

    def _refresh_card(self, record_id: int) -> None:
        stored = self.card.stored_version()
        if stored is None:
            self._put_deleted_card_away()
        elif not self.card.is_edited():
            self.card.show_record(record_id)
        elif stored != self.card.version:
            who = self.operations.read(feed.changed_by, Change(self.spec.record, record_id))
            theirs = self._card_of_theirs()
            self.conflict_banner.ask(who, None if theirs is None else self.card.differences(theirs))

    def _card_of_theirs(self) -> Card[Any] | None:
        """Read what is stored now onto a card that nobody sees; None for a document, which has one card for good."""
        theirs = self.spec.make_card()
        if theirs is self.card or self.current_id is None:
            return None
        theirs.deleteLater()
        return theirs if theirs.show_record(self.current_id) else None

    def _put_deleted_card_away(self) -> None:
        """Show another card, or the empty deck; what was typed on a deleted card is not to become a new one."""
        if self.card.is_edited():
            say(self, self.tr("This card was deleted while you were editing it."))
        self._put_card_away()
        self.go(Step.FIRST)

    def _put_card_away(self) -> None:
        self.card.start_new()
        self.card.is_new = False
        self._turn_to(self.card)

    # ---- slots ----

    def _on_head_step_requested(self, step: Step) -> None:
        before, self._backwards = self._backwards, step in _BACK
        if not self.go(step):
            self._backwards = before

    def _on_bar_find_requested(self, text: str) -> None:
        if self.is_listing:
            self._find_timer.start()
        elif not text and self.found.text:
            self.find_everything()

    def _on_bar_action_requested(self) -> None:
        if self.spec.list_action is not None:
            self.spec.list_action.do(self.window(), self.found, self.order)

    def _on_bar_find_settled(self, text: str) -> None:
        if self.leave():
            self._set_found(Found(text=text.strip(), include_archived=self.found.include_archived))
            self._show_found()

    def _on_list_page_archived_toggled(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._set_found(replace(self.found, include_archived=wanted))
        self._found_set_changed()

    def _on_model_order_chosen(self, order: Order) -> None:
        self.order = order
        self._fill_list()
        self._reload()

    def _on_card_saved(self, record_id: int) -> None:
        self._list_is_stale = True
        self._turn_to(self.card)
        self.shown.emit(record_id)

    def _on_card_filled(self) -> None:
        self.notice_banner.clear_message()
        self.conflict_banner.clear_message()
        if self.frame.is_on_card:
            self.head.show_title(self.card.heading() or self.spec.title, self.card.status_slot)
            self.sheet.show_tone(self.card.tone())
        if self.current_id is not None:
            self.shown.emit(self.current_id)
