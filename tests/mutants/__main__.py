"""Try the mutants, each on a copy of the repository in a temporary folder, until its first test fails.

The tests run on SQLite, and on PostgreSQL where the mutant is about locks. The table goes to ``build/mutants.md``.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mutants import MUTANTS
from mutants.mutant import Mutant

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("src", "tests", "migrations", "resources", "docs", "pyproject.toml", "README.md")
TEST_SECONDS = 900


def copy_of_the_repository(parent: Path) -> Path:
    """Copy what the tests need."""
    root = parent / "repository"
    root.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
        else:
            shutil.copy2(source, root / name)
    return root


def noticed(mutant: Mutant) -> tuple[str, float]:
    """Run the tests of a mutant until the first fails; return which, or nothing when it survived, and the seconds."""
    with tempfile.TemporaryDirectory(prefix="posim-mutant-") as folder:
        root = copy_of_the_repository(Path(folder))
        mutant.apply(root)
        database = "postgresql" if mutant.races else "not postgresql"
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join((str(root / "src"), str(root / "tests"))),
            "PYTHONDONTWRITEBYTECODE": "1",
            "POSIM_ROUNDS": "30",
        }
        options = ("-x", "-q", "-k", database, "-p", "no:cacheprovider", "-p", "no:randomly", "--tb=no")
        files = (str(root / "tests" / name) for name in mutant.tests)
        start = time.monotonic()
        run = subprocess.run(
            (sys.executable, "-m", "pytest", *options, *files),
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=TEST_SECONDS,
        )
    if run.returncode not in {0, 1}:
        sys.exit(f"“{mutant.name}”: the tests did not run:\n{run.stdout}\n{run.stderr}")
    failed = re.search(r"^(?:FAILED|ERROR) \S+::(\w+)", run.stdout, re.MULTILINE)  # a fixture's ``verify`` may notice
    return (failed[1] if failed else ""), time.monotonic() - start


def main(words: list[str]) -> int:
    """Try the mutants whose name holds all words, and print and write the table; 1 when one survived."""
    chosen = [mutant for mutant in MUTANTS if all(word in mutant.name for word in words)]
    rows = ["| what is taken out | where | noticed by |", "| --- | --- | --- |"]
    survived = 0
    for mutant in chosen:
        test, seconds = noticed(mutant)
        survived += not test
        print(f"{'killed' if test else 'SURVIVED'}: {mutant.name} ({seconds:.0f} s) {test}", flush=True)
        rows.append(f"| {mutant.name} | {mutant.file} | {test.replace('_', ' ') or '**nothing**'} |")
    print(f"{len(chosen) - survived} of {len(chosen)} mutants were killed.")
    table = ROOT / "build" / "mutants.md"
    table.parent.mkdir(exist_ok=True)
    table.write_text("\n".join(rows) + "\n", "utf-8")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
