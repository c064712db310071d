"""Where the parts of a stock count stand. Serves the guide's page "Count the stock"."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.stock_counts import CountStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving.stock_counts import CountDetails
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.receiving.stock_counts.lines import TELL_COSTS, WIDTHS, CountLines, CountRow, lines_model
from posim_desktop.ui.receiving.stock_counts.words import extent_word, show_status, tr
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.chips import Banner, StatusPill
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_lines import QUANTITY, Hint
from posim_desktop.ui.widgets.edited_table import EditedTable
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.item_entry import ItemEntry

_MOST_CHOICES = 6


class CountPanels:
    """Builds head, lines and buttons into a card, and shows a count in them."""

    def __init__(self, operations: Operations, card: QWidget) -> None:
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.costs = Costs(operations, card)
        rows = lines_model(self.costs, card)
        table = EditedTable(rows, WIDTHS, "description", card)
        self.costs.hide_columns(table, rows, *TELL_COSTS)
        no_item = Refusal(Why.NOT_AN_ITEM_THAT_CAME, Field("item"))
        self.lines = CountLines(
            ItemEntry(operations, add=tr("Count"), most_choices=_MOST_CHOICES, no_item=no_item),
            rows,
            table,
            screen="stock_count",
            empty=tr("Scan what is there, or type its item ID or part of its description, and press Enter."),
            name_of=lambda row: row.line.item,
            about=_about,
        )
        self._build(card)

    def _build(self, card: QWidget) -> None:
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.about_label = QLabel()
        self.about_label.setObjectName("about_label")
        self.about_label.setWordWrap(True)
        self.place_edit = TextEdit(text.NAME)
        self.place_edit.setObjectName("place_edit")
        self.place_edit.setPlaceholderText(tr("Window, cellar …"))
        self.note_edit = TextEdit(text.NOTE)
        self.note_edit.setObjectName("note_edit")
        self.total_label = QLabel()
        self.total_label.setObjectName("total_label")
        mark(self.total_label, role="value")
        self.lines.foot.addStretch()
        self.lines.foot.addWidget(self.total_label)
        inside = QVBoxLayout()
        inside.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, SPACE)
        inside.setSpacing(2 * SPACE)
        inside.addWidget(self.banner)
        inside.addWidget(self.about_label)
        inside.addLayout(self._build_head())
        inside.addWidget(self.lines, 1)
        whole = QVBoxLayout(card)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self._build_buttons())

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(3 * SPACE)
        for label, edit in ((tr("Counting In"), self.place_edit), (tr("Note"), self.note_edit)):
            caption = QLabel(label)
            caption.setBuddy(edit)
            mark(caption, role="label")
            edit.setAccessibleName(label)
            if edit is self.place_edit:
                self.place_label = caption
            head.addWidget(caption)
            head.addWidget(edit, 1)
        return head

    def _build_buttons(self) -> ButtonBar:
        self.discard_button = named_button("discard_button", tr("&Discard"), "ban")
        mark(self.discard_button, destructive=True)
        self.remove_button = named_button("remove_button", tr("Not Cou&nted"), "trash-2")
        self.sheet_button = named_button("sheet_button", tr("Count Sh&eet"), "printer")
        self.file_button = named_button("file_button", tr("Fr&om File"), "clipboard-list")
        self.held_button = named_button("held_button", "", "package-check")
        self.strays_button = named_button("strays_button", "", "scan-barcode")
        self.post_button = named_button("post_button", tr("&Post"))
        mark(self.post_button, primary=True)
        left = (self.discard_button, self.remove_button, self.sheet_button, self.file_button)
        self.button_bar = ButtonBar((*left, self.held_button, self.strays_button), (self.post_button,))
        return self.button_bar

    # ---- showing ----

    def show_count(self, count: CountDetails) -> None:
        """Show what a count is of and who began it, and take input as long as it is being counted."""
        working = count.status is CountStatus.WORKING
        show_status(self.status_pill, count.status)
        words = tr("{extent}, begun by {person} on {day}").format(
            extent=extent_word(count.extent, count.department),
            person=count.employee,
            day=formatting.date_time(count.created_at),
        )
        if count.posted_at is not None:
            posted = tr("posted by {person} on {day}")
            words += ", " + posted.format(person=count.posted_by, day=formatting.date_time(count.posted_at))
        if count.discard_reason:
            words += ". " + tr("Discarded: {reason}").format(reason=count.discard_reason)
        self.about_label.setText(words)
        self.note_edit.setReadOnly(not working)
        self.place_edit.setVisible(working)
        self.place_label.setVisible(working)
        table, rows = self.lines.table, self.lines.rows
        table.setColumnHidden(rows.column_named(QUANTITY), not working)
        self.lines.entry.setVisible(working)
        self.lines.rows.read_only = not working
        self.button_bar.setVisible(working)

    def show_lines(self, count: CountDetails, who: int | None) -> None:
        """Show the lines as an employee sees them who counts here, and what they come to."""
        place = self.place_edit.value().strip()
        self.lines.show_rows([CountRow(line, line.own(who, place)) for line in (*count.lines, *count.missed)])
        words = tr("Counted: {items}   Differences: {differing}   Not counted: {missed}")
        if self.costs.seen:
            words = tr("Counted: {items}   Differences: {differing}   Not counted: {missed}   At cost: {value}")
        self.total_label.setText(
            words.format(
                items=formatting.count(len(count.lines)),
                differing=formatting.count(sum(line.difference != 0 for line in count.lines)),
                missed=formatting.count(count.missed_count),
                value=formatting.money(sum((line.value for line in count.lines), NO_UNITS)),
            )
        )

    def show_what_can_be_done(self, count: CountDetails, post_refusal: Refusal | None) -> None:
        """Enable the buttons; the refusal says why the count cannot be posted yet."""
        self.held_button.setText(tr("Waiting for &Customers ({count})").format(count=len(count.unasked)))
        self.held_button.setVisible(bool(count.held))
        self.strays_button.setText(tr("&Unidentified ({count})").format(count=count.unsolved))
        self.strays_button.setVisible(bool(count.unsolved))
        self.remove_button.setEnabled(self.lines.table.current_id() in {line.id for line in count.lines})
        self.post_button.setEnabled(post_refusal is None)
        self.post_button.setToolTip("F12" if post_refusal is None else words_of(post_refusal))


def _about(row: CountRow) -> Hint:
    """Say of a line who counted it where, and what went on meanwhile."""
    line = row.line
    if not line.is_counted:
        return Hint(tr("{item}: nobody counted it yet. Enter 0 when there is none.").format(item=line.item))
    parts = ", ".join(
        f"{part.place or tr('no place')} ({part.employee}): {formatting.quantity(part.quantity)}" for part in line.parts
    )
    if not line.moved:
        return Hint(parts)
    moved = tr("On the shelf {moved} while it was counted: count again what was counted before that.")
    return Hint(f"{parts}. {moved.format(moved=formatting.quantity(line.moved))}", "attention")
