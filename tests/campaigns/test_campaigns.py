"""A few rounds of each campaign, in a process of its own: it forks, which a process that holds Qt had better not."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_a_few_rounds_of_each_find_nothing_wrong() -> None:
    paths = os.pathsep.join((str(TESTS.parent / "src"), str(TESTS)))
    command = (sys.executable, "-m", "campaigns", "--few")
    done = subprocess.run(
        command, cwd=TESTS, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
