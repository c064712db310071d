"""Guards and effects of a delivery."""

from mutants.mutant import MAILED, RECEIVE, SENT_BACK, Mutant

RECEIVING = (
    Mutant(
        "rows are not held against the figures under the lock",
        "services/receiving/shares.py",
        "    require(log_rules.shares_refusal(received, outstanding, shares, one_piece))\n",
        "",
        RECEIVE,
    ),
    Mutant(
        "more is set to customers than came", "domain/receiving/logs.py", "if rcv > received:", "if False:", RECEIVE
    ),
    Mutant(
        "other goods are set to a customer",
        "services/receiving/shares.py",
        "if pair in seen or delivery.lines[share.receiving_line_id].item_id != row.item_id:",
        "if pair in seen:",
        RECEIVE,
    ),
    Mutant(
        "a log on which nothing came is posted",
        "domain/receiving/logs.py",
        "if refusal is None and not any(quantity > 0 for quantity in quantities):",
        "if False:",
        RECEIVE,
    ),
    Mutant(
        "goods are received on an order that was not sent",
        "services/receiving/logs.py",
        "        require(log_rules.start_refusal(order.status))\n",
        "",
        RECEIVE,
    ),
    Mutant(
        "what came is still allocated",
        "services/receiving/posting.py",
        "    if delivery.order is not None:\n        _use_up(session, stamp, delivery.order.id, rcv)\n",
        "",
        RECEIVE,
    ),
    Mutant(
        "more is allocated than is open after a delivery",
        "services/receiving/posting.py",
        "shrunk = allocations.trim_lines(session, stamp, AllocationKind.DELIVERED, delivery.still_open)",
        "shrunk: list[StoredAllocation] = []",
        RECEIVE,
    ),
    Mutant(
        "other orders bring what came already",
        "services/receiving/posting.py",
        "    shrunk += allocations.trim_backorders(session, stamp, AllocationKind.DELIVERED, owed)\n",
        "",
        RECEIVE,
    ),
    Mutant(
        "an order stays open when all has come",
        "services/receiving/posting.py",
        "    closed = _close_order(session, delivery)\n",
        "    closed = False\n",
        RECEIVE,
    ),
    Mutant(
        "more than was ordered makes On Order fall below 0",
        "services/receiving/posting.py",
        "arrived.get(ordered.item_id, NO_UNITS) + ordered.still_open - left",
        "arrived.get(ordered.item_id, NO_UNITS) + quantity",
        RECEIVE,
    ),
    Mutant(
        "the receiving log forgets what it set to whom",
        "services/receiving/posting.py",
        "    receiving_rows.insert_shares(session, delivery.shares)\n",
        "",
        RECEIVE,
    ),
    Mutant(
        "the oldest backorder is served before what was allocated",
        "domain/receiving/logs.py",
        "    needs = [(each, min(each.allocated, each.outstanding)) for each in waiting]\n    needs += [",
        "    needs = [",
        RECEIVE,
    ),
    Mutant(
        "what is set aside goes back to a vendor",
        "domain/receiving/vendor_returns.py",
        "        if line.quantity > there:\n",
        "        if False:\n",
        SENT_BACK,
    ),
    Mutant(
        "more goes back of a delivery than it brought",
        "domain/receiving/vendor_returns.py",
        "        if line.quantity > came:\n",
        "        if False:\n",
        SENT_BACK,
    ),
    Mutant(
        "what is still owed is canceled as refused",
        "services/receiving/vendor_returns.py",
        "    more = {backorder_id: figures.outstanding + quantity}\n",
        "    more = {backorder_id: quantity}\n",
        SENT_BACK,
    ),
    Mutant(
        "two programs send one mail",
        "services/records/outbox_rows.py",
        "                table.c.state == str(waiting),\n",
        "",
        MAILED,
    ),
    Mutant(
        "what may have arrived is sent again by itself",
        "domain/purchasing/mails.py",
        "            return MailState.UNKNOWN\n",
        "            return MailState.WAITING\n",
        MAILED,
    ),
)
