"""What a day came to: the figures of an X, and of a Z, which stay as they were when the day closed.

They are stored as JSON with amounts as texts, so that no program reads them as anything but what was written.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from posim_desktop.domain.money import ZERO, plain_money

Row = TypeVar("Row", bound=NamedTuple)


class TenderFigure(NamedTuple):
    """What one tender came to: how many payments, and their sum less change."""

    kind: str
    name: str
    how_many: int
    amount: Decimal


class TaxFigure(NamedTuple):
    """What one tax came to; ``rate`` in percent as a text."""

    name: str
    rate: str
    taxable: Decimal
    tax: Decimal


class CodeFigure(NamedTuple):
    """What the lines of one trans code came to."""

    code: str
    how_many: int
    amount: Decimal


class PersonFigure(NamedTuple):
    """What one employee posted: how many invoices, and their totals."""

    employee_id: int
    name: str
    how_many: int
    amount: Decimal


class CardFigure(NamedTuple):
    """One payment by card: what finds it again on the terminal's own list."""

    reference: str
    amount: Decimal


class StandingFigure(NamedTuple):
    """What stands on an invoice that is not posted, by one tender."""

    invoice_id: int
    kind: str
    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What a day came to.

    Attributes:
        opened_with: The float.
        cash: Cash that came less what went, by tenders and change.
        paid_in: Cash paid in without a sale.
        paid_out: Cash paid out without a sale; zero or below.
        dropped: Cash put somewhere safe; zero or below.
        invoices: How many were posted.
        goods: What their goods came to, without tax that is on top, and without deposits.
        tax: Their taxes.
        total: What they came to, deposits included.
        rounding: By how much more was paid because cash is rounded.
        discounts: What was taken off, of lines and of whole sales.
        voids: How many invoices were discarded.
        voided: What they came to.
        no_sales: How often the drawer was opened without a sale.
        returns: How many lines came back.
        returned: What was given back for them; zero or below.
        deposits_taken: Deposits taken.
        deposits_used: Deposits that paid; zero or below.
        deposits_refunded: Deposits paid back; zero or below.
        fees: What the shop kept of canceled deposits.
        credit_given: Refunds kept as credit, and credit that was paid in.
        credit_used: Credit that paid; zero or below.
        credit_refunded: Credit paid back; zero or below.
        on_account: What customers owe more than before; below zero, less.
        carried_in: What was handed over on an earlier day, or at another drawer, for invoices posted on this one.
        carried_out: What was handed over on this day for invoices that were not posted on it.
        tenders: By tender.
        taxes: By tax.
        codes: By trans code.
        people: By employee.
        cards: Each payment by card.
        standing: What stands on invoices that are not posted: money in the drawer already.
    """

    opened_with: Decimal = ZERO
    cash: Decimal = ZERO
    paid_in: Decimal = ZERO
    paid_out: Decimal = ZERO
    dropped: Decimal = ZERO
    invoices: int = 0
    goods: Decimal = ZERO
    tax: Decimal = ZERO
    total: Decimal = ZERO
    rounding: Decimal = ZERO
    discounts: Decimal = ZERO
    voids: int = 0
    voided: Decimal = ZERO
    no_sales: int = 0
    returns: int = 0
    returned: Decimal = ZERO
    deposits_taken: Decimal = ZERO
    deposits_used: Decimal = ZERO
    deposits_refunded: Decimal = ZERO
    fees: Decimal = ZERO
    credit_given: Decimal = ZERO
    credit_used: Decimal = ZERO
    credit_refunded: Decimal = ZERO
    on_account: Decimal = ZERO
    carried_in: Decimal = ZERO
    carried_out: Decimal = ZERO
    tenders: tuple[TenderFigure, ...] = ()
    taxes: tuple[TaxFigure, ...] = ()
    codes: tuple[CodeFigure, ...] = ()
    people: tuple[PersonFigure, ...] = ()
    cards: tuple[CardFigure, ...] = ()
    standing: tuple[StandingFigure, ...] = ()

    @property
    def expected(self) -> Decimal:
        """The cash that should be in the drawer."""
        return self.opened_with + self.cash + self.paid_in + self.paid_out + self.dropped

    @property
    def card_total(self) -> Decimal:
        """What was paid by card."""
        return sum((each.amount for each in self.cards), ZERO)

    @property
    def standing_total(self) -> Decimal:
        """What stands on invoices that are not posted."""
        return sum((each.amount for each in self.standing), ZERO)

    @property
    def taken(self) -> Decimal:
        """What came by all tenders less what went back."""
        return sum((each.amount for each in self.tenders), ZERO)


_ROWS: Mapping[str, type[NamedTuple]] = {
    "tenders": TenderFigure,
    "taxes": TaxFigure,
    "codes": CodeFigure,
    "people": PersonFigure,
    "cards": CardFigure,
    "standing": StandingFigure,
}


def written(figures: DayFigures) -> str:
    """Write figures as they are stored."""
    return json.dumps(asdict(figures), default=plain_money, ensure_ascii=False)


def read(stored: str) -> DayFigures:
    """Read stored figures; what a program of that day did not write yet is zero.

    Raises:
        ValueError: It is not what :func:`written` wrote.
    """
    try:
        values = _loaded(stored)
        return DayFigures(
            **{
                field.name: _read_field(field.name, values[field.name])
                for field in fields(DayFigures)
                if field.name in values
            }
        )
    except (TypeError, KeyError, ValueError, ArithmeticError, AttributeError) as error:
        raise ValueError(f"no figures of a day: {error}") from error


def as_kept(stored: str, figures: DayFigures) -> DayFigures:
    """Leave out of figures what stored ones do not say, so that both can be compared.

    A program of a later version counts more; a day that closed before stays as true as it was.

    Raises:
        ValueError: The stored ones are not what :func:`written` wrote.
    """
    known, now = _loaded(stored), _loaded(written(figures))
    return read(json.dumps({name: _cut(now[name], known[name]) for name in known if name in now}))


def row_of(row: type[Row], values: Sequence[Any]) -> Row:
    """Read a row of figures; what it did not have yet when it was written is by its default.

    Raises:
        KeyError: It says too little.
        ValueError: It says too much.
        ArithmeticError: An amount is none.
    """
    later = [row._field_defaults[name] for name in row._fields[len(values) :]]
    kinds = row.__annotations__.values()
    return row._make(
        Decimal(each) if kind is Decimal else each for kind, each in zip(kinds, [*values, *later], strict=True)
    )


def _loaded(stored: str) -> dict[str, Any]:
    try:
        return dict(json.loads(stored).items())
    except (ValueError, AttributeError) as error:
        raise ValueError(f"no figures of a day: {error}") from error


def _cut(value: Any, like: Any) -> Any:  # noqa: ANN401 - JSON
    """Make rows as short as those that were kept; a figure is left as it is."""
    if not isinstance(value, list) or not like:
        return value
    width = min(len(row) for row in like)
    return [row[:width] for row in value]


def _read_field(name: str, value: Any) -> Any:  # noqa: ANN401 - of whatever type the field is
    row = _ROWS.get(name)
    if row is None:
        return Decimal(value) if isinstance(value, str) else int(value)
    return tuple(row_of(row, each) for each in value)
