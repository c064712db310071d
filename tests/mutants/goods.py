"""Guards of parked invoices, of goods that are not stocked, and of serial numbers."""

from mutants.mutant import Mutant

SERIALS = ("services/sales/test_serials.py",)
RECEIVED_SERIALS = ("services/receiving/test_serials.py",)
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
        "    settled = shelf.settle(session, lines, goods)\n",
        "    settled = list(lines)\n",
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
        "goods are sold without their serial numbers",
        "services/sales/posting.py",
        "    serials.settle(session, invoice_id, settled, goods)\n",
        "",
        SERIALS,
    ),
    Mutant(
        "a unit is sold twice",
        "services/sales/serials.py",
        "            _require_at(line, move_refusal(",
        "            str(move_refusal(",
        SERIALS,
    ),
    Mutant(
        "a unit comes back that the shop never sold",
        "domain/sales/serials.py",
        "    if at is Whereabouts.UNKNOWN and not vouched:\n",
        "    if False:\n",
        SERIALS,
    ),
    Mutant(
        "a unit comes back that is in stock",
        "domain/sales/serials.py",
        "    if at is Whereabouts.IN_STOCK:\n",
        "    if False:\n",
        SERIALS,
    ),
    Mutant(
        "a known unit stays vouched for",
        "services/sales/serials.py",
        "    serial_rows.unvouch(session, unvouched)\n",
        "",
        SERIALS,
    ),
    Mutant(
        "a number stands on two lines",
        "services/sales/serials.py",
        "    require(twice_refusal(numbers, others))\n",
        "",
        SERIALS,
    ),
    Mutant(
        "half a unit is sold",
        "services/sales/invoices.py",
        "    require_whole_units(item.serials, item.code, new.quantity)\n",
        "",
        SERIALS,
    ),
    Mutant(
        "a backordered line keeps its serial numbers",
        "services/sales/invoices.py",
        "        serial_rows.take_off(session, line_id)  # nothing is handed over\n",
        "        pass\n",
        SERIALS,
    ),
    Mutant(
        "goods are received without their serial numbers",
        "services/receiving/posting.py",
        "    serials.settle(session, delivery)\n",
        "",
        RECEIVED_SERIALS,
    ),
    Mutant(
        "a unit is received twice",
        "domain/cards/serials.py",
        "    if at is Whereabouts.IN_STOCK:\n",
        "    if False:\n",
        RECEIVED_SERIALS,
    ),
    Mutant(
        "a unit is received while it is sold",
        "domain/cards/serials.py",
        "    if at is Whereabouts.SOLD:\n",
        "    if False:\n",
        RECEIVED_SERIALS,
    ),
    Mutant(
        "a service is asked for numbers on receiving",
        "domain/cards/cards.py",
        "    require(flag_refusal(fields.serials, stocked=fields.stocked))\n",
        "",
        ("domain/cards/test_serials.py",),
    ),
)
