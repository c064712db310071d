"""What the audit can say that somebody did."""

import pytest

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction, CardDeed
from posim_desktop.domain.changes import Record

CARDS = (Record.CUSTOMER, Record.DEPARTMENT, Record.EMPLOYEE, Record.ITEM, Record.TAX_CODE, Record.VENDOR)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("deed", CardDeed)
def test_every_deed_to_a_card_has_an_action(deed: CardDeed, card: Record) -> None:
    assert deed.to(card).startswith(deed)
    assert deed.to(card) == f"{deed} {card}".replace("_", " ")


def test_what_is_done_to_no_card_has_none() -> None:
    with pytest.raises(ValueError, match="add invoice"):
        CardDeed.ADD.to(Record.INVOICE)


def test_stored_actions_fit_their_column() -> None:
    assert max(map(len, AuditAction)) <= text.SHORT
