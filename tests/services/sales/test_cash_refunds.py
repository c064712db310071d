"""Guide: "Take goods back" — money that goes out in cash leaves nothing to give back as change."""

from decimal import Decimal

import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind, tender_refusal
from posim_desktop.orm import TenderPaid as TenderRow
from seeding import Till

D = Decimal


def test_a_return_is_paid_out_in_cash(till: Till) -> None:
    till.stores("kettle", on_hand="1")

    till.posts(till.rings_up(("kettle", "1", TransCode.RETURN)))

    with till.engine.connect() as connection:
        assert connection.execute(sa.select(TenderRow.amount, TenderRow.change)).all() == [(D("-24.00"), D("0.00"))]
        assert disagreements(connection) == ()


def test_no_more_is_paid_out_than_the_goods_were_worth() -> None:
    assert tender_refusal(D("-24.00"), [Tender(TenderKind.CASH, D("-24.00"))]) is None
    assert tender_refusal(D("-24.00"), [Tender(TenderKind.CASH, D("-25.00"))]) is not None
    assert tender_refusal(D("-24.00"), [Tender(TenderKind.CASH, D("-23.00"))]) is not None


def test_change_is_still_given_for_cash_only() -> None:
    assert tender_refusal(D("24.00"), [Tender(TenderKind.CARD, D("30.00"))]) is not None
    assert tender_refusal(D("24.00"), [Tender(TenderKind.CASH, D("30.00"))]) is None
