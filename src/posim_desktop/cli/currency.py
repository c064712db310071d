"""`posim-desktop currency CODE`. Serves the guide's page "Currencies"."""

from functools import partial
from typing import Annotated

import typer

from posim_desktop.cli.shop import opened, shown
from posim_desktop.domain.currencies import usual_decimals
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.services import shop_money
from posim_desktop.services.cards.shop import choose_currency
from posim_desktop.services.transaction import Transactor


def currency(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Three letters, as EUR; nothing to show it.")] = "",
    *,
    decimals: Annotated[
        int, typer.Option(metavar="0|2|3", help="Decimal places of its amounts, if not those that are usual.")
    ] = -1,
) -> None:
    """Show the shop's currency, or say what that of a new shop is before anything is imported.

    How many decimal places its amounts have cannot be changed later.
    """
    with opened(context.obj) as engine:
        if code:
            wanted = code.strip().upper()
            places = usual_decimals(wanted) if decimals < 0 else decimals
            verb = partial(choose_currency, currency=wanted, decimals=places)
            key, where = new_operation_key(), context.obj.workstation
            Transactor(engine).run(verb, key=key, employee_id=None, workstation=where)
        with engine.connect() as connection:
            shop = shop_money.learn(connection)
    named = shop.currency or f"that of the region {shop.locale}"
    typer.echo(f"{shown(context.obj.database_url)}: {named}, with {shop.decimals} decimal places")
