"""The command: `cd tests && ../.venv/bin/python -m campaigns [--few] [--seed N] [CAMPAIGN …]`."""

import argparse
import random
import secrets
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from campaigns import disks, interrupting, killing, starts, unfit

if TYPE_CHECKING:
    from campaigns.judging import Findings

CAMPAIGNS = {
    "kills-sqlite": (killing.kills_on_sqlite, 500, 4),
    "kills-postgresql": (killing.kills_on_postgresql, 200, 2),
    "immediate-stops": (killing.immediate_stops, 10, 1),
    "terminated-backends": (interrupting.terminated_backends, len(interrupting.CASES), 3),
    "full-disk": (disks.full_disk, 500, 6),
    "full-file-system": (disks.full_file_system, len(interrupting.CASES), 0),
    "unfit-files": (unfit.unfit_files, 200, 5),
    "busy-files": (unfit.busy_files, 1, 0),
    "first-starts": (starts.first_starts, 6, 0),
    "upgrades": (starts.upgrades, 6, 0),
    "lost-replies": (interrupting.lost_replies, len(interrupting.CASES), 4),
}
"""What each does, how many rounds it has, and how many in the suite; other tests try three of them there already."""


def main() -> int:
    """Run the campaigns that are asked for, or all, and return 1 if anything is wrong."""
    parser = argparse.ArgumentParser(prog="campaigns", description="Try faults on shops at work.")
    parser.add_argument("names", nargs="*", metavar="CAMPAIGN", help=f"any of {', '.join(CAMPAIGNS)}; all if none")
    parser.add_argument("--few", action="store_true", help="few rounds of each, as in the suite")
    parser.add_argument("--rounds", type=int, help="so many rounds of each")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="the chances of an earlier run")
    asked = parser.parse_args()
    wrong = 0
    for name in asked.names or CAMPAIGNS:
        campaign, many, few = CAMPAIGNS[name]
        if asked.few and not few:
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="posim-campaign-") as folder:
            rounds = asked.rounds or (few if asked.few else many)
            findings: Findings = campaign(rounds, Path(folder), random.Random(f"{name} {asked.seed}"))  # noqa: S311
        wrong += len(findings.wrong)
        print(f"{name}, seed {asked.seed}, {time.monotonic() - began:.0f} s\n{findings}", flush=True)  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
