"""What stands on the Set Backorders to Customers screen: the figures as they were read, and what is typed beside them.

Serves the guide's page "Set backorders to customers". It knows no Qt; :mod:`posim_desktop.ui.receiving.share_rows`
shows it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.backorders.backorder import part_refusal
from posim_desktop.domain.errors import Cell, Refusal, RefusedError
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.queries.receiving.logs import BackorderToSet, ReceivedItem
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of

Field = Literal["rcv", "canc", "reason"]
FIELDS: tuple[Field, ...] = ("rcv", "canc", "reason")


class Unparsed(NamedTuple):
    """What was typed into a cell that could not take it, and why not."""

    typed: str
    message: str


@dataclass(eq=False)
class SheetRow:
    """One backorder beside one receiving line.

    Attributes:
        touched: Whether somebody typed here; what is only proposed follows the figures.
        unparsed: What could not be read, by field.
        errors: What is wrong with what was read, by field.
    """

    receiving_line_id: int
    backorder: BackorderToSet
    rcv: Decimal
    canc: Decimal = NO_UNITS
    reason: str = ""
    touched: bool = False
    unparsed: dict[Field, Unparsed] = field(default_factory=dict)
    errors: dict[Field, str] = field(default_factory=dict)

    def share(self) -> Share:
        """Take what the row does for the backorder; what cannot be read counts for nothing."""
        return Share(self.receiving_line_id, self.backorder.backorder_id, self.rcv, self.canc, self.reason)

    @property
    def needs_reason(self) -> bool:
        """Whether somebody must say why: it cancels, or sets part of what is wanted in one piece aside."""
        owed = self.backorder.outstanding - self.canc
        return self.canc > 0 or part_refusal(self.rcv, owed, "", one_piece=self.backorder.one_piece) is not None

    def error(self, where: Field) -> str:
        """Return why a cell cannot stay as it is, ``""`` when it can."""
        unparsed = self.unparsed.get(where)
        return unparsed.message if unparsed else self.errors.get(where, "")


@dataclass(eq=False)
class SheetItem:
    """One receiving line with the backorders that it can serve.

    Attributes:
        is_overdrawn: Whether more is set to customers than came.
    """

    item: ReceivedItem
    rows: list[SheetRow]
    is_overdrawn: bool = False

    @property
    def rcv(self) -> Decimal:
        """What is typed in Rcv, summed."""
        return sum((row.rcv for row in self.rows), NO_UNITS)

    @property
    def left(self) -> Decimal:
        """What nobody gets, below zero when more is set than came."""
        return self.item.received - self.rcv


class CellPlace(NamedTuple):
    """A cell of the sheet."""

    row: SheetRow
    field: Field


class ShareSums(NamedTuple):
    """What the sheet comes to."""

    received: Decimal
    rcv: Decimal
    left: Decimal
    canceled: Decimal
    customers: int


class ShareSheet:
    """All receiving lines whose items customers wait for; checked line by line as it is typed."""

    def __init__(self, items: Sequence[ReceivedItem]) -> None:
        self.items = [_as_proposed(item) for item in items]
        self._read_last = tuple(items)
        self._last_rcv: dict[int, SheetRow] = {}
        self._check_all()

    def rows(self) -> Iterator[SheetRow]:
        """Go through the rows in their order."""
        return (row for item in self.items for row in item.rows)

    def item_of(self, row: SheetRow) -> SheetItem:
        """Return the receiving line that a row stands below."""
        return next(item for item in self.items if item.item.receiving_line_id == row.receiving_line_id)

    def shares(self) -> tuple[Share, ...]:
        """Take what is to be posted, without the rows that do nothing."""
        return tuple(share for share in (row.share() for row in self.rows()) if share.rcv or share.canc)

    def cancels(self) -> bool:
        """Return whether anything is canceled, which somebody must sign for."""
        return any(row.canc > 0 for row in self.rows())

    def sums(self) -> ShareSums:
        """Add everything up."""
        received = sum((item.item.received for item in self.items), NO_UNITS)
        rcv = sum((item.rcv for item in self.items), NO_UNITS)
        canceled = sum((row.canc for row in self.rows()), NO_UNITS)
        served = {row.backorder.customer_id for row in self.rows() if row.rcv > 0}
        return ShareSums(received, rcv, received - rcv, canceled, len(served))

    def write(self, row: SheetRow, where: Field, typed: str) -> None:
        """Take what was typed into a cell; what cannot be read stays there with the reason."""
        row.touched = True
        row.unparsed.pop(where, None)
        try:
            match where:
                case "rcv":
                    row.rcv = _read(typed, where)
                case "canc":
                    row.canc = _read(typed, where)
                case _:
                    row.reason = text.clean(typed, field=where, limit=text.REASON, label=text.Label.REASON)
        except RefusedError as refused:
            row.unparsed[where] = Unparsed(typed, words_of(refused.refusal))
            _forget(row, where)
        if where == "rcv":
            self._last_rcv[row.receiving_line_id] = row
        self._check(self.item_of(row).item.item_id)

    def give_up(self, row: SheetRow, where: Field) -> None:
        """Put a cell that could not be read back to nothing."""
        self.write(row, where, "")

    def first_error(self) -> tuple[CellPlace, str] | None:
        """Find the first cell that cannot stay as it is, and why."""
        for item in self.items:
            for row in item.rows:
                for where in FIELDS:
                    if message := row.error(where):
                        return CellPlace(row, where), message
        return None

    def place_refusal(self, refusal: Refusal) -> CellPlace | None:
        """Put a refusal of the posting at its cell and return the cell; None when it is about no cell here."""
        cell = refusal.where
        where = next((each for each in FIELDS if isinstance(cell, Cell) and each == cell.column), None)
        if where is None or not isinstance(cell, Cell):
            return None
        for item in self.items:
            if item.item.receiving_line_id != cell.line:
                continue
            if cell.backorder is None:
                item.is_overdrawn = True
                blamed = self._blamed(item)
                blamed.errors[where] = words_of(refusal)
                return CellPlace(blamed, where)
            for row in item.rows:
                if row.backorder.backorder_id == cell.backorder:
                    row.errors[where] = words_of(refusal)
                    return CellPlace(row, where)
        return None

    def differs_from(self, fresh: Sequence[ReceivedItem]) -> bool:
        """Return whether the figures were read differently before."""
        return tuple(fresh) != self._read_last

    def refresh(self, fresh: Sequence[ReceivedItem]) -> bool:
        """Take the figures as they are now and keep what is typed; tell whether any moved.

        Where nothing was typed, a proposal that is no longer owed shrinks; none grows by itself. A backorder that is
        settled by now stays while something is typed for it.
        """
        if not self.differs_from(fresh):
            return False
        before, self._read_last = _figures(self._read_last), tuple(fresh)
        ids = {item.receiving_line_id for item in fresh}
        gone = [replace(item.item, rows=()) for item in self.items if item.item.receiving_line_id not in ids]
        known = {item.item.receiving_line_id: item for item in self.items}
        merged = [_merged(item, known.get(item.receiving_line_id)) for item in (*fresh, *gone)]
        self.items = [item for item in merged if item.rows]
        self._check_all()
        return before != _figures(fresh)

    def _blamed(self, item: SheetItem) -> SheetRow:
        """Choose the row to put right when more is set than came: the one typed last, else the last with anything."""
        last = self._last_rcv.get(item.item.receiving_line_id)
        if last is not None and last.rcv > 0:
            return last
        return next((row for row in reversed(item.rows) if row.rcv > 0), item.rows[-1])

    def _check_all(self) -> None:
        for item_id in {item.item.item_id for item in self.items}:
            self._check(item_id)

    def _check(self, item_id: int) -> None:
        """Check the lines of one item together: they serve the same backorders."""
        lines = [item for item in self.items if item.item.item_id == item_id]
        for item in lines:
            item.is_overdrawn = False
            for row in item.rows:
                row.errors.clear()
        received = {item.item.receiving_line_id: item.item.received for item in lines}
        rows = [row for item in lines for row in item.rows]
        outstanding = {row.backorder.backorder_id: row.backorder.outstanding for row in rows}
        whole = {row.backorder.backorder_id for row in rows if row.backorder.one_piece}
        refusal = log_rules.shares_refusal(received, outstanding, [row.share() for row in rows], whole)
        if refusal is not None:
            self.place_refusal(refusal)


def _as_proposed(item: ReceivedItem) -> SheetItem:
    return SheetItem(item, [SheetRow(item.receiving_line_id, each, each.proposed) for each in item.rows])


def _read(typed: str, where: Field) -> Decimal:
    return formatting.parse_quantity(typed, field=where, zero=True) if typed.strip() else NO_UNITS


def _forget(row: SheetRow, where: Field) -> None:
    match where:
        case "rcv":
            row.rcv = NO_UNITS
        case "canc":
            row.canc = NO_UNITS
        case _:
            row.reason = ""


def _merged(fresh: ReceivedItem, known: SheetItem | None) -> SheetItem:
    """Put fresh figures beside what is typed."""
    old: Mapping[int, SheetRow] = {row.backorder.backorder_id: row for row in known.rows} if known else {}
    rows = [_with_figures(fresh, each, old.get(each.backorder_id)) for each in fresh.rows]
    ids = {each.backorder_id for each in fresh.rows}
    for backorder_id, row in old.items():
        if backorder_id not in ids and row.touched:
            row.backorder = replace(row.backorder, outstanding=NO_UNITS, allocated=NO_UNITS)
            rows.append(row)
    rows.sort(key=lambda row: (row.backorder.created_at, row.backorder.backorder_id))
    if known is None:
        return SheetItem(fresh, rows)
    fewer_came = fresh.received < known.item.received
    known.item, known.rows = fresh, rows
    if fewer_came:
        _propose_less(known)
    return known


def _propose_less(item: SheetItem) -> None:
    """Take what no longer came off the newest proposals; what was typed stays as it is."""
    for row in reversed(item.rows):
        if item.left < 0 and not row.touched:
            row.rcv = NO_UNITS if row.backorder.one_piece else max(NO_UNITS, row.rcv + item.left)


def _with_figures(item: ReceivedItem, backorder: BackorderToSet, row: SheetRow | None) -> SheetRow:
    if row is None:
        return SheetRow(item.receiving_line_id, backorder, NO_UNITS)
    row.backorder = backorder
    if not row.touched:
        row.rcv = min(row.rcv, backorder.outstanding)
    return row


def _figures(items: Sequence[ReceivedItem]) -> list[tuple[object, ...]]:
    """Take the figures that a person decides by."""
    lines: list[tuple[object, ...]] = [(item.receiving_line_id, item.received) for item in items]
    return lines + [(row.backorder_id, row.outstanding, row.allocated) for item in items for row in item.rows]
