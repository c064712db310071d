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


SELL = ("services/sales/test_posting.py", "services/sales/test_commitments.py")
ROUND = ("services/sales/test_cash_rounding.py",)
TAKE = ("services/sales/test_tenders.py",)
MONEY = ("domain/test_decimals.py", "services/cards/test_currency.py")
NAMED = ("services/sales/test_tender_types.py",)
TERMINAL = ("services/sales/test_card_requests.py",)
SCAN = ("workflows/test_scans.py",)
PAY = ("workflows/test_pay.py",)
HOLD = ("services/sales/test_deposits.py", "domain/sales/test_customer_money.py")
FEE = ("services/sales/test_cancellation_fees.py", "domain/sales/test_deposits.py")
FILL = ("services/sales/test_fills.py", "services/sales/test_commitments.py")
CANCEL = (
    "services/backorders/test_backorders.py",
    "services/purchasing/test_posting.py",
    "domain/backorders/test_backorder.py",
)
ORDER = (
    "services/purchasing/test_orders.py",
    "services/purchasing/test_posting.py",
    "services/purchasing/test_auto_order.py",
)
CARDS_OF_VENDORS = ("services/cards/test_vendors_of_items.py",)
CHANGE = ("services/purchasing/test_changes.py",)
FREED = ("services/purchasing/test_freed_goods.py",)
ASK = ("services/backorders/test_questions.py", "domain/backorders/test_questions.py")
WANT = ("services/backorders/test_wants.py", "domain/backorders/test_wants.py")
FILES = ("services/sales/test_attachments.py", "domain/backorders/test_attachments.py")
RECEIVE = ("services/receiving/test_logs.py",)
SENT_BACK = ("services/receiving/test_vendor_returns.py",)
MAILED = ("services/purchasing/test_mails.py",)
APPROVE = ("services/people/test_approvals.py", "services/sales/test_line_rights.py")
DOOR = ("services/people/test_pins.py",)
LOCK = ("workflows/test_lock.py",)
ROLES = ("services/cards/test_roles.py", "services/cards/test_employees.py")
PRESENCE = ("services/test_presence.py",)
FOUNDERS = ("services/cards/test_set_up.py",)
RACES = ("stateful/test_contests.py",)
