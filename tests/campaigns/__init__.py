"""Faults tried by the hundred on shops at work: `cd tests && ../.venv/bin/python -m campaigns --help`.

What they showed stands in ``docs/reliability.md``.
"""
