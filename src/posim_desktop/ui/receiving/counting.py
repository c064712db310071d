"""Counting a delivery: scans, typed goods and cells, asking first about what was not ordered. Serves "Receive"."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.receiving.oddities import Odd, Oddity
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving import logs as log_queries
from posim_desktop.queries.receiving import oddities as oddity_queries
from posim_desktop.queries.receiving.logs import ReceivingDetails, ReceivingLineRow
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.receiving.lines import FREE, LOT
from posim_desktop.ui.receiving.look_at_these import LookAtTheseDialog
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.document_lines import QUANTITY, DocumentLines, Then
from posim_desktop.ui.widgets.item_entry import NamedGoods
from posim_desktop.ui.widgets.question import Question


class Write(Protocol):
    """Runs a verb on the log."""

    def __call__(
        self, verb: partial[Done], on_refusal: Callable[[Refusal], bool], attempt: Attempt | None = None, /
    ) -> bool:
        """Return False when nothing was written."""
        ...


_NEVER = Decimal(-1)


class Counting(QObject):
    """Puts what is counted on the log that is shown, changes its lines and takes them off.

    Signals:
        serials_asked(ReceivingLineRow): What was just counted has serial numbers.
        link(Record, int): The person wants to see another document that is odd beside this one.
    """

    serials_asked = Signal(object)
    link = Signal(object, int)

    def __init__(
        self, operations: Operations, lines: DocumentLines[ReceivingLineRow], write: Write, card: QWidget
    ) -> None:
        """Count on a card's log.

        Args:
            operations: Runs queries.
            lines: Where goods are named and counted.
            write: Runs a verb and shows the log again; False when nothing was written.
            card: The card.
        """
        super().__init__(card)
        self._operations = operations
        self._lines = lines
        self._write = write
        self._card = card
        self._log: ReceivingDetails | None = None
        # What was open when the person said that more came, by line; asked again when less is open by now.
        self._agreed: dict[int, Decimal | None] = {}

    def show(self, log: ReceivingDetails) -> None:
        """Count on this log from now on."""
        if self._log is None or self._log.id != log.id:
            self._lines.keep_waiting_scans()
            self._agreed.clear()
        self._log = log

    # ---- scans and typed goods ----

    def add(self, wanted: NamedGoods, then: Then) -> None:
        """Count goods up; what was not ordered, or not that many, is asked about first."""
        log = self._log
        if log is None:
            return
        try:
            question = self._question(log, wanted)
        except TroubleError as trouble:
            say(self._card, words_of_trouble(trouble))
            then(Refusal(Why.NOT_STORED))
            return
        if question:
            count = partial(self._count, log, wanted, then, agreed=True)
            self._ask(question, self.tr("Count It"), count, lambda: then(None))
        else:
            self._count(log, wanted, then)

    def _question(self, log: ReceivingDetails, wanted: NamedGoods) -> str:
        own = [line for line in log.lines if line.item_id == wanted.item.id]
        if own:
            line = log_rules.line_to_count(own, wanted.quantity)
            # Once somebody confirmed that more arrived, further scans do not ask again.
            return "" if line.over > 0 else self._over_words(log, line, line.quantity + wanted.quantity)
        if log.purchase_order_id is None:
            return ""
        still_open = self._operations.read(log_queries.expected, log.id, wanted.item.id)
        if still_open is None:
            words = self.tr("{item} is not on purchase order {number}. Count it anyway?")
            return words.format(item=wanted.item.code, number=log.purchase_order_number)
        if log_rules.over_receipt(wanted.quantity, still_open) <= 0:
            return ""
        return self._too_many(log, wanted.item.code, wanted.quantity, still_open)

    def _over_words(self, log: ReceivingDetails, line: ReceivingLineRow, quantity: Decimal) -> str:
        if line.still_open is None or log_rules.over_receipt(quantity, line.still_open) <= 0:
            return ""
        return self._too_many(log, line.item, quantity, line.still_open)

    def _too_many(self, log: ReceivingDetails, item: str, quantity: Decimal, still_open: Decimal) -> str:
        words = self.tr("{item}: {count} counted, but only {open} open on purchase order {number}. Did more arrive?")
        return words.format(
            item=item,
            count=formatting.quantity(quantity),
            open=formatting.quantity(still_open),
            number=log.purchase_order_number,
        )

    def _count(self, log: ReceivingDetails, wanted: NamedGoods, then: Then, *, agreed: bool = False) -> None:
        verb = partial(
            receiving.count_up,
            receiving_log_id=log.id,
            item_id=wanted.item.id,
            quantity=wanted.quantity,
            unit_serials=wanted.serials,
        )
        before = {line.id: line.quantity for line in log.lines}
        if not self._is_written(verb, then, wanted.attempt) or self._log is None:
            return
        counted = [line for line in self._log.lines if line.item_id == wanted.item.id]
        for line in counted:
            if before.get(line.id) != line.quantity:
                if agreed:
                    self._agreed[line.id] = line.still_open
                if line.lacks_serials:
                    self.serials_asked.emit(line)

    def put_back(self, line: ReceivingLineRow) -> None:
        """Put a line that was just taken off back."""
        if self._log is None:
            return
        verb = partial(
            receiving.add_item,
            receiving_log_id=self._log.id,
            item_id=line.item_id,
            quantity=line.quantity,
            cost=line.cost,
        )
        self._write(verb, _not_here)

    # ---- lines ----

    def change(self, line: ReceivingLineRow, column: str, typed: str, then: Then) -> None:
        """Take what was typed into a cell; more than was ordered is asked about first.

        Raises:
            RefusedError: It cannot be read.
        """
        if column == FREE:
            free = formatting.parse_packed(typed, line.packing, field=column, zero=True) if typed.strip() else NO_UNITS
            self._is_written(partial(receiving.set_free, line_id=line.id, free=free), then)
            return
        if column == LOT:
            self._is_written(partial(receiving.set_lot, line_id=line.id, lot=typed), then)
            return
        if column != QUANTITY:
            cost, is_of_pack = formatting.parse_cost_of(typed, line.packing, field=column)
            verb = partial(receiving.set_cost, line_id=line.id, cost=cost, is_of_pack=is_of_pack)
            self._is_written(verb, then)
            return
        quantity = formatting.parse_packed(typed, line.packing, field=column, zero=True)
        verb = partial(receiving.set_quantity, line_id=line.id, quantity=quantity)
        more = quantity > line.quantity
        question = self._over_words(self._log, line, quantity) if more and self._log is not None else ""

        def agree() -> None:
            if self._is_written(verb, then):
                self._agreed[line.id] = line.still_open

        if question:
            self._ask(question, self.tr("Count It"), agree, lambda: then(None))
        else:
            self._is_written(verb, then)

    def remove(self, line: ReceivingLineRow) -> bool:
        """Take a line off."""
        if self._lines.rows.read_only:
            return False
        return self._write(partial(receiving.remove_line, line_id=line.id), _not_here)

    def _is_written(self, verb: partial[Done], then: Then, attempt: Attempt | None = None) -> bool:
        """Run a verb; a refusal that is about the whole log, such as one that is posted by now, is said in a box."""
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal if refusal.where is not None else Refusal(Why.NOT_STORED))
            return refusal.where is not None

        written = self._write(verb, refused, attempt)
        then(None if written else refusals[0] if refusals else Refusal(Why.NOT_STORED))
        return written

    # ---- asking ----

    def ask_about_posting(self, post: Callable[[], None]) -> None:
        """Go on to post; what is odd about the delivery is looked at first, in one list."""
        if self._log is None:
            return
        try:
            found = self._operations.read(oddity_queries.look_at, self._log.id)
        except TroubleError:
            found = ()  # posting says what is wrong
        odd = [each for each in found if not self._is_agreed(each)]
        if not odd:
            post()
            return
        dialog = LookAtTheseDialog(self._card, odd, costs=self._operations.lacking(Permission.SEE_COSTS) is None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.link.connect(self.link)
        dialog.cell_requested.connect(self._lines.focus_cell)
        self._lines.hold_scans(lambda _count: None)
        dialog.accepted.connect(post)
        dialog.finished.connect(self._lines.release_scans)
        dialog.open()

    def _is_agreed(self, odd: Oddity) -> bool:
        """Say whether somebody was asked already, when more than is open or what was not ordered was counted."""
        agreed = _NEVER if odd.line_id is None else self._agreed.get(odd.line_id, _NEVER)
        if odd.kind is Odd.MORE_THAN_ORDERED:
            return agreed == odd.usual
        return odd.kind is Odd.NOT_ORDERED and agreed is None

    def _ask(
        self,
        question: str,
        yes: str,
        then: Callable[[], object],
        otherwise: Callable[[], object],
    ) -> None:
        asking = Question(self._card, self.tr("Not as Ordered"), question, act=yes, give_up=self.tr("Leave It Out"))
        words = self.tr("Scans waiting for your answer: {count}")
        self._lines.hold_scans(lambda count: asking.show_note(words.format(count=formatting.count(count))))
        asking.accepted.connect(then)
        asking.rejected.connect(otherwise)
        asking.finished.connect(self._lines.release_scans)
        asking.open()


def _not_here(_refusal: Refusal) -> bool:
    """Have a refusal said in a box: it is about no cell."""
    return False
