"""Merging two cards of one customer: what is open goes to the card that stays. Serves the guide's page on customers."""

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.merging import filled_in, merge_refusal
from posim_desktop.domain.cards.search_texts import search_text
from posim_desktop.domain.changes import Change, Done, Record, each_of
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.customers import KIND, fields_of
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import (
    backorder_rows,
    card_rows,
    customer_money_rows,
    invoice_rows,
    partners,
    special_order_rows,
    want_rows,
)
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.records.customer_money_rows import Movement
from posim_desktop.services.session import Session, Stamp


def merge(session: Session, stamp: Stamp, *, customer_id: int, version: int, into_id: int, into_version: int) -> Done:
    """Merge a Customer card into another one of the same customer; ``record_id`` is the card that stays.

    Working invoices, working special orders, all backorders and wishes go to it, and it takes what is empty on it from
    the other card, which is archived. Processed invoices never change: they keep their customer and are found through
    the card that stays.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        customer_id: The card that goes.
        version: Its version as the person saw it.
        into_id: The card that stays.
        into_version: Its version as the person saw it.

    Raises:
        RefusedError: Names ``customer`` or ``into``, or says who changed one of the cards meanwhile.
    """
    require_permission(session, stamp, Permission.MERGE_CUSTOMERS)
    earlier = partners.merged_into(session, customer_id)
    # A posting that holds its invoice may still write backorders that name these cards.
    locked = card_rows.lock(session, KIND.table, {customer_id, into_id, *earlier}, can_be_named=True)
    goes = cards.require_unchanged(session, KIND, locked, customer_id, version)
    stays = cards.require_unchanged(session, KIND, locked, into_id, into_version)
    require(
        merge_refusal(
            goes.code,
            stays.code,
            merged_into=partners.merged(goes),
            was_forgotten=partners.was_forgotten(goes),
            into_merged_into=partners.merged(stays),
            into_archived=stays.archived,
        )
    )
    wants = want_rows.lock_of_customer(session, customer_id)
    special_orders = special_order_rows.lock_working_of(session, customer_id)
    invoices = invoice_rows.lock_working_of(session, customer_id)
    backorders = backorder_rows.lock_of_customer(session, customer_id)
    if invoice_rows.working_of(session, customer_id) != invoices:
        # Whoever set goods aside held the lock on the backorder, and had finished when we got it.
        raise refuse(Why.CUSTOMER_BEING_SERVED)
    partners.merge(session, customer_id, into_id)
    special_order_rows.give_to(session, special_orders, into_id)
    invoice_rows.give_to(session, invoices, into_id)
    backorder_rows.give_to(session, backorders, into_id)
    want_rows.give_to(session, wants, into_id)
    _move_money(session, stamp, goes, stays)
    filled = _fill_in(session, stays, goes)
    moved = {"merged": customer_id, "moved_invoices": invoices, "moved_backorders": backorders}
    moved |= {"moved_special_orders": special_orders} if special_orders else {}
    after = moved | ({"changed": sorted(filled)} if filled else {})
    append(session, stamp, [AuditEntry(AuditAction.MERGE_CUSTOMERS, Record.CUSTOMER, into_id, after=after)])
    touched = {Change(Record.CUSTOMER, each) for each in (customer_id, into_id, *earlier)}
    touched |= each_of(Record.SPECIAL_ORDER, special_orders) | {Change(Record.INVOICE, each) for each in invoices}
    touched |= each_of(Record.WANT, wants)
    return Done(into_id, frozenset(touched | {Change(Record.BACKORDER, each) for each in backorders}))


def _move_money(session: Session, stamp: Stamp, goes: StoredCard, stays: StoredCard) -> None:
    """Give what is held for the card that goes to the one that stays, each deposit and the credit by itself.

    The one that stays may owe as much as either of them might, and what they owe together.
    """
    customer_money_rows.lock(session, [goes.id, stays.id])
    for backorder_id, held in customer_money_rows.held_for(session, goes.id):
        # What is owed goes the same way: the card that stays pays the other one's debt.
        giver, taker = (goes, stays) if held > 0 else (stays, goes)
        leaves = Movement(giver.id, MoneyKind.MOVED, -abs(held), backorder_id)
        customer_money_rows.move(session, stamp, leaves, to_customer=taker.id, to_backorder=backorder_id)
    own, other = partners.credit_limit(stays), partners.credit_limit(goes)
    limit = max(own, other, -customer_money_rows.credit(session, stays.id))
    if limit != own:
        card_rows.write(session, KIND.table, stays.id, credit_limit=limit)


def _fill_in(session: Session, stays: StoredCard, goes: StoredCard) -> dict[str, str]:
    """Take what is empty on the card that stays from the other one."""
    filled = filled_in(fields_of(stays), fields_of(goes))
    found_by = search_text(Record.CUSTOMER, {**stays.fields, **filled})
    card_rows.write(session, KIND.table, stays.id, **filled, search_text=found_by)
    return filled
