"""`posim-desktop verify`. Serves the guide's page on keeping the records safe."""

import typer

from posim_desktop.cli.failures import REFUSED, printable
from posim_desktop.cli.shop import opened, shown
from posim_desktop.queries.verify import RULES, check
from posim_desktop.services.database import snapshot

_SHOWN = 20


def verify(
    context: typer.Context,
    *,
    everything: bool = typer.Option(False, "--all", help=f"Name every wrong record, not just {_SHOWN} for each rule."),
) -> None:
    """Prove that the shop's records agree with each other; exit code 1 when they do not."""
    wrong = 0
    with opened(context.obj) as engine, snapshot(engine) as connection:
        typer.echo(f"Verifying {shown(context.obj.database_url)}")
        for rule, words in RULES.items():
            found = check(connection, rule)
            wrong += len(found)
            typer.echo(f"{rule}  {f'{len(found)} WRONG' if found else 'ok':8}  {words}")
            named = found if everything else found[:_SHOWN]
            for violation in named:
                typer.echo(f"    {printable(str(violation))}")
            if len(named) < len(found):
                typer.echo(f"    … and {len(found) - len(named)} more; --all names them")
    typer.echo("The records agree." if not wrong else f"Problems found: {wrong}. Nothing was changed.")
    if wrong:
        raise typer.Exit(REFUSED)
