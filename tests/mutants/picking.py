"""Guards and effects of a pick-up in one go."""

from mutants.mutant import Mutant

_PICK = ("services/sales/test_picking.py",)
_READ = ("printing/sales/test_read_back.py",)

PICKING = (
    Mutant(
        "goods of another customer are picked up",
        "domain/sales/picking.py",
        "    if held.customer_id != pick_up.customer_id:\n",
        "    if False:\n",
        _PICK,
    ),
    Mutant(
        "goods are picked up that are set aside no longer",
        "domain/sales/picking.py",
        "    if held.status is not InvoiceStatus.WORKING or not held.committed:\n",
        "    if held.status is not InvoiceStatus.WORKING:\n",
        _PICK,
    ),
    Mutant(
        "money stays behind on an invoice that is emptied",
        "domain/sales/picking.py",
        "    if held.holds_money:\n",
        "    if False:\n",
        _PICK,
    ),
    Mutant(
        "a line that promises goods is picked up",
        "domain/sales/picking.py",
        "    return None if code is TransCode.SALE else",
        "    return None if code is not TransCode.COMMENT else",
        _PICK,
    ),
    Mutant(
        "the share of a discount on a sale goes along",
        "domain/sales/picking.py",
        "    if held.discounted or pick_up.discounted:\n",
        "    if False:\n",
        _PICK,
    ),
    Mutant(
        "goods that are exempt from tax are taxed at the pick-up",
        "domain/sales/picking.py",
        "    if (held.tax_inclusive, held.exempt) != (pick_up.tax_inclusive, pick_up.exempt):\n",
        "    if held.tax_inclusive != pick_up.tax_inclusive:\n",
        _PICK,
    ),
    Mutant(
        "a discount on the whole is shared over goods that were promised",
        "services/sales/sale_discounts.py",
        "    if discount:\n        require(picking_rules",
        "    if False:\n        require(picking_rules",
        _PICK,
    ),
    Mutant(
        "what is uncommitted is still picked up elsewhere",
        "services/sales/commitments.py",
        "    named_by = picked_rows.drop_held(session, invoice_id)\n",
        "    named_by: set[int] = set()\n",
        _PICK,
    ),
    Mutant(
        "what is handed out by itself is still picked up elsewhere",
        "services/sales/posting.py",
        "picking.changed(picked_rows.drop_held(session, invoice_id) if invoice.committed else ())",
        "set()",
        _PICK,
    ),
    Mutant(
        "goods that another till named first stay with it",
        "services/sales/picking.py",
        "    rivals = picked_rows.drop_rivals(session, invoice.id, [line.id for line in picked.lines])\n",
        "    rivals: set[int] = set()\n",
        _PICK,
    ),
    Mutant(
        "an invoice that is emptied stays open",
        "services/sales/emptied.py",
        "        invoice_rows.discard(session, invoice)\n",
        "",
        _PICK,
    ),
    Mutant(
        "what is picked up stays set aside",
        "services/sales/posting.py",
        "    freed = commitments.sold(lines[from_shelf:])\n",
        "    freed = commitments.sold(lines[from_shelf:] if invoice.committed else ())\n",
        _PICK,
    ),
    Mutant(
        "serial numbers stay behind on the emptied invoice",
        "services/sales/picking.py",
        "        serial_rows.move(session, line.id, invoice.id)\n",
        "",
        _PICK,
    ),
    Mutant(
        "what was allowed stays behind on the emptied invoice",
        "services/sales/picking.py",
        "        approval_rows.move(session, line.id, invoice.id)\n",
        "",
        _PICK,
    ),
    Mutant(
        "money is taken for what is on the invoice itself only",
        "services/sales/tenders.py",
        "    lines = picking.lines_of(session, invoice_id)\n",
        "    from posim_desktop.services.records import invoice_lines\n"
        "    lines = invoice_lines.of_invoice(session, invoice_id)\n",
        _PICK,
    ),
    Mutant(
        "a pick-up goes to another customer",
        "services/sales/invoices.py",
        "    if filling or picked_rows.of_invoice(session, invoice_id):\n",
        "    if filling:\n",
        _PICK,
    ),
    Mutant(
        "a barcode has no quiet zone",
        "printing/symbology.py",
        "_QUIET_MODULES = 10\n",
        "_QUIET_MODULES = 0\n",
        _READ,
    ),
    Mutant(
        "the same goods are handed out at two tills",
        "services/sales/picking.py",
        "    if picked_rows.of_invoice(session, invoice_id) != names:\n",
        "    if False:\n",
        ("stateful/test_contests.py",),
        races=True,
    ),
)
