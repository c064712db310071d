"""The rules of the domain are tested without Qt and without a database, so that to try one takes a moment."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COLLECT = """
import sys
import pytest
status = pytest.main(["tests/domain", "--collect-only", "-q"])
print("loaded:", sorted({"PySide6", "sqlalchemy", "psycopg", "alembic"} & set(sys.modules)))
sys.exit(status)
"""


def test_the_tests_of_the_domain_are_collected_without_qt_and_without_a_database() -> None:
    collected = subprocess.run((sys.executable, "-c", COLLECT), cwd=ROOT, capture_output=True, text=True, check=False)
    assert collected.returncode == 0, collected.stdout + collected.stderr
    assert "test_money.py::" in collected.stdout
    assert "loaded: []" in collected.stdout
