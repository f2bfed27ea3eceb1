"""The losses of a training as a small picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 640, 150, 44, 18
_KINDS = {"loss": "training", "valid_loss": "held-out"}

Points = Sequence[tuple[float, float]]


def curve_svg(lines: Sequence[Mapping[str, Any]]) -> str:
    """Loss over steps, training and held-out, as inline SVG; nothing before there are two figures."""
    series = {kind: _points(lines, kind) for kind in _KINDS}
    every = [point for points in series.values() for point in points]
    if len(every) < 2:
        return ""
    last = max(step for step, _ in every)
    low, high = min(loss for _, loss in every), max(loss for _, loss in every)
    drawn = "".join(
        _line(kind, _placed(points, last, low, high)) for kind, points in series.items() if points
    )
    legend = " · ".join(
        f'<span class="{kind}">{name} {points[-1][1]:.3f}</span>'
        for (kind, name), points in zip(_KINDS.items(), series.values(), strict=True)
        if points
    )
    return (
        f'<figure class="curve"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'aria-label="Loss over steps">'
        f'<path class="axis" d="M{_LEFT} 6V{_HEIGHT - _BOTTOM}H{_WIDTH - 6}"/>'
        f'<text x="{_LEFT - 6}" y="14" text-anchor="end">{high:.2f}</text>'
        f'<text x="{_LEFT - 6}" y="{_HEIGHT - _BOTTOM}" text-anchor="end">{low:.2f}</text>'
        f'<text x="{_WIDTH - 6}" y="{_HEIGHT - 4}" text-anchor="end">step {last:.0f}</text>'
        f"{drawn}</svg><figcaption>Loss: {legend}</figcaption></figure>"
    )


def _points(lines: Sequence[Mapping[str, Any]], kind: str) -> Points:
    known = [line for line in lines if _is_number(line.get("step")) and _is_number(line.get(kind))]
    return [(line["step"], line[kind]) for line in known]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) < float("inf")


def _placed(points: Points, last: float, low: float, high: float) -> Points:
    """In pixels: the step to the right, the loss upwards."""
    width, height = _WIDTH - _LEFT - 12, _HEIGHT - _BOTTOM - 16
    return [
        (_LEFT + 4 + width * step / (last or 1), 10 + height * (high - loss) / ((high - low) or 1))
        for step, loss in points
    ]


def _line(kind: str, points: Points) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5"/>' for x, y in points)
    return f'<g class="{kind}"><polyline points="{path}"/>{dots if kind == "valid_loss" else ""}</g>'
