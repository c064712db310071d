"""A document goes from status to status as its lifecycle says, and in no other way."""

import itertools

import pytest

from posim_desktop.domain.purchasing.orders import LEGAL_STEPS, OrderStatus
from posim_desktop.domain.steps import step_to

LEGAL = {
    (OrderStatus.WORKING, OrderStatus.PROCESSED),
    (OrderStatus.WORKING, OrderStatus.DISCARDED),
    (OrderStatus.PROCESSED, OrderStatus.CLOSED),
    (OrderStatus.CLOSED, OrderStatus.PROCESSED),  # something is open again
}


@pytest.mark.parametrize(("status", "to"), list(itertools.product(OrderStatus, repeat=2)))
def test_a_purchase_order_takes_legal_steps_only(status: OrderStatus, to: OrderStatus) -> None:
    if (status, to) in LEGAL:
        assert step_to(LEGAL_STEPS, status, to) is to
    else:
        with pytest.raises(ValueError, match=f"{status} never becomes {to}"):
            step_to(LEGAL_STEPS, status, to)
