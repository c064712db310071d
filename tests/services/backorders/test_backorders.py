"""Guide: "Cancel part of a backorder" — what is refused, and what cancelling at the same time comes to."""

from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from agreement import disagreements
from places import place
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, BackorderEvent
from posim_desktop.services.backorders import backorders
from posim_desktop.services.database import snapshot
from refusals import english
from seeding import Till, add_customer, add_employee, together

D = Decimal


@pytest.fixture
def backorder_id(till: Till) -> int:
    """A backorder of 3 kettles for Lee."""
    till.stores("kettle")
    with till.writing() as session:
        customer_id = add_customer(session)
    till.posts(till.rings_up(("kettle", "3", TransCode.BACKORDER), customer_id=customer_id))
    with till.engine.connect() as connection:
        return connection.execute(sa.select(Backorder.id)).scalar_one()


def canceling(
    till: Till, backorder_id: int, quantity: str, *, reason: str = "Wants fewer", employee_id: int = 0
) -> partial:  # type: ignore[type-arg]
    return partial(
        backorders.cancel,
        backorder_id=backorder_id,
        quantity=D(quantity),
        employee_id=employee_id or till.employee_id,
        reason=reason,
    )


def figures(till: Till) -> tuple[str, ...]:
    chosen = sa.select(Backorder.ordered, Backorder.canceled, Backorder.outstanding)
    with till.engine.connect() as connection:
        return tuple(map(str, connection.execute(chosen).one()))


def test_a_part_is_canceled_with_name_and_reason(till: Till, backorder_id: int) -> None:
    result = till.do(canceling(till, backorder_id, "2", reason="  Wants only one "))
    assert result.record_id == backorder_id
    assert Change(Record.BACKORDER, backorder_id) in result.changes
    assert figures(till) == ("3.000", "2.000", "1.000")
    chosen = sa.select(BackorderEvent.kind, BackorderEvent.quantity, BackorderEvent.name, BackorderEvent.reason)
    with till.engine.connect() as connection:
        assert [tuple(map(str, row)) for row in connection.execute(chosen)] == [
            ("cancel", "2.000", "Sam", "Wants only one")
        ]
    with snapshot(till.engine) as connection:
        assert disagreements(connection) == ()


@pytest.mark.parametrize(
    ("quantity", "says"),
    [
        ("0", "more than 0"),
        ("-1", "cannot be negative"),
        ("3.001", "Only 3 can be canceled"),
        ("1E+9", "at most 999,999.999"),
        ("0.0001", "at most 3 decimal places"),
        ("NaN", "Enter a quantity"),
    ],
)
def test_a_quantity_that_is_not_outstanding_is_refused(till: Till, backorder_id: int, quantity: str, says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        till.do(canceling(till, backorder_id, quantity))
    assert (refused.value.refusal.where, says in english(refused.value.refusal)) == (Field("quantity"), True)
    assert figures(till) == ("3.000", "0.000", "3.000")


@pytest.mark.parametrize("reason", ["", "   ", "\u200b", "bell\x07", "card 4111111111111111", "x" * 201])
def test_a_reason_that_is_none_is_refused(till: Till, backorder_id: int, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        till.do(canceling(till, backorder_id, "1", reason=reason))
    assert refused.value.refusal.where == Field("reason")


def test_what_is_wrong_is_named_in_the_order_of_the_fields(till: Till, backorder_id: int) -> None:
    with pytest.raises(RefusedError) as refused:
        till.do(canceling(till, backorder_id, "9", reason=""))
    assert refused.value.refusal.where == Field("quantity")


def test_somebody_who_does_not_work_here_cannot_sign(till: Till, backorder_id: int) -> None:
    with till.writing() as session:
        left = add_employee(session, "kim", archived=True)
    for employee_id in (left, 77):
        with pytest.raises(RefusedError) as refused:
            till.do(canceling(till, backorder_id, "1", employee_id=employee_id))
        assert refused.value.refusal.where == Field("name")


def test_nothing_is_left_to_cancel(till: Till, backorder_id: int) -> None:
    till.do(canceling(till, backorder_id, "3"))
    with pytest.raises(RefusedError, match=Why.NOTHING_TO_CANCEL):
        till.do(canceling(till, backorder_id, "1"))


def test_an_unknown_backorder_is_refused(till: Till) -> None:
    with pytest.raises(RefusedError, match=Why.NO_SUCH_BACKORDER):
        till.do(canceling(till, 77, "1"))


def test_cancelling_at_once_never_takes_more_than_was_outstanding(till: Till, backorder_id: int) -> None:
    refusals: list[str] = []

    def press() -> None:
        try:
            till.do(canceling(till, backorder_id, "1"))
        except RefusedError as refused:
            refusals.append(place(refused.refusal))

    together(*[press] * 5)
    assert figures(till) == ("3.000", "3.000", "0.000")
    assert refusals == ["quantity", "quantity"]
    with snapshot(till.engine) as connection:
        assert disagreements(connection) == ()
