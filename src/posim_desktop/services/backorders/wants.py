"""The Want List: taking down a wish, changing and dropping it. Serves the guide's page "Want List".

A wish promises nothing, moves no goods and no money; the row itself says who took it down, and who dropped it.
"""

from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.backorders import wants as want_rules
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.quantity import quantity_refusal
from posim_desktop.domain.why import Why
from posim_desktop.services.records import item_cards, partners, signatures, want_rows
from posim_desktop.services.records.want_rows import WantContent
from posim_desktop.services.session import Session, Stamp


def add(
    session: Session,
    stamp: Stamp,
    *,
    customer_id: int,
    item_id: int | None,
    quantity: Decimal,
    description: str = "",
    note: str = "",
) -> Done:
    """Take down what a customer wishes for; ``record_id`` is the want.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        customer_id: Who wishes.
        item_id: The goods, or None for what is not on file.
        quantity: How many units.
        description: What it is, where it is not on file.
        note: What else there is to know.

    Raises:
        RefusedError: Names the field ``customer``, ``item``, ``description``, ``quantity`` or ``note``.
    """
    signed = signatures.sign(session, stamp.employee_id)
    customer = partners.attach(session, customer_id)
    if customer.archived:
        require(archived_refusal(Record.CUSTOMER, customer.code))
    content = _content(session, item_id, description, quantity, note)
    want_id = want_rows.insert(session, stamp, customer_id, content, signed.employee_id)
    return done(want_id, *_touched(want_id, customer_id, item_id))


def change(
    session: Session,
    stamp: Stamp,
    *,
    want_id: int,
    version: int,
    item_id: int | None,
    quantity: Decimal,
    description: str = "",
    note: str = "",
) -> Done:
    """Change what is wished for while nothing came of it; its date stays.

    Raises:
        RefusedError: Something came of it or somebody else changed it, or names the field as in :func:`add`.
    """
    signatures.sign(session, stamp.employee_id)
    want = want_rows.lock(session, want_id)
    require(want_rules.edit_refusal(want_rows.state(session, want)))
    if want.version != version:
        raise refuse(Why.WANT_CHANGED)
    want_rows.write(session, want_id, _content(session, item_id, description, quantity, note))
    return done(want_id, *_touched(want_id, want.customer_id, item_id or want.item_id))


def drop(session: Session, stamp: Stamp, *, want_id: int) -> Done:
    """Say that a customer wishes for it no longer.

    Raises:
        RefusedError: Something came of it.
    """
    signed = signatures.sign(session, stamp.employee_id)
    want = want_rows.lock(session, want_id)
    require(want_rules.edit_refusal(want_rows.state(session, want)))
    want_rows.drop(session, stamp, want_id, signed.employee_id)
    return done(want_id, *_touched(want_id, want.customer_id, want.item_id))


def _content(session: Session, item_id: int | None, description: str, quantity: Decimal, note: str) -> WantContent:
    """Bring a wish into the form that is stored.

    Raises:
        RefusedError: At a field.
    """
    words = text.clean(description, field="description", limit=text.DESCRIPTION, label=text.Label.DESCRIPTION)
    require(want_rules.goods_refusal(item_id, words))
    if item_id is not None:
        item_cards.require_not_archived(item_cards.sold_item(session, item_id))
        words = ""
    refusal = quantity_refusal(quantity)
    require(None if refusal is None else refusal.at(Field("quantity")))
    said = text.clean(note, field="note", limit=text.REASON, label=text.Label.NOTE)
    return WantContent(item_id, words, quantity, said)


def _touched(want_id: int, customer_id: int, item_id: int | None) -> tuple[Change, ...]:
    item = () if item_id is None else (Change(Record.ITEM, item_id),)
    return (Change(Record.WANT, want_id), Change(Record.CUSTOMER, customer_id), *item)
