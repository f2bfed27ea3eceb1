"""Plain expressions, as users type or say them and as the calculator takes them."""

from __future__ import annotations

from training.travel.amounts import tidy
from training.travel.draw import Draw, Slot

_SHAPES = (
    "a+b", "a-b", "a*b", "a/b", "a*b", "a/b", "a+b+c", "a*b+c", "a+b*c", "a-b-c", "a*b*c", "(a+b)*c",
    "(a+b)/c", "a*(b-c)", "a/b*c", "a*b/c", "a*b-c", "(a-b)/c", "a*b+c*d", "(a+b)*(c+d)", "a+b+c+d",
    "(a+b+c)/d", "a-b*c", "a/(b+c)",
)  # fmt: skip

_SIGNS = {
    "*": ("*", "*", "x", "\N{MULTIPLICATION SIGN}", "·"),
    "/": ("/", "/", "/", "÷", ":"),
    "-": ("-",),
    "+": ("+",),
}
_SPOKEN = {
    "*": ("times", "multiplied by"),
    "/": ("divided by", "over"),
    "-": ("minus",),
    "+": ("plus",),
}


def expression(draw: Draw) -> Slot:
    """An expression with signs, in words or with a root or power; meant without blanks."""
    way = draw.random.random()
    if way < 0.06:
        return _special(draw)
    shape = draw.one(_SHAPES if way < 0.75 else _SHAPES[:6])
    meant = "".join(str(_number(draw)) if mark.isalpha() else mark for mark in shape)
    return Slot(_typed(draw, meant) if way < 0.75 else _in_words(draw, meant), meant)


def _number(draw: Draw) -> float:
    whole = draw.one((9, 20, 100, 100, 999, 5000))
    value = draw.random.randint(2, whole)
    return tidy(round(value + draw.random.random(), draw.one((1, 2)))) if draw.chance(0.25) else value


def _typed(draw: Draw, meant: str) -> str:
    """With one of the usual signs for each operation, mostly with blanks around them."""
    signs = {sign: draw.one(ways) for sign, ways in _SIGNS.items()}
    signs = {**signs, "/": "/" if signs["/"] == ":" and "(" in meant else signs["/"]}
    blank = draw.one((" ", " ", ""))
    if blank == "" and signs["*"] == "x":
        blank = " "
    return "".join(f"{blank}{signs[mark]}{blank}" if mark in signs else mark for mark in meant)


def _in_words(draw: Draw, meant: str) -> str:
    words = {sign: draw.one(ways) for sign, ways in _SPOKEN.items()}
    return "".join(f" {words[mark]} " if mark in words else mark for mark in meant)


def _special(draw: Draw) -> Slot:
    """A square root or a power."""
    base = draw.random.randint(2, 400)
    exponent = draw.random.randint(2, 6)
    return draw.one(
        (
            Slot(f"the square root of {base}", f"sqrt({base})"),
            Slot(f"sqrt({base})", f"sqrt({base})"),
            Slot(f"{base} squared", f"{base}**2"),
            Slot(f"{base % 20 + 2} to the power of {exponent}", f"{base % 20 + 2}**{exponent}"),
            Slot(f"{base % 20 + 2}^{exponent}", f"{base % 20 + 2}**{exponent}"),
        )
    )
