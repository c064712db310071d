"""The mutants still fit the program; that each is killed is seen by running ``mutants``."""

from pathlib import Path

import pytest

from mutants import MUTANTS
from mutants.mutant import PACKAGE, Mutant

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_changes_one_place_of_the_program(mutant: Mutant) -> None:
    program = (ROOT / PACKAGE / mutant.file).read_text("utf-8")
    assert program.count(mutant.old) == 1
    compile(program.replace(mutant.old, mutant.new), mutant.file, "exec")
    assert all((ROOT / "tests" / name).exists() for name in mutant.tests)


def test_each_mutant_has_a_name_of_its_own() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
