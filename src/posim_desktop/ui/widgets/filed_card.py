"""A card that people file by hand: added, edited, archived, brought back, deleted.

Items, customers, vendors, employees, departments and tax codes are such cards; each says only what its fields are.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.queries.cards.still_has import StillHas
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.allowed import allow
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import Banner, StatusPill
from posim_desktop.ui.widgets.filing import FiledDetails, Filing
from posim_desktop.ui.widgets.form import Form
from posim_desktop.ui.widgets.inputs import ChoiceBox
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.still_has_words import archive_question, deletion_note

_WIDEST = 300 * SPACE


class FiledCard(Card[FiledDetails]):
    """A card on a form; a kind of card overrides :meth:`build_form` and what else differs.

    Attributes:
        is_editing: Whether the fields can be typed into; otherwise they look like text.
    """

    filing: ClassVar[Filing]

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.form = Form()
        self._attempt = Attempt(one_action=True)
        self.is_editing = False
        self._filled: int | None = None
        self._was_refused = False
        self._build_status()
        self._build()
        self.track(*self.inputs())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Card"))
        self._wait_for_clicks()
        self.form.let_be_read(reading=True)
        self._connect()

    # ---- what a kind of card says ----

    def build_form(self, body: QVBoxLayout) -> None:
        """Put the sections of the form into the card."""
        raise NotImplementedError

    def new_fields(self) -> Any:  # noqa: ANN401 - the dataclass of its kind
        """Return what a new card starts with."""
        return self.filing.fields()

    def show_rest(self, details: FiledDetails | None) -> None:
        """Show what is not typed on the card; choosers offer here what was chosen, before the fields are shown."""

    def offer_choices(self) -> None:
        """Let the choosers offer all that can be chosen; a card that is only read needs none of it."""

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """Make what else can be done with such a card, for the left of its buttons."""
        return ()

    def inputs(self) -> Iterable[QWidget]:
        """Return the widgets that hold what is typed; an input that is made of several names them here."""
        return self.form.inputs.values()

    def content(self) -> dict[str, Any]:
        """Read what the verb that adds a card takes beside its fields.

        Raises:
            RefusedError: What was typed cannot be used.
        """
        return {}

    # ---- building ----

    def _build_status(self) -> None:
        # The head shows the slot whenever there is a card; the pill inside only speaks of archived ones.
        self.status_slot = QWidget()
        place = QHBoxLayout(self.status_slot)
        place.setContentsMargins(0, 0, 0, 0)
        self.status_pill = StatusPill("closed", self.tr("Archived"))
        self.status_pill.setObjectName("status_pill")
        place.addWidget(self.status_pill)
        self.status_pill.hide()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inner.setSpacing(3 * SPACE)
        self.notice_banner = Banner()
        self.notice_banner.setObjectName("notice_banner")
        inner.addWidget(self.notice_banner)
        self.build_form(inner)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        rows.addWidget(scroll, 1)
        rows.addWidget(self._build_buttons())

    def _build_buttons(self) -> ButtonBar:
        self.delete_button = named_button("delete_button", self.tr("&Delete"), "trash-2")
        mark(self.delete_button, destructive=True)
        self.archive_button = named_button("archive_button", self.tr("Ar&chive"), "archive")
        self.bring_back_button = named_button("bring_back_button", self.tr("B&ring Back"), "undo-2")
        self.edit_button = named_button("edit_button", self.tr("&Edit"), "pencil")
        self.undo_button = named_button("undo_button", self.tr("&Undo"))
        self.undo_button.setToolTip(self.tr("Undo all changes to this card (Esc)"))
        self.save_button = named_button("save_button", self.tr("Save"))
        mark(self.save_button, primary=True)
        left = (self.delete_button, self.archive_button, self.bring_back_button, *self.more_buttons())
        return ButtonBar(left, (self.edit_button, self.undo_button, self.save_button))

    def open_button(self, chooser: ChoiceBox, record: Record, label: str) -> QToolButton:
        """Make the small button beside a chooser that leads to the chosen card."""
        button = QToolButton()
        button.setObjectName(f"open_{record}_button")
        button.setIcon(icon("external-link"))
        button.setAccessibleName(label)
        button.setToolTip(label)

        def follow() -> None:
            chosen = chooser.chosen_id()
            if chosen is not None:
                self.link.emit(record, chosen)

        def look() -> None:
            button.setEnabled(chooser.chosen_id() is not None)

        button.clicked.connect(follow)
        chooser.currentTextChanged.connect(look)
        look()
        return button

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self.archive_button.clicked.connect(self._on_archive_button_clicked)
        self.bring_back_button.clicked.connect(self._on_bring_back_button_clicked)
        self.delete_button.clicked.connect(self._on_delete_button_clicked)
        self.edited_changed.connect(self.update_buttons)
        self.operations.rights_changed.connect(self.update_buttons)
        self.edit_button.clicked.connect(self.begin_editing)
        keys = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.begin_editing)
        keys = QShortcut(QKeySequence("Ctrl+S"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save_button.click)
        self.save_button.setToolTip(self.tr("Save (Ctrl+S)"))

    @override
    def tone(self) -> str:
        return self.status_pill.tone if self.details is not None and self.details.archived else ""

    # ---- reading and writing ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> FiledDetails | None:
        details: FiledDetails | None = cls.filing.details(connection, record_id)
        return details

    # ---- reading and editing ----

    @override
    def begin_editing(self) -> None:
        if self.is_editing or self.refusal() is not None or (self.details is None and not self.is_new):
            return
        self.offer_choices()
        self._let_be_edited(editing=True)
        focused = QApplication.focusWidget()
        is_in_one = focused is not None and any(_holds(widget, focused) for widget in self.form.inputs.values())
        if not is_in_one:
            self._focus_first_field()

    @override
    def end_editing(self) -> bool:
        if not self.is_editing:
            return False
        focused = QApplication.focusWidget()
        self._let_be_edited(editing=False)
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _let_be_edited(self, *, editing: bool) -> None:
        self.is_editing = editing
        self.form.let_be_read(reading=not editing)
        self.update_buttons()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # What is read has the keyboard as a whole: a cursor in a field would say that it takes letters.
        super().focusInEvent(event)
        if self.is_editing:
            self._focus_first_field()

    def _focus_first_field(self) -> None:
        next(iter(self.form.inputs.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait_for_clicks(self) -> None:
        """Hear of clicks in the fields; the tracked inputs are heard already."""
        for widget in self.inputs():
            line = widget.lineEdit() if isinstance(widget, QComboBox) else None
            for inside in (line, widget.viewport() if isinstance(widget, QPlainTextEdit) else None):
                if inside is not None:
                    inside.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and not self.is_editing:
            self.begin_editing()
            return isinstance(watched, QComboBox | QCheckBox)  # it opens, or is ticked, with the next click
        return super().eventFilter(watched, event)

    @override
    def save(self) -> bool:
        if not super().save():
            return False
        self.end_editing()
        return True

    @override
    def fill(self, details: FiledDetails | None) -> None:
        is_the_same = details is not None and self._filled == details.id
        self._filled = None if details is None else details.id
        if self.is_editing != (self.is_new or (self.is_editing and is_the_same)):
            self._let_be_edited(editing=not self.is_editing)
        self._attempt = Attempt(one_action=True)
        self.notice_banner.clear_message()
        self.show_rest(details)
        if self.is_editing:
            self.offer_choices()
        shown = self.new_fields() if details is None else details.fields
        self.form.show_values({field.name: getattr(shown, field.name) for field in fields(shown)})
        archived = details is not None and details.archived
        self.status_pill.setVisible(archived)
        self.archive_button.setVisible(details is not None and not archived)
        self.bring_back_button.setVisible(archived)
        self.delete_button.setVisible(details is not None)
        self.update_buttons()

    @override
    def write(self) -> int | None:
        self.form.clear_refusals()
        names = [field.name for field in fields(self.filing.fields)]
        try:
            content: dict[str, Any] = {"fields": self.filing.fields(**self.form.values(names))}
            if self.record_id is None:
                verb = self.filing.add
                content |= self.content()
            else:
                verb = self.filing.change
                content |= {self.filing.key: self.record_id, "version": self.version}
        except RefusedError as refused:
            self.form.show_refusal(refused.refusal)
            return None
        result = self.operations.run(self, partial(verb, **content), self._attempt, self.form.show_refusal)
        return result.record_id if isinstance(result, Done) else None

    @override
    def refusal(self) -> Refusal | None:
        return None if self.filing.permission is None else self.operations.lacking(self.filing.permission)

    # ---- what is possible ----

    def update_buttons(self) -> None:
        """Enable what the person may do now; called when that may have changed."""
        refusal = self.refusal()
        edited = self.is_edited()
        self.edit_button.setVisible(not self.is_editing)
        allow(self.edit_button, refusal, self.tr("Edit (F2)"))
        for button in (self.undo_button, self.save_button):
            button.setVisible(self.is_editing)
        self.save_button.setEnabled(refusal is None and (edited or self.is_new))
        self.undo_button.setEnabled(edited)
        first = self.tr("Save or undo your changes first.") if edited else ""
        for button in (self.archive_button, self.bring_back_button, self.delete_button):
            allow(button, refusal, first)
            button.setEnabled(refusal is None and not edited)
        if refusal is not None:
            self.notice_banner.show_message("info", words_of(refusal))
        elif self._was_refused:
            self.notice_banner.clear_message()
        self._was_refused = refusal is not None

    # ---- slots ----

    def _on_undo_button_clicked(self) -> None:
        self._show(self.details)
        if not self.is_new:
            self.end_editing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_archive_button_clicked(self) -> None:
        try:
            still_has = self._still_has()
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if not still_has:
            self._do(self.filing.archive)
            return
        asking = archive_question(self, self.heading(), still_has)
        asking.accepted.connect(lambda: self._do(self.filing.archive))
        asking.open()

    def _still_has(self) -> tuple[StillHas, ...]:
        """Look up what the card still has that is not over.

        Raises:
            TroubleError: The database cannot be reached.
        """
        if self.filing.still_has is None or self.record_id is None:
            return ()
        return self.operations.read(self.filing.still_has, self.record_id)

    def _on_bring_back_button_clicked(self) -> None:
        self._do(self.filing.bring_back)

    def _on_delete_button_clicked(self) -> None:
        try:
            still_has = self._still_has()
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        asking = Question(
            self,
            self.tr("Delete"),
            self.tr("Delete {card}?").format(card=self.heading()),
            act=self.tr("Delete"),
            give_up=self.tr("Cancel"),
            destructive=True,
        )
        asking.show_note(deletion_note(still_has))
        asking.accepted.connect(self._on_delete_confirmed)
        asking.open()

    def _on_delete_confirmed(self) -> None:
        record_id, was_archived = self.record_id, self.details is not None and self.details.archived
        self._do(self.filing.delete)
        if record_id is not None and record_id == self.record_id and not was_archived:
            self.notice_banner.show_message("info", self.tr("This card is in use. It was archived instead."))

    def _do(self, verb: Callable[..., Done]) -> None:
        content = {self.filing.key: self.record_id, "version": self.version}
        result = self.operations.run(self, partial(verb, **content))
        if isinstance(result, Done) and self.record_id == result.record_id:
            self.show_record(result.record_id)


def _holds(widget: QWidget, focused: QWidget) -> bool:
    return widget is focused or widget.isAncestorOf(focused)


def archived_column() -> Column[Any]:
    """Make the column of List All that says which cards are archived."""
    word = QCoreApplication.translate("FiledCard", "Archived")
    return Column(QCoreApplication.translate("FiledCard", "Status"), lambda row: word if row.archived else "", width=12)
