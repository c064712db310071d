"""What the menus and the navigation bar of a client hold. Serves the guide's page "Find your way around"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from posim_desktop.domain.permits import Permission
from posim_desktop.ui.clients.printing_tools import open_outgoing_mail, use_no_sale, use_print_jobs
from posim_desktop.ui.navigator import Place

if TYPE_CHECKING:
    from posim_desktop.ui.clients.client import Client

HELP = (Place.GETTING_READY,)
SETUP = (Place.EMPLOYEES, Place.ROLES, Place.TAX_CODES, Place.TENDERS, Place.DEPARTMENTS, Place.VENDORS, Place.AUDIT)


@dataclass(frozen=True, slots=True)
class Tool:
    """An entry of the Misc menu.

    Attributes:
        name: What the menu calls it.
        picture: Its icon.
        use: Opens the dialog over a client, or the screen in it.
        permission: What it takes to use it; None if everybody may.
        leads_to: The place that it opens; None where it opens a dialog.
    """

    name: str
    picture: str
    use: Callable[["Client"], None]
    permission: Permission | None = None
    leads_to: Place | None = None


@dataclass(frozen=True, slots=True)
class ClientLayout:
    """What makes one client differ from the other.

    The first button of the navigation bar leads to where the work of the client begins. Its words are marked for
    translators under ``Client``.

    Attributes:
        title: ``"Sales Client"``.
        menus: Title of each menu of places and what it holds.
        navigation: Label and place of each button of the navigation bar.
        misc: What the Misc menu holds.
    """

    title: str
    menus: tuple[tuple[str, tuple[Place, ...]], ...]
    navigation: tuple[tuple[str, Place], ...]
    misc: tuple[Tool, ...] = ()

    @property
    def first(self) -> Place:
        """The place where the work of this client begins."""
        return self.navigation[0][1]


PRINTING = (
    Tool(
        str(QT_TRANSLATE_NOOP("Client", "Print Jobs")),
        "printer",
        use_print_jobs,
    ),
    Tool(
        str(QT_TRANSLATE_NOOP("Client", "Outgoing Mail")),
        "mail",
        open_outgoing_mail,
    ),
    Tool(
        str(QT_TRANSLATE_NOOP("Client", "No Sale")),
        "wallet",
        use_no_sale,
    ),
)
"""What the Misc menu of both clients ends with."""


def letters_of(*labels: str) -> str:
    """Collect the letters that entries of a menu have."""
    return "".join(label.partition("&")[2][:1].lower() for label in labels)


def with_letters(labels: Sequence[str], others: str = "") -> list[str]:
    """Give each entry of a menu its letter: the first one that leads to none of those before it, or to others."""
    taken = set(others)
    lettered = []
    for label in labels:
        place = next(
            (place for place, letter in enumerate(label) if letter.isalpha() and letter.lower() not in taken), 0
        )
        taken.add(label[place].lower())
        lettered.append(f"{label[:place]}&{label[place:]}")
    return lettered
