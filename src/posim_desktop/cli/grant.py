"""`posim-desktop grant ROLE`. Serves the guide's page on installing."""

from typing import Annotated

import typer

from posim_desktop.cli.failures import WrongUseError
from posim_desktop.cli.shop import opened, shown
from posim_desktop.services import till_rights


def grant(
    context: typer.Context,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="The PostgreSQL user that the tills log in with.")],
) -> None:
    """Let a user of the PostgreSQL server work at a till: exactly that, and nothing else.

    Call it as the owner of the database. Each upgrade does it again.
    """
    with opened(context.obj) as engine:
        if engine.dialect.name != "postgresql":
            raise WrongUseError("Only a shop on a PostgreSQL server has users of its own; a file is its owner's.")
        with engine.begin() as connection:
            acts_as_owner = till_rights.acts_as_owner(connection, role)
            if acts_as_owner is None:
                raise WrongUseError(f"The server has no user {role}. Create it first, as the page on installing says.")
            if acts_as_owner:
                raise WrongUseError(
                    f"{role} owns the tables or may act as their owner. The tills need one who may not."
                )
            till_rights.grant(connection, role)
    typer.echo(f"{role} may work at a till in {shown(context.obj.database_url)}, and do nothing else there.")
