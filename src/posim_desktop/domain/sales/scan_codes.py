"""What a scanner reads: the barcode on a pick-up slip, or a code of goods. Serves the guide's "Sell" and "Pick up".

The text of a slip begins and ends with ``*``, which no item id and no barcode of goods may hold, so a scanned slip is
never mistaken for goods. Some scanners send the same sign before and after every Code 39, where it is no part of the
code.
"""

import re

_SIGN = "*"
_SLIP = re.compile(r"\*INV([1-9][0-9]{0,17})\*", re.ASCII | re.IGNORECASE)


def invoice_code(invoice_id: int) -> str:
    """Write the code of a working invoice, which has no number yet: ``*INV123*``."""
    return f"*INV{invoice_id}*"


def invoice_of(scanned: str) -> int | None:
    """Read which invoice a scanned text stands for, or None when it is no code of an invoice."""
    found = _SLIP.fullmatch(scanned.strip())
    return int(found.group(1)) if found else None


def bare_code(scanned: str) -> str:
    """Return what stands between the start and stop signs of a Code 39; ``""`` when there are none."""
    inner = scanned.strip()
    if len(inner) > len(_SIGN * 2) and inner.startswith(_SIGN) and inner.endswith(_SIGN):
        return inner.removeprefix(_SIGN).removesuffix(_SIGN).strip()
    return ""


def readings(scanned: str) -> tuple[str, ...]:
    """List the codes on file that a scan may mean, the likeliest first; none when it holds unprintable characters."""
    if not scanned.isprintable():
        return ()
    whole = scanned.strip()
    return tuple(filter(None, (whole, bare_code(whole))))
