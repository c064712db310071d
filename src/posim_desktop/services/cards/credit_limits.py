"""How much a customer may owe on account. Serves the guide's pages on customers and on deposits."""

from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import money_refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.customers import KIND
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import card_rows, customer_money_rows, partners
from posim_desktop.services.session import Session, Stamp


def change(session: Session, stamp: Stamp, *, customer_id: int, limit: Decimal, version: int) -> Done:
    """Let a customer owe up to so much on account; 0 for nothing. What they owe already they still may.

    Raises:
        RefusedError: At ``credit_limit``: no amount, or less than they owe; or somebody changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.SET_CREDIT_LIMIT)
    # A posting that holds the customer's money still writes rows that name the card.
    locked = card_rows.lock(session, KIND.table, {customer_id}, can_be_named=True)
    card = cards.require_unchanged(session, KIND, locked, customer_id, version)
    if partners.merged(card) is not None:
        raise refuse(Why.CUSTOMER_MERGED, code=card.code)
    if partners.was_forgotten(card):
        raise refuse(Why.CUSTOMER_FORGOTTEN, code=card.code)
    require(money_refusal(limit, field="credit_limit"))
    customer_money_rows.lock(session, [customer_id])
    owed = -customer_money_rows.credit(session, customer_id)
    if limit < owed:
        raise refuse(Why.LIMIT_BELOW_OWED, Field("credit_limit"), owed=owed)
    before = partners.credit_limit(card)
    if limit != before:
        card_rows.write(session, KIND.table, customer_id, credit_limit=limit)
        entry = AuditEntry(
            AuditAction.SET_CREDIT_LIMIT,
            Record.CUSTOMER,
            customer_id,
            {"credit_limit": before},
            {"credit_limit": limit},
        )
        append(session, stamp, [entry])
    return done(customer_id, Change(Record.CUSTOMER, customer_id))
