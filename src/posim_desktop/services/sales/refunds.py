"""Money of the customer that is paid back at once: a posted invoice with a D line below zero.

Serves the guide's page on deposits.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Field, require
from posim_desktop.domain.money import ZERO, of_cents, to_coins
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.customer_money import MoneyKind, holding_refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.line_needs import payout_needs
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.queries.sales import tender_types
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.backorders.freed_money import Freed
from posim_desktop.services.people import permissions
from posim_desktop.services.records import (
    approval_rows,
    customer_money_rows,
    invoice_lines,
    invoice_rows,
    item_cards,
    partners,
    tender_rows,
)
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.customer_money_rows import Movement
from posim_desktop.services.records.invoice_lines import LineContent
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.sales import print_jobs
from posim_desktop.services.sales.documents import bill_to, posted
from posim_desktop.services.session import Session, Stamp


class PaidBack(NamedTuple):
    """One amount that is paid back: of a backorder's deposit, or of credit; ``event_id`` is the cancellation."""

    amount: Decimal
    description: str = ""
    backorder_id: int | None = None
    event_id: int | None = None
    reason: str = ""


def of_cancellation(session: Session, row: StoredBackorder, freed: Freed, reason: str) -> PaidBack:
    """Say what is paid back because units of a backorder are canceled."""
    goods = item_cards.sold_item(session, row.item_id).description
    return PaidBack(freed.wish.refund, goods, row.id, freed.event_id, reason)


def pay_back(
    session: Session,
    stamp: Stamp,
    customer_id: int,
    amounts: Sequence[PaidBack],
    tender: Tender,
    wish: PrintWish | None,
) -> tuple[list[AuditEntry], set[Change]]:
    """Pay a customer's money back, with an invoice of its own that is posted at once.

    Whoever calls holds the locks of the backorders and of the customer's money, and appends to the audit.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        customer_id: Whose money.
        amounts: How much of what.
        tender: By what it is paid back; its amount is worked out here.
        wish: What the workstation wants printed.

    Returns:
        What the audit says of the invoice, and what changed.

    Raises:
        RefusedError: At ``refund``: more than is held, or than the role may pay out; or at ``tenders`` or
            ``reference``: it cannot be paid so.
    """
    _require_held(session, customer_id, amounts)
    back = sum((each.amount for each in amounts), ZERO)
    needs = payout_needs(-back)
    approved = permissions.require_all(session, stamp, *needs, where=Field("refund"))
    shop = preferences.load(session.connection())
    customer = partners.customer(session, customer_id)
    invoice = invoice_rows.open_one(session, stamp, customer_id, customer.exemption, tax_inclusive=shop.tax_inclusive)
    lines = [
        LineContent(
            TransCode.DEPOSIT,
            each.description,
            ONE,
            unit_price=-each.amount,
            extension=-each.amount,
            deposit_backorder_id=each.backorder_id,
        )
        for each in amounts
    ]
    invoice_lines.insert_all(session, {invoice.id: lines})
    stored = invoice_lines.of_invoice(session, invoice.id)
    for need in needs:
        approval_rows.allow(session, invoice.id, stored[0].id, approved.get(need, stamp.employee_id), [need])
    sums = invoice.totals([line.ruled for line in stored])
    coin = of_cents(shop.cash_rounding)
    paid, rounding = _paid(session, tender, sums.total, coin)
    tender_rows.insert(session, stamp, invoice.id, (), [paid])
    movements = [
        Movement(
            *(customer_id, MoneyKind.REFUNDED, -each.amount, each.backorder_id, line.id),
            event_id=each.event_id,
            reason=each.reason,
        )
        for each, line in zip(amounts, stored, strict=True)
    ]
    customer_money_rows.insert(session, stamp, movements)
    number = take_numbers(session, "invoice")
    invoice_rows.finish(session, stamp, invoice, number=number, sums=sums, rounding=rounding, bill_to=bill_to(customer))
    touched = {Change(Record.INVOICE, invoice.id), Change(Record.CUSTOMER, customer_id)}
    touched |= print_jobs.follow(session, stamp, invoice.id, wish, opens=paid.moves_drawer)
    return [posted(invoice.id, number, sums, [])], touched


def _require_held(session: Session, customer_id: int, amounts: Sequence[PaidBack]) -> None:
    for each in amounts:
        if each.backorder_id is None:
            held = customer_money_rows.credit(session, customer_id)
        else:
            held = customer_money_rows.deposit(session, each.backorder_id)
        refusal = holding_refusal(each.amount, held)
        require(refusal and refusal.at(Field("refund")))


def _paid(session: Session, tender: Tender, total: Decimal, coin: Decimal) -> tuple[Tender, Decimal]:
    """Make the tender that pays a total out, and how much it is rounded by."""
    named = tender_rules.named(tender, tender_types.in_use(session.connection()))
    amount = to_coins(total, coin) if named.does.rounds else total
    paid = tender_rules.clean_reference(replace(named, amount=amount))
    require(tender_rules.tender_refusal(total, [paid], coin))
    return paid, tender_rules.rounding_of(total, [paid], coin)
