"""Numbers compared by the tool, and what follows: small models do not see reliably which of two is larger."""

from __future__ import annotations

from training.travel.desk import Desk


def compared(desk: Desk, known: str, *numbers: float, least: bool = False) -> str:
    """``the larger is 5``, as the tool says; ``known`` is what was learnt last, as a whole sentence."""
    function, words = ("min", ("smaller", "smallest")) if least else ("max", ("larger", "largest"))
    expression = f"{function}({','.join(map(str, numbers))})"
    value = desk.call("calculate", known, expression=expression)["value"]
    return f"the {words[len(numbers) > 2]} is {value}"


def verdict(truth: str, wanted: str) -> str:
    """``Asked whether less, so no.``

    Without the question said again, a small model says yes to whatever it has found out.
    """
    return f"Asked whether {wanted}, so {'yes' if truth == wanted else 'no'}."
