"""What stood on a card before an import and after it, as it is kept so that the import can be undone."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from posim_desktop.domain.cards.barcodes import Pack
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.tax import Tax

_DECIMAL, _DAY, _SEVERAL = "decimal", "day", "several"
_COMPOSED: Mapping[str, type[Pack | VendorTerms | Tax]] = {"pack": Pack, "terms": VendorTerms, "tax": Tax}


def written(values: Mapping[str, object]) -> str:
    """Write the fields of a card as text."""
    return json.dumps({name: _plain(value) for name, value in values.items()}, ensure_ascii=False, sort_keys=True)


def read(stored: str) -> dict[str, Any]:
    """Read what :func:`written` wrote.

    Raises:
        ValueError: Something else wrote it.
    """
    return {name: _value(plain) for name, plain in json.loads(stored).items()} if stored else {}


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return {_DECIMAL: str(value)}
        case date():
            return {_DAY: value.isoformat()}
        case Pack() | VendorTerms():
            word = "pack" if isinstance(value, Pack) else "terms"
            return {word: [_plain(part) for part in value]}
        case Tax(name=name, rate=rate, compound=compound):
            return {"tax": [name, _plain(rate), compound]}
        case tuple():
            return {_SEVERAL: [_plain(each) for each in value]}
    raise TypeError(f"{type(value).__name__} has no place on a card")


def _value(plain: object) -> Any:  # noqa: ANN401 - as various as the fields of cards
    if not isinstance(plain, dict):
        return plain
    ((word, inner),) = plain.items()
    if word == _DECIMAL:
        return Decimal(inner)
    if word == _DAY:
        return date.fromisoformat(inner)
    if word == _SEVERAL:
        return tuple(_value(each) for each in inner)
    return _COMPOSED[word](*(_value(part) for part in inner))
