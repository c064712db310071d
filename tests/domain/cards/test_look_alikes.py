"""Whom a new customer looks like."""

import pytest

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.cards.look_alikes import Alike, alike

LEE = CustomerFields(
    code="C1", name="Zoë O\u2019Brien-Łuk", company="Café Nord", phone="+49 (0)221 555-0142", email="Zoe@Nord.example"
)


@pytest.mark.parametrize(
    ("new", "common"),
    [
        (CustomerFields(name="zoe obrien luk"), (Alike.NAME,)),
        (CustomerFields(name="ZOË O'BRIEN\u2013ŁUK"), (Alike.NAME,)),
        (CustomerFields(name="Cafe  nord"), (Alike.NAME,)),
        (CustomerFields(name="X", phone="0049 221 5550142"), (Alike.PHONE,)),
        (CustomerFields(name="X", phone2="+49.221.555.0142"), (Alike.PHONE,)),
        (CustomerFields(name="X", email="zoe@nord.EXAMPLE"), (Alike.EMAIL,)),
        (CustomerFields(name="Zoe O'Brien-Luk", email="zoe@nord.example"), (Alike.NAME, Alike.EMAIL)),
        (CustomerFields(name="Zoe O'Brien", phone="0142", email=""), ()),
        (CustomerFields(name="Zoe", phone="+49 221 555-0143"), ()),
        (CustomerFields(), ()),
    ],
)
def test_what_two_customers_have_in_common(new: CustomerFields, common: tuple[Alike, ...]) -> None:
    assert alike(new, LEE) == common


def test_what_neither_has_is_nothing_in_common() -> None:
    assert alike(CustomerFields(name="A", phone="12"), CustomerFields(name="B", phone="12")) == ()
