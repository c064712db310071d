"""Layaway: goods are set aside, and what is paid ahead for them is kept as credit.

Serves the guide's page on deposits.
"""

from decimal import Decimal

from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.sales import customer_money as money_rules
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.records import invoice_rows, partners
from posim_desktop.services.records.invoice_lines import LineContent
from posim_desktop.services.sales import commitments
from posim_desktop.services.sales.lines import append_line, restate
from posim_desktop.services.session import Session, Stamp


def begin(session: Session, stamp: Stamp, *, invoice_id: int, amount: Decimal) -> Done:
    """Commit an invoice, and open another one on which its customer pays ahead; ``record_id`` is the second one.

    What is paid is the customer's credit, which pays the goods when they are picked up.

    Raises:
        RefusedError: At ``customer``: there is none; at ``deposit``: no amount; or as
            :func:`posim_desktop.services.sales.commitments.commit`.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    require(invoice_rules.edit_refusal(invoice.status, committed=invoice.committed))
    if invoice.customer_id is None:
        raise refuse(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer"))
    require(money_rules.take_refusal(amount, None))
    if amount < 0:
        raise refuse(Why.AMOUNT_BELOW_ZERO, Field("deposit"))
    exemption = partners.customer(session, invoice.customer_id).exemption
    inclusive = preferences.load(session.connection()).tax_inclusive
    paid_on = invoice_rows.open_one(session, stamp, invoice.customer_id, exemption, tax_inclusive=inclusive)
    extension = invoice_rules.extension(TransCode.DEPOSIT, ONE, amount, ZERO)
    append_line(session, paid_on.id, LineContent(TransCode.DEPOSIT, "", ONE, unit_price=amount, extension=extension))
    restate(session, stamp, paid_on)
    committed = commitments.commit(session, stamp, invoice_id=invoice_id)
    return Done(paid_on.id, committed.changes | {Change(Record.INVOICE, paid_on.id)})
