"""Print the speed table: ``python -m benchmarks``."""

from benchmarks import posting

print("| work | median ms | ratio to the floor | bar |")
print("| --- | --- | --- | --- |")
for work, milliseconds, ratio, bar in posting.measure():
    print(f"| {work} | {milliseconds:.2f} | {ratio:.2f}× | {bar} |")
