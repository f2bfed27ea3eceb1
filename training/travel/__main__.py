"""``python -m training.travel``: look at what the expert asks and how it solves it."""

from __future__ import annotations

import argparse
from itertools import islice

from training.travel.expert import FAMILIES, solutions
from umi.prompts import step_turns


def main() -> None:
    """Print drawn questions with their turns."""
    parser = argparse.ArgumentParser(prog="python -m training.travel", description=__doc__)
    parser.add_argument("--count", type=int, default=10, help="how many questions")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--dev", action="store_true", help="from the held-out phrasings and places")
    parser.add_argument(
        "--family", choices=[family.name for family in FAMILIES], metavar="NAME", help="only this one"
    )
    options = parser.parse_args()
    found = solutions(options.seed, dev=options.dev, only=options.family)
    for solution in islice(found, options.count):
        print(f"\n[{solution.family}] {solution.question}")
        for step in solution.steps:
            for turn in step_turns(step):
                print(f"  {turn.speaker}: {turn.text}")


if __name__ == "__main__":
    main()
