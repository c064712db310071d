"""Print the speed table: ``python -m benchmarks``; words choose rows, ``python -m benchmarks receiving posting``."""

import sys

from benchmarks import (
    auto_backorder_po,
    auto_order,
    importing,
    next_card,
    posting,
    receiving,
    reports,
    scan,
    start,
    turn,
)

print("| work | median ms | ratio to the floor | bar |")
print("| --- | --- | --- | --- |")
for measured in (posting, auto_order, auto_backorder_po, receiving, importing, reports, next_card, turn, scan, start):
    if sys.argv[1:] and measured.__name__.rpartition(".")[2] not in sys.argv[1:]:
        continue
    for work, milliseconds, ratio, bar in measured.measure():
        print(f"| {work} | {milliseconds:.2f} | {ratio:.2f}× | {bar} |", flush=True)
