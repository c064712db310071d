"""What a table can be imported as. Serves the guide's page "Bring your shop over"."""

from enum import StrEnum


class ImportKind(StrEnum):
    """What the rows of a table are about.

    Stock sets what is on hand of items on file; prices changes prices and costs of items on file and makes none.
    """

    ITEMS = "items"
    CUSTOMERS = "customers"
    VENDORS = "vendors"
    DEPARTMENTS = "departments"
    TAX_CODES = "tax-codes"
    STOCK = "stock"
    PRICES = "prices"
