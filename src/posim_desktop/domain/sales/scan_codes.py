"""What the barcode on a pick-up slip says. Serves the guide's page "Pick up".

The text begins and ends with ``*``, which no item id and no barcode of goods may hold, so a scanned slip is never
mistaken for goods.
"""

import re

_SLIP = re.compile(r"\*INV([1-9][0-9]{0,17})\*", re.ASCII | re.IGNORECASE)


def invoice_code(invoice_id: int) -> str:
    """Write the code of a working invoice, which has no number yet: ``*INV123*``."""
    return f"*INV{invoice_id}*"


def invoice_of(scanned: str) -> int | None:
    """Read which invoice a scanned text stands for, or None when it is no code of an invoice."""
    found = _SLIP.fullmatch(scanned.strip())
    return int(found.group(1)) if found else None
