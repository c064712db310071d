"""All that is kept about a customer as one file that they can take along. Serves the guide's page "Customers"."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

from posim_desktop.domain.exchange.csv_writing import written
from posim_desktop.domain.exchange.sheets import Value
from posim_desktop.queries.cards.kept_of_customer import KeptFile, KeptKind, KeptOfCustomer

_NOT_IN_A_FILE_NAME = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


def as_zip(
    kept: KeptOfCustomer,
    *,
    file_word: Callable[[KeptKind], str],
    heading: Callable[[str], str],
    on_shop_clock: Callable[[datetime], datetime],
) -> bytes:
    """Write a ZIP file: a CSV table of each kind, with a folder of files and one of mailed papers.

    Args:
        kept: What there is.
        file_word: What a kind is called, and so its table and its folder.
        heading: What a column is called: ``invoices.number``.
        on_shop_clock: Turns a moment into that of the shop's clock, without a zone.
    """

    def cell(value: Value) -> Value:
        return on_shop_clock(value) if isinstance(value, datetime) else value

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for table in kept.tables:
            rows = ([cell(value) for value in row] for row in table.rows)
            whole.writestr(f"{file_word(table.kind)}.csv", written([heading(each) for each in table.columns], rows))
        for file in kept.files:
            whole.writestr(f"{file_word(file.kind)}/{_file_name(file)}", file.content)
    return made.getvalue()


def _file_name(file: KeptFile) -> str:
    """Number the file, as its row is: two can have one name, and no name leads out of the folder."""
    return f"{file.id} {file.name.translate(_NOT_IN_A_FILE_NAME)}"
