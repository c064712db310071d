"""What a customer may ask of the shop: a copy of all that is kept about them, and to be forgotten.

Serves the guide's page "Customers".
"""

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.forgetting import forget_refusal
from posim_desktop.domain.changes import Change, Done, Record, done, each_of
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.customers import KIND
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import (
    attachment_rows,
    backorder_rows,
    card_rows,
    customer_money_rows,
    invoice_rows,
    mail_rows,
    partners,
    special_order_rows,
    want_rows,
)
from posim_desktop.services.session import Session, Stamp


def hand_over(session: Session, stamp: Stamp, *, customer_id: int) -> Done:
    """Account for a copy of all that is kept about a customer, before it is written for them.

    Raises:
        RefusedError: The customer is not on file, was merged, or asked to be forgotten.
    """
    require_permission(session, stamp, Permission.FORGET_CUSTOMERS)
    card = card_rows.lock(session, KIND.table, [customer_id], can_be_named=True).get(customer_id)
    if card is None:
        raise refuse(Why.CUSTOMER_NOT_ON_FILE)
    if partners.merged(card) is not None:
        raise refuse(Why.CUSTOMER_MERGED, code=card.code)
    if partners.was_forgotten(card):
        raise refuse(Why.CUSTOMER_FORGOTTEN, code=card.code)
    append(session, stamp, [AuditEntry(AuditAction.HAND_OVER_DATA, Record.CUSTOMER, customer_id)])
    return done(customer_id)


def forget(session: Session, stamp: Stamp, *, customer_id: int, version: int) -> Done:
    """Forget a customer for good: nothing that the law does not make the shop keep says any longer who they were.

    Their card, and the cards that were merged into it, are called by new ids and say nothing else. Wishes are dropped
    and say nothing, and what was noted on special orders and discarded invoices is taken off. Pictures, files,
    answers and mails with receipts are removed. Posted documents stay as they were printed.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        customer_id: The card.
        version: Its version as the person saw it.

    Raises:
        RefusedError: Something is still open between them and the shop; or somebody changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.FORGET_CUSTOMERS)
    ids = sorted({customer_id, *partners.merged_into(session, customer_id)})
    # A posting that holds its invoice may still write backorders that name these cards.
    locked = card_rows.lock(session, KIND.table, ids, can_be_named=True)
    card = cards.require_unchanged(session, KIND, locked, customer_id, version)
    wants = [want for each in ids for want in want_rows.lock_of_customer(session, each)]
    special_orders = special_order_rows.lock_of_cards(session, ids)
    invoices = invoice_rows.lock_of_cards(session, ids)
    backorders = backorder_rows.lock_of_customer(session, customer_id)
    customer_money_rows.lock(session, ids)
    working = invoice_rows.working_of(session, customer_id)
    ordering = special_order_rows.lock_working_of(session, customer_id)
    owed = [each for each in backorder_rows.lock(session, backorders).values() if each.outstanding or each.waiting]
    held = sum((abs(sum_held) for each in ids for _, sum_held in customer_money_rows.held_for(session, each)), ZERO)
    require(
        forget_refusal(
            card.code,
            merged_into=partners.merged(card),
            was_forgotten=partners.was_forgotten(card),
            working_documents=len(working) + len(ordering),
            open_backorders=len(owed),
            held=held,
        )
    )
    for want in wants:
        want_rows.forget(session, stamp, want)
    attachment_rows.delete_of_customers(session, ids)
    mail_rows.delete_of_invoices(session, invoices)
    invoice_rows.forget_discarded(session, invoices)
    partners.forget(session, stamp, {each: cards.new_code(session, KIND) for each in ids})
    special_order_rows.forget(session, special_orders)
    append(session, stamp, [AuditEntry(AuditAction.FORGET_CUSTOMER, Record.CUSTOMER, each) for each in ids])
    touched = each_of(Record.CUSTOMER, ids) | each_of(Record.WANT, wants) | each_of(Record.BACKORDER, backorders)
    touched |= each_of(Record.SPECIAL_ORDER, special_orders)
    return Done(customer_id, frozenset({*touched, *(Change(Record.INVOICE, each) for each in invoices)}))
