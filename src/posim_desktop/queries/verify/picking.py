"""Rules K1 and K2: goods that a working invoice picks up from others are still there, and moved to a posted one."""

from posim_desktop.queries.verify.violation import Rule

# The card that is used now of whom an invoice was written for.
_SURVIVING = "COALESCE((SELECT c.merged_into FROM customers c WHERE c.id = {0}.customer_id), {0}.customer_id)"

RULES = (
    Rule(
        "K1",
        "invoice",
        "picks up a line of the invoice with id {}, but it is on the one with id {}",
        """SELECT i.id, i.number, p.held_id, l.invoice_id
             FROM picked_lines p JOIN invoices i ON i.id = p.invoice_id JOIN invoice_lines l ON l.id = p.line_id
            WHERE i.status = 'working' AND l.invoice_id <> p.held_id""",
        places=0,
    ),
    Rule(
        "K1",
        "invoice",
        "picks up a {} line of an invoice that is {} and not set aside",
        """SELECT i.id, i.number, l.trans_code, h.status
             FROM picked_lines p JOIN invoices i ON i.id = p.invoice_id JOIN invoice_lines l ON l.id = p.line_id
             JOIN invoices h ON h.id = p.held_id
            WHERE i.status = 'working' AND (h.status <> 'working' OR NOT h.committed OR l.trans_code <> 'S')""",
        places=None,
    ),
    Rule(
        "K1",
        "invoice",
        "is for the customer with id {}, but picks up goods of the customer with id {}",
        f"""SELECT i.id, i.number, i.customer_id, h.customer_id
             FROM picked_lines p JOIN invoices i ON i.id = p.invoice_id JOIN invoices h ON h.id = p.held_id
            WHERE i.customer_id IS NULL OR h.customer_id IS NULL
               OR {_SURVIVING.format("i")} <> {_SURVIVING.format("h")}""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "K1",
        "invoice",
        "names lines of others, but is {} and has a discount of {} on the whole of it",
        """SELECT i.id, i.number, CASE WHEN i.committed THEN 'committed' ELSE i.status END, i.discount
             FROM invoices i
            WHERE EXISTS (SELECT 1 FROM picked_lines p WHERE p.invoice_id = i.id)
              AND (i.committed OR i.status = 'discarded' OR i.discount <> 0 OR i.discount_percent IS NOT NULL)""",
        places=None,
    ),
    Rule(
        "K2",
        "invoice",
        "picked up a line of the invoice with id {}, but it is on the one with id {}",
        """SELECT i.id, i.number, p.held_id, l.invoice_id
             FROM picked_lines p JOIN invoices i ON i.id = p.invoice_id JOIN invoice_lines l ON l.id = p.line_id
            WHERE i.status = 'processed' AND l.invoice_id <> p.invoice_id""",
        places=0,
    ),
    Rule(
        "K2",
        "invoice",
        "is {}, but {} of its lines are picked up by others and none is left to sell",
        """SELECT h.id, h.number, h.status, COUNT(*)
             FROM invoices h JOIN picked_lines p ON p.held_id = h.id JOIN invoices i ON i.id = p.invoice_id
            WHERE i.status = 'processed' AND h.status = 'working'
              AND NOT EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = h.id AND l.trans_code <> 'C')
            GROUP BY h.id, h.number, h.status""",
        places=None,
    ),
)
