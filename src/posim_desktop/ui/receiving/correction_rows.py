"""The two tables of Correct Receiving: what actually came, and whose goods go back.

Serves the guide's page "Correct a receiving log".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject
from typing_extensions import override

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.corrections import Came, Plan, actual_refusal
from posim_desktop.queries.receiving.corrections import Correctable, WaitingGoods
from posim_desktop.ui import formatting
from posim_desktop.ui.models.entry_rows import EntryRows
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.models.grouped_rows import Group, Sums


class ActualRows(EntryRows[Came]):
    """The lines of a posted log of which something is left; what was received is proposed to have come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._descriptions: Mapping[int, str] = {}
        self.name_quantity(
            (
                TableColumn(self.tr("Item"), lambda line: line.item),
                TableColumn(self.tr("Description"), lambda line: self._descriptions.get(line.line_id, "")),
                TableColumn(self.tr("Received"), lambda line: formatting.quantity(line.quantity), numeric=True),
                TableColumn(
                    self.tr("Taken Back"),
                    lambda line: formatting.quantity(line.taken) if line.taken else "",
                    numeric=True,
                ),
            ),
            self.tr("Actually Received"),
        )

    def show_log(self, log: Correctable) -> None:
        """Show the lines of a log that something can be taken back of."""
        self._descriptions = log.descriptions
        self.show_groups([Group(0, "", [line for line in log.standing.lines if line.left > 0])])

    def taken_back(self) -> dict[int, Decimal]:
        """Return how much did not come, by line, where it is something that can be taken back."""
        refused, values = self.refusals(), self.values()
        return {
            line.line_id: line.left - values[line.line_id]
            for group in self.groups
            for line in group.rows
            if line.line_id in values and line.line_id not in refused and values[line.line_id] < line.left
        }

    def take_all_back(self) -> None:
        """Say that nothing came."""
        self.enter({line.line_id: NO_UNITS for group in self.groups for line in group.rows})

    @override
    def key_of(self, row: Came) -> int:
        return row.line_id

    @override
    def propose(self, group: Group[Came], kept: Mapping[int, Decimal]) -> dict[int, Decimal]:
        return {line.line_id: line.left for line in group.rows}

    @override
    def refusals_in(self, group: Group[Came], values: Mapping[int, Decimal]) -> dict[int, Refusal]:
        wrong = {
            line.line_id: actual_refusal(values[line.line_id], line) for line in group.rows if line.line_id in values
        }
        return {line_id: refusal for line_id, refusal in wrong.items() if refusal is not None}


@dataclass(frozen=True, slots=True)
class Loss:
    """What a customer may lose of one corrected line."""

    key: int
    line_id: int
    goods: WaitingGoods
    proposed: Decimal


class LossRows(EntryRows[Loss]):
    """Whose goods go back, by corrected line; proposed by the rule, the newest backorder first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[tuple[int, int, int], int] = {}
        self._from_shelf: Mapping[int, Decimal] = {}
        self._planned: Mapping[int, Decimal] = {}
        self._chosen: set[int] = set()
        self.name_quantity(
            (
                TableColumn(self.tr("Customer"), lambda loss: loss.goods.customer),
                TableColumn(self.tr("Backorder"), lambda loss: str(loss.goods.backorder_number), numeric=True),
                TableColumn(self.tr("Waiting"), lambda loss: formatting.quantity(loss.goods.quantity), numeric=True),
                TableColumn(self.tr("What Happens"), self._effect),
            ),
            self.tr("Goes Back"),
        )

    def show_plan(self, log: Correctable, taken: Mapping[int, Decimal], plan: Plan | None) -> None:
        """Show who waits for the goods of the corrected lines, and what each of them loses by a plan."""
        items = {line.line_id: line.item for line in log.standing.lines}
        backs = {(each.line_id, *back[:2]): back.quantity for each in plan or () for back in each.backs}
        words = self.tr("{item}: {quantity} did not come")
        groups = []
        for line_id, quantity in taken.items():
            losses = tuple(
                Loss(
                    self._key(line_id, goods),
                    line_id,
                    goods,
                    backs.get((line_id, goods.backorder_id, goods.invoice_id), NO_UNITS),
                )
                for goods in log.waiting
                if goods.item == items[line_id]
            )
            heading = words.format(item=items[line_id], quantity=formatting.quantity(quantity))
            groups.append(Group(line_id, heading, losses))
        self._read_plan(plan)
        self.show_groups(groups)

    def tell(self, plan: Plan | None) -> None:
        """Say what a plan does with what is entered."""
        self._read_plan(plan)
        self.repaint()

    def _read_plan(self, plan: Plan | None) -> None:
        self._from_shelf = {each.line_id: each.from_shelf for each in plan or ()}
        self._planned = {
            self._keys[each.line_id, back.backorder_id, back.invoice_id]: back.planned
            for each in plan or ()
            for back in each.backs
            if (each.line_id, back.backorder_id, back.invoice_id) in self._keys
        }

    def chosen(self) -> dict[int, tuple[tuple[int, int, Decimal], ...]]:
        """Return whose goods the person chose, by line; lines in which nothing was typed are left to the rule."""
        values = self.values()
        return {
            group.key: tuple(
                (loss.goods.backorder_id, loss.goods.invoice_id, values.get(loss.key, NO_UNITS)) for loss in group.rows
            )
            for group in self.groups
            if any(loss.key in self._chosen for loss in group.rows)
        }

    def forget_chosen(self, lines: Sequence[int]) -> None:
        """Leave it to the rule again whose goods go back, on lines whose quantity is another by now."""
        gone = {key for (line_id, *_rest), key in self._keys.items() if line_id in lines}
        self._chosen -= gone
        for key in gone:
            self._typed.pop(key, None)

    def _key(self, line_id: int, goods: WaitingGoods) -> int:
        return self._keys.setdefault((line_id, goods.backorder_id, goods.invoice_id), len(self._keys) + 1)

    def _effect(self, loss: Loss) -> str:
        quantity = self.values().get(loss.key, NO_UNITS)
        if not quantity:
            return self.tr("keeps all")
        planned = self._planned.get(loss.key, NO_UNITS)
        words = self.tr("owed {quantity} again")
        if planned:
            words = self.tr("owed {quantity} again, {planned} on order")
        return words.format(quantity=formatting.quantity(quantity), planned=formatting.quantity(planned))

    @override
    def key_of(self, row: Loss) -> int:
        return row.key

    @override
    def propose(self, group: Group[Loss], kept: Mapping[int, Decimal]) -> dict[int, Decimal]:
        return {loss.key: loss.proposed for loss in group.rows}

    @override
    def write(self, row: Loss, column: int, typed: str) -> None:
        self._chosen.add(row.key)
        super().write(row, column, typed)

    @override
    def sums(self, group: Group[Loss]) -> Sums:
        if group.key not in self._from_shelf:
            return Sums("")
        words = self.tr("From the shelf {quantity}").format(quantity=formatting.quantity(self._from_shelf[group.key]))
        return Sums(words)
