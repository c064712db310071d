"""Guards of parked invoices, of goods that are not stocked, and of serial numbers."""

from mutants.mutant import Mutant

CARDS = ("services/cards/test_items.py",)
NOT_STOCKED = ("services/cards/test_not_stocked.py",)

GOODS = (
    Mutant(
        "a till takes an invoice out of another one's hands unasked",
        "services/sales/parking.py",
        "    require(invoice_rules.in_hand_refusal(invoice.open_workstation, (stamp.workstation, taken_from)))\n",
        "",
        ("services/sales/test_parking.py",),
    ),
    Mutant(
        "a service is back-ordered",
        "domain/cards/stock.py",
        "return None if stocked else Refusal(Why.NOT_STOCKED_NOT_BACKORDERED",
        "return None if True else Refusal(Why.NOT_STOCKED_NOT_BACKORDERED",
        NOT_STOCKED,
    ),
    Mutant(
        "a service is ordered",
        "domain/cards/stock.py",
        "return None if stocked else Refusal(Why.NOT_STOCKED_NOT_ORDERED",
        "return None if True else Refusal(Why.NOT_STOCKED_NOT_ORDERED",
        NOT_STOCKED,
    ),
    Mutant(
        "an item with a stock becomes one without",
        "services/cards/items.py",
        '    if cleaned.stocked != card.fields["stocked"]:\n',
        "    if False:\n",
        NOT_STOCKED,
    ),
    Mutant(
        "a service leaves the shelf",
        "services/sales/posting.py",
        "if line.item_id is None or not line.stocked or (move",
        "if line.item_id is None or (move",
        NOT_STOCKED,
    ),
    Mutant(
        "a line does not do as its card says now",
        "services/sales/posting.py",
        "    lines = shelf.settle(session, lines, goods)\n",
        "",
        NOT_STOCKED,
    ),
    Mutant(
        "Auto Order buys services",
        "queries/purchasing/auto_order.py",
        " & Item.stocked",
        "",
        NOT_STOCKED,
    ),
    Mutant(
        "an invoice that holds something is discarded when it is left",
        "domain/sales/invoice.py",
        "lines == 0 and tenders == 0 and not note",
        "True",
        ("services/sales/test_parking.py",),
    ),
    Mutant(
        "a barcode leads to two items",
        "services/cards/items.py",
        "        if row.item_id != item_id:\n            raise refuse(\n                Why.BARCODE_TAKEN",
        "        if False:\n            raise refuse(\n                Why.BARCODE_TAKEN",
        CARDS,
    ),
    Mutant(
        "two new items share a barcode",
        "services/cards/items.py",
        "            if form in own:\n",
        "            if False:\n",
        CARDS,
    ),
    Mutant(
        "a barcode is the ID of another item",
        "services/cards/items.py",
        "        if item.id != item_id:\n",
        "        if False:\n",
        CARDS,
    ),
    Mutant(
        "an ID is the barcode of another item",
        "services/cards/items.py",
        "        if row.item_id != item_id:\n            raise refuse(\n                Why.ID_IS_A_BARCODE",
        "        if False:\n            raise refuse(\n                Why.ID_IS_A_BARCODE",
        CARDS,
    ),
    Mutant(
        "a number with a wrong check digit is an article's",
        "domain/cards/barcodes.py",
        "len(plain) in _LENGTHS and _is_number(plain)",
        "len(plain) in _LENGTHS and plain.isdigit()",
        ("domain/cards/test_barcodes.py",),
    ),
    Mutant(
        "an import makes a second card of a customer on file",
        "services/exchange/imports.py",
        "        if twin is not None and alike is AlikeRows.LEAVE:\n            raise RefusedError(twin)\n",
        "",
        ("services/exchange/test_imports.py",),
    ),
    Mutant(
        "a merge puts another exemption over a customer's own",
        "domain/cards/merging.py",
        "    if goes.exempt_number and not stays.exempt_number:\n",
        "    if goes.exempt_number:\n",
        ("services/cards/test_merging.py",),
    ),
    Mutant(
        "a parked invoice is found by an old note",
        "services/records/invoice_rows.py",
        '{"note": note, "search_text": found_by}',
        '{"note": note}',
        ("queries/test_document_search.py",),
    ),
)
