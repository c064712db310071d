"""One change to the program, and the tests that must notice it."""

from dataclasses import dataclass
from pathlib import Path

PACKAGE = "src/posim_desktop"


class MisfitError(Exception):
    """The text that a mutant replaces does not occur exactly once."""


@dataclass(frozen=True)
class Mutant:
    """A text of the program that occurs once, what stands there instead, and the tests that must notice.

    Attributes:
        name: What goes missing, in the words of the shop.
        file: Below the package.
        old: The text.
        new: What takes its place.
        tests: Files below ``tests``.
        races: Whether only two programs on PostgreSQL can notice.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    races: bool = False

    def apply(self, root: Path) -> None:
        """Rewrite the program below a folder.

        Raises:
            MisfitError: The text is gone, or there several times.
        """
        file = root / PACKAGE / self.file
        text = file.read_text("utf-8")
        if text.count(self.old) != 1:
            raise MisfitError(f"“{self.name}”: its text occurs {text.count(self.old)} times in {self.file}")
        file.write_text(text.replace(self.old, self.new), "utf-8")


SELL = ("services/test_posting.py", "services/test_commitments.py")
FILL = ("services/test_fills.py", "services/test_commitments.py")
CANCEL = ("services/test_backorders.py", "services/test_order_posting.py", "domain/test_backorder.py")
ORDER = ("services/test_purchase_orders.py", "services/test_order_posting.py", "services/test_auto_order.py")
RECEIVE = ("services/test_receiving.py",)
RACES = ("stateful/test_contests.py",)
