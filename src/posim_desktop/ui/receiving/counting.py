"""Counting a delivery: scans, typed goods and cells, asking first about what was not ordered. Serves "Receive"."""

from collections import deque
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.domain.receiving import logs as rules
from posim_desktop.queries.receiving import logs as stored
from posim_desktop.queries.receiving.logs import ReceivingDetails, ReceivingLineRow
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedRows
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.receiving.lines import QUANTITY, LinesTable
from posim_desktop.ui.sales.till.item_entry import ItemEntry, Wanted
from posim_desktop.ui.widgets.question import Question

Write = Callable[[partial[Done], Callable[[Refusal], bool]], bool]
_NAMED = 5
_NEVER = Decimal(-1)


class Counting(QObject):
    """Puts what is counted on the log that is shown."""

    def __init__(
        self, operations: Operations, entry: ItemEntry, table: LinesTable, write: Write, card: QWidget
    ) -> None:
        """Count on a card's log.

        Args:
            operations: The road to the queries.
            entry: Where goods are named.
            table: The lines.
            write: Runs a verb and shows the log anew; False when nothing was written.
            card: The card.
        """
        super().__init__(card)
        self._operations = operations
        self._entry = entry
        self._table = table
        self._write = write
        self._card = card
        self._log: ReceivingDetails | None = None
        self._waiting_scans: deque[str] = deque()
        self._asking: Question | None = None
        # What was open when the person said that more came, by line; asked again when less is open by now.
        self._agreed: dict[int, Decimal | None] = {}

    @property
    def _lines(self) -> EditedRows[ReceivingLineRow]:
        model = self._table.model()
        assert isinstance(model, EditedRows)  # noqa: S101 - the table shows nothing else
        return model

    def show(self, log: ReceivingDetails) -> None:
        """Count on this log from now on."""
        if self._log is None or self._log.id != log.id:
            self._waiting_scans.clear()
            self._agreed.clear()
        self._log = log

    # ---- scans and typed goods ----

    def scan(self, code: str) -> None:
        """Take a scan, wherever the focus is; while a question is open it waits for the answer."""
        if self._asking is not None:
            self._waiting_scans.append(code)
            words = self.tr("Scans that wait for your answer: {count}")
            self._asking.show_note(words.format(count=formatting.count(len(self._waiting_scans))))
        elif QApplication.activeModalWidget() is not None:
            QApplication.beep()
        else:
            self._table.close_unread()
            self._entry.take(code)

    def count(self, wanted: Wanted) -> None:
        """Count goods up; what was not ordered, or not that many, is asked about first."""
        log = self._log
        if log is None:
            return
        try:
            question = self._question(log, wanted)
        except TroubleError as trouble:
            say(self._card, str(trouble))
            self._entry.put_back(wanted.typed)
            return
        if question:
            self._ask(question, self.tr("Count It"), partial(self._count, log, wanted, agreed=True))
        else:
            self._count(log, wanted)

    def _question(self, log: ReceivingDetails, wanted: Wanted) -> str:
        own = [line for line in log.lines if line.item_id == wanted.item.id]
        if own:
            line = rules.line_to_count(own, wanted.quantity)
            # Who said once that more came is not asked again for every further scan.
            return "" if line.over > 0 else self._over_words(log, line, line.quantity + wanted.quantity)
        if log.purchase_order_id is None:
            return ""
        still_open = self._operations.read(stored.expected, log.id, wanted.item.id)
        if still_open is None:
            words = self.tr("{item} is not on purchase order {number}. Count it all the same?")
            return words.format(item=wanted.item.code, number=log.purchase_order_number)
        if rules.over_receipt(wanted.quantity, still_open) <= 0:
            return ""
        return self._too_many(log, wanted.item.code, wanted.quantity, still_open)

    def _over_words(self, log: ReceivingDetails, line: ReceivingLineRow, quantity: Decimal) -> str:
        if line.still_open is None or rules.over_receipt(quantity, line.still_open) <= 0:
            return ""
        return self._too_many(log, line.item, quantity, line.still_open)

    def _too_many(self, log: ReceivingDetails, item: str, quantity: Decimal, still_open: Decimal) -> str:
        words = self.tr("{item}: {count} counted, but only {open} open on purchase order {number}. Did more come?")
        return words.format(
            item=item,
            count=formatting.quantity(quantity),
            open=formatting.quantity(still_open),
            number=log.purchase_order_number,
        )

    def _count(self, log: ReceivingDetails, wanted: Wanted, *, agreed: bool = False) -> None:
        verb = partial(receiving.count_up, receiving_log_id=log.id, item_id=wanted.item.id, quantity=wanted.quantity)
        before = {line.id: line.quantity for line in log.lines}
        if not self._write(verb, partial(self._refuse_entry, wanted)) or self._log is None:
            self._entry.put_back(wanted.typed)
            return
        for line in self._log.lines:
            if line.item_id == wanted.item.id and before.get(line.id) != line.quantity:
                self._table.show_row(line.id, QUANTITY)
                if agreed:
                    self._agreed[line.id] = line.still_open

    def _refuse_entry(self, wanted: Wanted, refusal: Refusal) -> bool:
        if refusal.field:
            self._entry.put_back(wanted.typed)
            self._entry.refuse(refusal)
        return bool(refusal.field)

    # ---- cells ----

    def take_cell(self, line_id: int, name: str, typed: str) -> None:
        """Take what was typed into a cell; what is refused stays there with the reason."""
        line = self._lines.row_at(self._lines.place_of(line_id))
        if line is None or self._log is None:
            return
        refuse = partial(self._refuse_cell, line_id, name, typed)
        try:
            if name == QUANTITY:
                quantity = formatting.parse_quantity(typed, field=QUANTITY, zero=True)
                verb = partial(receiving.set_quantity, line_id=line_id, quantity=quantity)
                more = quantity > line.quantity
                question = self._over_words(self._log, line, quantity) if more else ""
            else:
                verb = partial(receiving.set_cost, line_id=line_id, cost=formatting.parse_cost(typed, field=name))
                question = ""
        except RefusedError as refused:
            refuse(refused.refusal)
            return

        def write() -> None:
            if self._write(verb, refuse):
                self._lines.give_up_typed(line_id, name)
                if question:
                    self._agreed[line_id] = line.still_open
            elif self._lines.place_of(line_id) >= 0 and not self._lines.read_only and not self._lines.refusals():
                refuse(Refusal(self.tr("This is not stored yet. Press Enter twice to try again."), name))

        if question:
            self._ask(question, self.tr("Count It"), write, lambda: self._lines.give_up_typed(line_id, name))
        else:
            write()

    def _refuse_cell(self, line_id: int, name: str, typed: str, refusal: Refusal) -> bool:
        if not refusal.field:
            return False  # it is about the whole log, such as one that is posted by now
        self._lines.keep_typed(line_id, name, typed, refusal.message)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._table.show_row(line_id, name)
        return True

    # ---- asking ----

    def ask_about_posting(self, post: Callable[[], None]) -> None:
        """Go on to post; lines with more than the order still brings are named first."""
        log = self._log
        lines = () if log is None else log.lines
        over = [line for line in lines if line.over > 0 and self._agreed.get(line.id, _NEVER) != line.still_open]
        if log is None or not over:
            post()
            return
        first = "\n".join(
            self.tr("{item}: {count} received, {open} open").format(
                item=line.item, count=formatting.quantity(line.quantity), open=formatting.quantity(line.still_open)
            )
            for line in over[:_NAMED]
            if line.still_open is not None
        )
        words = self.tr("More came than is open on purchase order {number}:")
        self._ask(
            f"{words.format(number=log.purchase_order_number)}\n\n{first}{self._and_more(len(over) - _NAMED)}",
            self.tr("Post"),
            post,
            go_back=self.tr("Go Back"),
        )

    def _and_more(self, count: int) -> str:
        return "\n" + self.tr("and {count} more").format(count=formatting.count(count)) if count > 0 else ""

    def _ask(
        self,
        question: str,
        yes: str,
        then: Callable[[], object],
        otherwise: Callable[[], object] | None = None,
        *,
        go_back: str = "",
    ) -> None:
        give_up = go_back or self.tr("Leave It Out")
        asking = Question(self._card, self.tr("Not as Ordered"), question, act=yes, give_up=give_up)
        self._asking = asking

        def answered(answer: int) -> None:
            self._asking = None
            if answer == Question.DialogCode.Accepted:
                then()
            elif otherwise is not None:
                otherwise()
            while self._waiting_scans and self._asking is None:
                self._entry.take(self._waiting_scans.popleft())

        asking.finished.connect(answered)
        asking.open()
