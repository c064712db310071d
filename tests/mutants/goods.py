"""Guards of parked invoices, of goods that are not stocked, and of serial numbers."""

from mutants.mutant import Mutant

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
)
