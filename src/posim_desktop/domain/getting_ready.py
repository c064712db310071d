"""What a new shop still needs before its first day. Serves the guide's page "Getting Ready"."""

from dataclasses import dataclass
from enum import StrEnum


class ReadyStep(StrEnum):
    """A card of Getting Ready; the values are stored and never change their meaning."""

    SHOP = "shop"
    RECEIPT = "receipt"
    ITEMS = "items"
    CUSTOMERS = "customers"
    VENDORS = "vendors"
    PEOPLE = "people"
    DRAWER = "drawer"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a shop is.

    Attributes:
        done: What the shop's records say is done.
        skipped: What the shop does without.
    """

    done: frozenset[ReadyStep] = frozenset()
    skipped: frozenset[ReadyStep] = frozenset()

    @property
    def left(self) -> tuple[ReadyStep, ...]:
        """What is still to do, in order."""
        return tuple(step for step in ReadyStep if step not in self.done | self.skipped)
