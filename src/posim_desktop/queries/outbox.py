"""What a workstation is to send next: print jobs and mails wait in rows, each for one workstation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """What a workstation does next: send something, or wait so many seconds; None for both when nothing waits."""

    record_id: int | None
    seconds: float | None
