"""Customer cards; everybody who may sell may write one. Serves the guide's page on customers."""

from collections.abc import Sequence
from dataclasses import asdict, fields

from posim_desktop.domain.cards.cards import CustomerFields, clean_customer
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import partners
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.CUSTOMER, Customer, prefix="C")


def add(session: Session, stamp: Stamp, *, fields: CustomerFields) -> Done:
    """Write a new Customer card; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field; the id may be taken.
    """
    return add_many(session, stamp, customers=(fields,))


def add_many(session: Session, stamp: Stamp, *, customers: Sequence[CustomerFields]) -> Done:
    """Write many new Customer cards with few statements; one refusal refuses them all.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    require_permission(session, stamp, Permission.EDIT_CUSTOMERS)
    values = [asdict(clean_customer(fields)) for fields in customers]
    ids = cards.add(session, KIND, [{**card, "created_at": stamp.at} for card in values])
    return cards.added(session, stamp, KIND, ids, values)


def change(session: Session, stamp: Stamp, *, customer_id: int, fields: CustomerFields, version: int) -> Done:
    """Rewrite a Customer card.

    Raises:
        RefusedError: Names the field, or says who changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.EDIT_CUSTOMERS)
    card = _lock(session, customer_id, version)
    return cards.change(session, stamp, KIND, card, asdict(clean_customer(fields)))


def archive(session: Session, stamp: Stamp, *, customer_id: int, version: int) -> Done:
    """Archive the Customer card; open backorders go on, new sales to it are refused."""
    require_permission(session, stamp, Permission.EDIT_CUSTOMERS)
    _lock(session, customer_id, version)
    return cards.archive(session, stamp, KIND, customer_id, version)


def bring_back(session: Session, stamp: Stamp, *, customer_id: int, version: int) -> Done:
    """Use an archived Customer card again."""
    require_permission(session, stamp, Permission.EDIT_CUSTOMERS)
    _lock(session, customer_id, version)
    return cards.bring_back(session, stamp, KIND, customer_id, version)


def delete(session: Session, stamp: Stamp, *, customer_id: int, version: int) -> Done:
    """Delete a Customer card that was never used; any other one is archived instead."""
    require_permission(session, stamp, Permission.EDIT_CUSTOMERS)
    _lock(session, customer_id, version)
    return cards.delete(session, stamp, KIND, customer_id, version)


def fields_of(card: StoredCard) -> CustomerFields:
    """Tell what is written on a card."""
    return CustomerFields(**{field.name: str(card.fields[field.name]) for field in fields(CustomerFields)})


def _lock(session: Session, customer_id: int, version: int) -> StoredCard:
    """Lock a card that nobody merged into another, of a customer who was not forgotten.

    Raises:
        RefusedError: Somebody did, or they were, or somebody changed the card meanwhile.
    """
    card = cards.lock(session, KIND, customer_id, version)
    if partners.merged(card) is not None:
        raise refuse(Why.CUSTOMER_MERGED, code=card.code)
    if partners.was_forgotten(card):
        raise refuse(Why.CUSTOMER_FORGOTTEN, code=card.code)
    return card
