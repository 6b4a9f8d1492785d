"""`make bench-reading`: the share of statements about short texts that the checks judge rightly.

python -m benchmarks.reading           one row for each file of tests/cases/real
--wrong                                also lists each statement that is judged wrongly
--write                                writes that list, which the tests hold
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import realtexts


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.reading", description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(words)
    judged = {file.stem: [(one, one.judged()) for one in realtexts.read(file)] for file in realtexts.files()}
    print("| Statements about | true, and pass | false, and are noticed | share |")
    print("|---|---:|---:|---:|")
    rows = [*judged.items(), ("all", [one for rows in judged.values() for one in rows])]
    for name, statements in rows:
        true = [right for one, right in statements if one.true]
        false = [right for one, right in statements if not one.true]
        share = (sum(true) + sum(false)) / len(statements)
        print(f"| {name} | {sum(true)} of {len(true)} | {sum(false)} of {len(false)} | {share:.1%} |")
    wrong = [one for one, right in rows[-1][1] if not right]
    for one in wrong if options.wrong else ():
        print(f"\n{one.given['text']}\n{one.label}\n  {one.said()}")
    if options.write:
        labels = "".join(f"{one.label}\n" for one in wrong)
        realtexts.NOT_YET.write_text(labels, encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
