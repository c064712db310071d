"""`posim-desktop stand-in-terminal`: a card terminal to practice with."""

from typing import Annotated

import typer

from posim_desktop.services.sales.network_terminal import PORT
from posim_desktop.services.sales.stand_in_terminal import StandIn


def stand_in_terminal(
    port: Annotated[int, typer.Option(help="The port of this computer that it answers on.")] = PORT,
) -> None:
    """Run a card terminal to practice with. It takes no money; Ctrl+C ends it.

    Amounts that end in .01 are declined, in .02 canceled, in .03 answered only when asked again, and in .04 wait until
    they are canceled; all others are approved.
    """
    with StandIn(port) as terminal:
        typer.echo(f"The stand-in answers at {terminal.where}. It takes no money.")
        try:
            terminal.serve_forever()
        except KeyboardInterrupt:
            typer.echo("The stand-in has ended.")
