"""The working invoice, saved line by line. Serves the guide's pages "Sell" and "Back-order".

Every verb's ``record_id`` is the invoice; open screens read the rest from the queries.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards import serials as serial_rules
from posim_desktop.domain.cards import stock as stock_rules
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.exemption import TAXED, Exemption
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import ONE, cut_refusal, quantity_refusal
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import line_needs
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.commitment import fill_line_refusal
from posim_desktop.domain.sales.days import RowKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import (
    approval_rows,
    awaited_rows,
    drawer_rows,
    invoice_lines,
    invoice_rows,
    item_cards,
    partners,
    picked_rows,
    serial_rows,
)
from posim_desktop.services.records.drawer_rows import NewRow
from posim_desktop.services.records.invoice_lines import LineContent, LineFields, StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales import deposits, held_money, line_rights, price_promises, returned_lines, serials
from posim_desktop.services.sales.lines import (
    append_line,
    clean_description,
    lock,
    require_cut,
    require_discount_reason,
    require_item,
    require_seller,
    require_whole_units,
    restate,
    tax_as,
)
from posim_desktop.services.sales.repricing import Priced, repriced
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class NewLine:
    """Goods to put on an invoice.

    Attributes:
        item_id: The goods.
        quantity: How many units.
        trans_code: What is done with them.
        sell_anyway: The person was warned about the stock and chose to sell.
        serials: The numbers of units that were scanned with them.
        label_price: What the label on the goods charges for a unit; None for the card's price.
        is_typed: A person typed what the label says, so it is their word for the price.
        is_apart: They were weighed, or are priced by their label: a package is a line of its own.
        return_reason: Why they come back, where they do.
        want_id: The wish of the Want List that becomes the line.
    """

    item_id: int
    quantity: Decimal
    trans_code: TransCode = TransCode.SALE
    sell_anyway: bool = False
    serials: tuple[str, ...] = ()
    label_price: Decimal | None = None
    is_typed: bool = False
    is_apart: bool = False
    return_reason: str = ""
    want_id: int | None = None


@dataclass(frozen=True, slots=True)
class LineEdit:
    """What to change on a line; None leaves a field as it is.

    ``customer_word`` is what a customer said to a price above the one that they were promised.
    A ``discount`` in money replaces a percentage and the other way round; a percentage follows later price and
    quantity changes. ``return_reason`` and ``damaged`` say of goods that come back why, and whether they are damaged.
    """

    quantity: Decimal | None = None
    trans_code: TransCode | None = None
    unit_price: Decimal | None = None
    discount: Decimal | None = None
    discount_percent: Decimal | None = None
    discount_reason: str | None = None
    description: str | None = None
    sell_anyway: bool | None = None
    return_reason: str | None = None
    damaged: bool | None = None
    customer_word: str | None = None
    one_piece: bool | None = None


def start(session: Session, stamp: Stamp, *, customer_id: int | None = None) -> Done:
    """Open a working invoice, for a customer or for nobody in particular."""
    exemption = TAXED if customer_id is None else _require_customer(session, customer_id)
    new = _open(session, stamp, customer_id, exemption)
    return done(new.id, *_touched(new.id))


def add_items(session: Session, stamp: Stamp, *, invoice_id: int | None, lines: tuple[NewLine, ...]) -> Done:
    """Put goods on an invoice at their card's price or their label's, opening one when there is none yet.

    The same goods scanned again raise the quantity of the line just made, unless each package is priced by itself.

    Raises:
        RefusedError: Not a working invoice, an unknown or archived item, or a quantity out of range.
    """
    invoice = lock(session, invoice_id) if invoice_id else _open(session, stamp, None)
    for new in lines:
        _add_item(session, stamp, invoice, new)
        if new.serials and new.trans_code is not TransCode.BACKORDER:
            serials.add_scanned(session, invoice.id, new.item_id, new.serials)
    restate(session, stamp, invoice)
    return done(invoice.id, *_touched(invoice.id))


def add_comment(session: Session, stamp: Stamp, *, invoice_id: int | None, comment: str) -> Done:
    """Put a comment line on an invoice, opening one when there is none yet."""
    words = clean_description(comment, TransCode.COMMENT)
    invoice = lock(session, invoice_id) if invoice_id else _open(session, stamp, None)
    append_line(session, invoice.id, LineContent(TransCode.COMMENT, words, ONE))
    restate(session, stamp, invoice)
    return done(invoice.id, *_touched(invoice.id))


def change_line(session: Session, stamp: Stamp, *, line_id: int, edit: LineEdit) -> Done:
    """Change fields of a line.

    Raises:
        RefusedError: Names the field; nothing is changed.
    """
    lines, invoice = _lock_lines(session, line_id)
    line = invoice_lines.find(lines, line_id)
    before = line.ruled
    if line.returns_line_id is not None:
        return returned_lines.change(session, stamp, invoice, lines, line, edit)
    if line.fills_backorder_id is not None:
        require(_fill_refusal(before, edit))
    changed = _changed(before, line, edit)
    if changed.trans_code is not before.trans_code:
        deposits.require_none_on(lines, line_id)
    require(_changed_refusal(changed, line))
    _require_measure(session, line, changed)
    reason = _discount_reason(session, line, changed, edit)
    asked, asked_for = _as_asked(line, changed, edit)
    values = LineFields(
        quantity=changed.quantity,
        trans_code=changed.trans_code,
        unit_price=changed.unit_price,
        discount=changed.discount,
        discount_percent=_kept_percent(line, edit),
        discount_reason=reason,
        extension=invoice_rules.extension(changed.trans_code, changed.quantity, changed.unit_price, changed.discount),
        sale_discount=ZERO,  # shared anew below
        fixed_discount=asked,
        fixed_for=asked_for,
        one_piece=_in_one_piece(line, changed, edit),
    )
    values |= returned_lines.told(line, changed.trans_code, edit.return_reason, damaged=edit.damaged)
    if edit.description is not None:
        values["description"] = clean_description(edit.description, changed.trans_code)
    values["sell_anyway"] = _sell_anyway(line, changed, edit)
    if changed.trans_code is not before.trans_code:
        _take_off_parts(session, line_id, changed.trans_code)
    invoice_lines.write(session, line_id, **values)
    restate(session, stamp, invoice)
    written = line._replace(**values)
    as_before = written._replace(
        description=line.description, discount_reason=line.discount_reason, sale_discount=line.sale_discount
    )
    if line != as_before:
        _require_allowed(session, stamp, invoice, line, written, lines, edit.customer_word)
    now = Priced(values["unit_price"], values["discount"], values["discount_percent"], reason)
    append(session, stamp, repriced(invoice.id, line, now))
    return done(invoice.id, *_touched(invoice.id))


def _in_one_piece(line: StoredLine, changed: invoice_rules.Line, edit: LineEdit) -> bool:
    """Say whether the line is wanted in one piece; what comes back is not."""
    wanted = line.one_piece if edit.one_piece is None else edit.one_piece
    return wanted and changed.trans_code in (TransCode.SALE, TransCode.BACKORDER)


def _require_measure(session: Session, line: StoredLine, changed: invoice_rules.Line) -> None:
    """See that so much can be sold, promised or brought back; what is not changed stays as it is."""
    require_whole_units(session, line, changed.quantity)
    is_as_before = (changed.quantity, changed.trans_code) == (line.quantity, line.trans_code)
    if not is_as_before and changed.trans_code is not TransCode.RETURN:
        require_cut(session, line, changed.quantity)


def _sell_anyway(line: StoredLine, changed: invoice_rules.Line, edit: LineEdit) -> bool:
    """Say whether the line is still to be sold although the goods are not there."""
    if edit.sell_anyway is not None:
        return edit.sell_anyway
    warned_about_less = changed.quantity > line.quantity or changed.trans_code is not line.trans_code
    return line.sell_anyway and not warned_about_less


def split_line(session: Session, stamp: Stamp, *, line_id: int, sell: Decimal) -> Done:
    """Sell part of an S line now and back-order the rest on a line of its own.

    Raises:
        RefusedError: The part is not less than the line's quantity.
    """
    line, invoice = _lock_line(session, line_id)
    require(quantity_refusal(sell))
    require(fill_line_refusal(changes_goods=line.fills_backorder_id is not None, field="quantity"))
    require(stock_rules.backorder_refusal(line.description, stocked=line.stocked))
    require(Refusal(Why.ONE_PIECE_NOT_SPLIT, Field("quantity")) if line.one_piece else None)
    require_whole_units(session, line, sell)
    require_cut(session, line, sell)
    if line.trans_code != TransCode.SALE or sell >= line.quantity:
        raise refuse(Why.NOT_PART_OF_A_SALE_LINE, Field("quantity"))
    rest = line.quantity - sell
    kept, given = invoice_rules.split_discount(line.quantity, line.unit_price, line.discount, sell)
    sold = invoice_rules.extension(TransCode.SALE, sell, line.unit_price, kept)
    invoice_lines.write(
        session, line_id, quantity=sell, discount=kept, extension=sold, fixed_discount=None, fixed_for=None
    )
    owed = LineContent(
        TransCode.BACKORDER,
        line.description,
        rest,
        line.item_id,
        line.unit_price,
        line.list_price,
        given,
        line.discount_percent,
        line.discount_reason,
        line.tax_code_id,
        line.taxes,
        want_id=line.want_id,
        unit=line.unit,
    )
    append_line(session, invoice.id, owed)
    restate(session, stamp, invoice)
    if line.discount > 0 or line.unit_price != line.list_price:
        *others, rest_line = invoice_lines.of_invoice(session, invoice.id)
        line_rights.share(session, invoice.id, invoice_lines.find(others, line_id), rest_line)
        line_rights.require(session, stamp, invoice, rest_line, others)
    return done(invoice.id, *_touched(invoice.id))


def remove_line(session: Session, stamp: Stamp, *, line_id: int) -> Done:
    """Take a line off a working invoice; the audit remembers it."""
    lines, invoice = _lock_lines(session, line_id)
    line = invoice_lines.find(lines, line_id)
    require(fill_line_refusal(changes_goods=line.fills_backorder_id is not None, field="fills"))
    deposits.require_none_on(lines, line_id)
    approval_rows.drop(session, line_id)
    serial_rows.take_off(session, line_id)
    awaited_rows.take_off(session, line_id)
    invoice_lines.delete(session, line_id)
    restate(session, stamp, invoice)
    gone = {"line": line.id, "item_id": line.item_id, "quantity": line.quantity, "extension": line.extension}
    append(session, stamp, [AuditEntry(AuditAction.REMOVE_LINE, Record.INVOICE, invoice.id, before=gone)])
    return done(invoice.id, *_touched(invoice.id))


def set_customer(session: Session, stamp: Stamp, *, invoice_id: int | None, customer_id: int | None) -> Done:
    """Attach a customer, or nobody; opens an invoice when there is none yet. Who is exempt pays no tax on it."""
    exemption = TAXED if customer_id is None else _require_customer(session, customer_id)
    if invoice_id is None:
        return start(session, stamp, customer_id=customer_id)
    invoice = lock(session, invoice_id)
    lines = invoice_lines.of_invoice(session, invoice_id)
    filling = any(line.fills_backorder_id is not None for line in lines)
    if filling or picked_rows.of_invoice(session, invoice_id):
        raise refuse(Why.INVOICE_STAYS_WITH_CUSTOMER, Field("customer"))
    for line in lines if customer_id != invoice.customer_id else ():
        if line.want_id is not None:
            invoice_lines.write(session, line.id, want_id=None)  # it was somebody else's wish
    if customer_id != invoice.customer_id and held_money.is_named(session, invoice_id, lines):
        raise refuse(Why.DEPOSIT_STAYS_WITH_CUSTOMER, Field("customer"))
    invoice_rows.write(session, invoice_id, customer_id=customer_id)
    tax_as(session, invoice, exemption)
    return done(invoice_id, *_touched(invoice_id))


def set_note(session: Session, _stamp: Stamp, *, invoice_id: int, note: str) -> Done:
    """Write a note that prints at the foot of the invoice."""
    words = text.clean(note, field="note", limit=text.NOTE, label=text.Label.NOTE, lines=True)
    invoice_rows.write_note(session, lock(session, invoice_id), words)
    return done(invoice_id, *_touched(invoice_id))


def set_reference(session: Session, _stamp: Stamp, *, invoice_id: int, customer_order: str, job_tag: str) -> Done:
    """Write the number under which the customer ordered and what job it is for; they follow what is back-ordered.

    Raises:
        RefusedError: Names ``customer_order`` or ``job_tag``.
    """
    order = text.clean(customer_order, field="customer_order", limit=text.SHORT, label=text.Label.CUSTOMER_ORDER)
    job = text.clean(job_tag, field="job_tag", limit=text.SHORT, label=text.Label.JOB_TAG)
    invoice_rows.write_reference(session, lock(session, invoice_id), order, job)
    return done(invoice_id, *_touched(invoice_id))


def discard(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Discard a working invoice; it keeps its lines and never gets a number."""
    invoice = lock(session, invoice_id)
    filling = any(line.fills_backorder_id is not None for line in invoice_lines.of_invoice(session, invoice_id))
    require(fill_line_refusal(changes_goods=filling, field="fills"))
    picked_rows.drop_all(session, invoice_id)
    invoice_rows.discard(session, invoice)
    day_id = drawer_rows.under_way_here(session, stamp) if invoice.total else None
    if day_id is not None:
        drawer_rows.write(session, stamp, day_id, [NewRow(RowKind.VOID, invoice.total, invoice_id=invoice_id)])
    append(
        session,
        stamp,
        [AuditEntry(AuditAction.DISCARD_INVOICE, Record.INVOICE, invoice_id, before={"total": invoice.total})],
    )
    return done(invoice_id, *_touched(invoice_id))


def _changed_refusal(changed: invoice_rules.Line, line: StoredLine) -> Refusal | None:
    """Return why a line cannot become what it is to be, or None."""
    owed = changed.trans_code is TransCode.BACKORDER
    return (
        (stock_rules.backorder_refusal(line.description, stocked=line.stocked) if owed else None)
        or invoice_rules.line_refusal(changed)
        or return_rules.price_refusal(changed, line.list_price)
    )


def _take_off_parts(session: Session, line_id: int, code: TransCode) -> None:
    """Take off a line what it can no longer have: nothing is handed over of what is owed, and only that is awaited."""
    if code is TransCode.BACKORDER:
        serial_rows.take_off(session, line_id)
    else:
        awaited_rows.take_off(session, line_id)


def _require_allowed(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    before: StoredLine,
    written: StoredLine,
    lines: list[StoredLine],
    word: str | None,
) -> None:
    """See that a line as it was just written is allowed, and its price as it was promised or agreed to."""
    rises = written.unit_price > before.unit_price
    promised = rises and price_promises.keep(session, stamp, written, word)
    line_rights.require(session, stamp, invoice, written, lines, is_promised=promised)


def _fill_refusal(before: invoice_rules.Line, edit: LineEdit) -> Refusal | None:
    if edit.trans_code is not None and edit.trans_code is not before.trans_code:
        return fill_line_refusal(changes_goods=True, field="trans_code")
    other_quantity = edit.quantity is not None and edit.quantity != before.quantity
    return fill_line_refusal(changes_goods=other_quantity, field="quantity")


def _changed(before: invoice_rules.Line, line: StoredLine, edit: LineEdit) -> invoice_rules.Line:
    if TransCode.DEPOSIT in (before.trans_code, edit.trans_code):
        raise refuse(Why.DEPOSIT_STAYS_DEPOSIT, Field("trans_code"))
    if (before.trans_code is TransCode.COMMENT) != ((edit.trans_code or before.trans_code) is TransCode.COMMENT):
        raise refuse(Why.COMMENT_STAYS_COMMENT, Field("trans_code"))
    if before.trans_code is TransCode.COMMENT and edit != LineEdit(description=edit.description):
        raise refuse(Why.COMMENT_HAS_NO_FIGURES, Field("description"))
    changed = replace(
        before,
        quantity=before.quantity if edit.quantity is None else edit.quantity,
        trans_code=edit.trans_code or before.trans_code,
        unit_price=before.unit_price if edit.unit_price is None else edit.unit_price,
        discount=ZERO,
        sale_discount=ZERO,  # shared anew when the invoice is added up
    )
    require(invoice_rules.line_refusal(changed))
    percent = _kept_percent(line, edit)
    if percent is None:
        return replace(changed, discount=_in_money(line, changed, edit))
    require(invoice_rules.percent_refusal(percent))
    return replace(changed, discount=invoice_rules.discount_from_percent(changed.quantity, changed.unit_price, percent))


def _as_asked(line: StoredLine, changed: invoice_rules.Line, edit: LineEdit) -> tuple[Decimal | None, Decimal | None]:
    """Return what is remembered of a discount in money, so that a quantity that goes down and up again finds it."""
    asked, asked_for = line.asked_discount if edit.discount is None else (edit.discount, changed.quantity)
    if _kept_percent(line, edit) is not None or not asked:
        return None, None
    return asked, asked_for


def _in_money(line: StoredLine, changed: invoice_rules.Line, edit: LineEdit) -> Decimal:
    """Return a line's discount in money: fewer units keep their share of what was asked."""
    if edit.discount is not None:
        return edit.discount
    if changed.quantity == line.quantity:
        return line.discount
    return invoice_rules.discount_for(*line.asked_discount, changed.quantity, changed.unit_price)


def _discount_reason(session: Session, line: StoredLine, changed: invoice_rules.Line, edit: LineEdit) -> str:
    """Return why the line is discounted, in words; without a discount there is nothing to explain.

    Raises:
        RefusedError: At ``discount_reason``: the discount became one that the shop wants explained, and nobody does.
    """
    typed = line.discount_reason if edit.discount_reason is None else edit.discount_reason
    reason = text.clean(typed, field="discount_reason", limit=text.REASON, label=text.Label.REASON)
    fixed, fixed_for = _as_asked(line, changed, edit)
    asked = line._replace(
        unit_price=changed.unit_price,
        discount_percent=_kept_percent(line, edit),
        fixed_discount=fixed,
        fixed_for=fixed_for,
    )
    given, was = _percent_off(changed, asked.typed_percent), _percent_off(line.ruled, line.typed_percent)
    if given > was and not reason:
        require_discount_reason(session, given)
    return reason if given > 0 else ""


def _percent_off(line: invoice_rules.Line, typed: Decimal | None) -> Decimal:
    return line_needs.discount_percent(line, typed) if line.discount > 0 else ZERO


def _kept_percent(line: StoredLine, edit: LineEdit) -> Decimal | None:
    if edit.discount is not None:
        return None
    return line.discount_percent if edit.discount_percent is None else edit.discount_percent


def _add_item(session: Session, stamp: Stamp, invoice: StoredInvoice, new: NewLine) -> None:
    item = item_cards.sold_item(session, new.item_id)
    if new.trans_code is not TransCode.RETURN:  # what left the shop can come back whatever has happened to its card
        item_cards.require_not_archived(item)
    require_item(new.trans_code, given=True)
    if new.trans_code is TransCode.BACKORDER:
        require(stock_rules.backorder_refusal(item.code, stocked=item.stocked))
    serial_rules.require_whole_units(item.serials, item.code, new.quantity)
    if new.trans_code is not TransCode.RETURN:  # what was cut off comes back as it is
        require(cut_refusal(new.quantity, item.smallest_cut))
    price = item.price if new.label_price is None else new.label_price
    line = invoice_rules.Line(new.trans_code, new.quantity, price, ZERO, item.tax_code_id, item.taxes)
    require(invoice_rules.line_refusal(line))
    require(return_rules.price_refusal(line, item.price if new.is_typed else price))
    last = invoice_lines.last(session, invoice.id)
    if last is not None and _scanned_again(last, new, line):
        line = replace(line, quantity=last.quantity + new.quantity)
        require(invoice_rules.line_refusal(line))
        extension = invoice_rules.extension(line.trans_code, line.quantity, line.unit_price, ZERO)
        invoice_lines.write(session, last.id, quantity=line.quantity, extension=extension)
        _require_rights(session, stamp, invoice, new, item.on_sale_on)
        return
    content = LineContent(
        new.trans_code,
        item.description,
        new.quantity,
        item.id,
        price,
        item.price if new.is_typed else price,
        tax_code_id=item.tax_code_id,
        taxes=item.taxes,
        extension=invoice_rules.extension(line.trans_code, line.quantity, line.unit_price, ZERO),
        sell_anyway=new.sell_anyway,
        stocked=item.stocked,
        return_reason=return_rules.clean_reason(new.return_reason) if new.trans_code is TransCode.RETURN else "",
        want_id=new.want_id,
        unit=item.unit,
    )
    append_line(session, invoice.id, content)
    _require_rights(session, stamp, invoice, new, item.on_sale_on)


def _require_rights(
    session: Session, stamp: Stamp, invoice: StoredInvoice, new: NewLine, on_sale_on: date | None
) -> None:
    """See that goods may be put on an invoice as they were.

    At the card's price or the one that was scanned off their label, with enough of them, anybody may.
    """
    if on_sale_on is not None or new.sell_anyway or new.is_typed or new.trans_code is TransCode.RETURN:
        *others, written = invoice_lines.of_invoice(session, invoice.id)
        line_rights.require(session, stamp, invoice, written, others)


def _scanned_again(last: StoredLine, new: NewLine, line: invoice_rules.Line) -> bool:
    return (
        not new.is_apart
        and last.want_id is None is new.want_id
        and last.item_id == new.item_id
        and last.trans_code == new.trans_code
        and last.sell_anyway == new.sell_anyway
        and last.unit_price == last.list_price == line.unit_price
        and (last.tax_code_id, last.taxes) == (line.tax_code_id, line.taxes)
        and last.discount == 0
        and last.discount_percent is None
        and last.fills_backorder_id is None
        and last.returns_line_id is None
        and not last.one_piece
    )


def _open(session: Session, stamp: Stamp, customer_id: int | None, exemption: Exemption = TAXED) -> StoredInvoice:
    require_seller(stamp)
    inclusive = preferences.load(session.connection()).tax_inclusive
    return invoice_rows.open_one(session, stamp, customer_id, exemption, tax_inclusive=inclusive)


def _lock_line(session: Session, line_id: int) -> tuple[StoredLine, StoredInvoice]:
    lines, invoice = _lock_lines(session, line_id)
    return invoice_lines.find(lines, line_id), invoice


def _lock_lines(session: Session, line_id: int) -> tuple[list[StoredLine], StoredInvoice]:
    """Lock the invoice of a line, and read all its lines."""
    invoice = lock(session, invoice_lines.invoice_of(session, line_id))
    return invoice_lines.of_invoice(session, invoice.id), invoice


def _require_customer(session: Session, customer_id: int) -> Exemption:
    """See that a customer may be sold to, and say whether they pay tax."""
    customer = partners.attach(session, customer_id)
    if customer.archived:
        require(archived_refusal(Record.CUSTOMER, customer.code))
    return customer.exemption


def _touched(invoice_id: int) -> tuple[Change, ...]:
    return (Change(Record.INVOICE, invoice_id),)
