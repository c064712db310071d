"""Changing lines of goods that come back. Serves the guide's page "Returns"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.quantity import quantity_refusal
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.services.records import invoice_lines
from posim_desktop.services.records.invoice_lines import LineFields, StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales import line_rights, lines
from posim_desktop.services.session import Session, Stamp

if TYPE_CHECKING:
    from posim_desktop.services.sales.invoices import LineEdit


def told(line: StoredLine, code: TransCode, reason: str | None, *, damaged: bool | None) -> LineFields:
    """Say what is stored of why goods come back and in which state; of what does not come back, nothing.

    Raises:
        RefusedError: At ``return_reason``: it is too long.
    """
    if code is not TransCode.RETURN:
        return LineFields(return_reason="", damaged=False)
    return LineFields(
        return_reason=line.return_reason if reason is None else return_rules.clean_reason(reason),
        damaged=line.damaged if damaged is None else damaged,
    )


def change(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    others: Sequence[StoredLine],
    line: StoredLine,
    edit: "LineEdit",
) -> Done:
    """Let more or less of a sold line come back; what it gives back is what was paid, and nobody types it.

    Raises:
        RefusedError: Names the field: it is not one that can be changed, or more would come back than was sold.
    """
    fixed = {
        "trans_code": edit.trans_code not in {None, line.trans_code},
        "unit_price": edit.unit_price not in {None, line.unit_price},
        "discount": edit.discount is not None or edit.discount_percent is not None,
    }
    for field, is_changed in fixed.items():
        require(return_rules.kept_refusal(of_a_sale=is_changed, field=field))
    quantity = line.quantity if edit.quantity is None else edit.quantity
    require(quantity_refusal(quantity))
    lines.require_whole_units(session, line, quantity)
    said = told(line, TransCode.RETURN, edit.return_reason, damaged=edit.damaged)
    require(return_rules.reason_refusal(said["return_reason"]))
    said["quantity"] = quantity
    invoice_lines.write(session, line.id, **said)
    lines.restate(session, stamp, invoice)
    written = invoice_lines.find(invoice_lines.of_invoice(session, invoice.id), line.id)
    line_rights.require(session, stamp, invoice, written, others)
    return done(invoice.id, Change(Record.INVOICE, invoice.id))
