"""What a shop decides once for all its workstations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShopPreferences:
    """The shop's preferences with the values a new shop starts with.

    Attributes:
        store_name: Printed at the head of documents.
        store_address: Printed below it, lines as typed.
        locale: Name of the locale that money, numbers and dates follow (``"en_US"``).
        time_zone: IANA name of the time zone that times are shown in.
        tax_inclusive: Whether prices include tax.
        default_tax_code_id: Tax code of a new item.
        warn_out_of_stock: Ask before selling more than is available.
    """

    store_name: str = "My Shop"
    store_address: str = ""
    locale: str = "en_US"
    time_zone: str = "UTC"
    tax_inclusive: bool = False
    default_tax_code_id: int | None = None
    warn_out_of_stock: bool = True
