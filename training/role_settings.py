"""What retraining one role on corrections depends on: the defaults, and how much replay goes with them."""

from __future__ import annotations

import math
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from training.settings import Settings

Recipe = Literal["sft", "dpo"]

_EVENLY = 200
"""Up to so many corrections, as many accepted steps go with them."""
_SHARE_OF_MANY = 0.25
"""Share of accepted steps among all rows where there are more corrections (DESIGN section 4)."""
_BATCH, _ROWS_A_BATCH = 4, 15
"""The largest batch, and how many rows there must be for each row of a batch."""
_STEPS = 24
"""The fewest steps of a training."""
_RATES: dict[Recipe, float] = {"sft": 2e-4, "dpo": 2e-5}
"""DPO's was measured: of 24 corrections of the default model's caller 5e-6 learnt none; 2e-5 learnt all, and
5e-5 broke most of the accepted calls besides (docs/benchmarks.md)."""


class RoleSettings(BaseModel):
    """What a person may set; None means the value that suits the recipe, the base and the rows.

    More ``epochs`` than these are learnt where they would be too few steps to change anything: a single
    correction is read not three times, but two dozen times.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    epochs: float = Field(default=3, gt=0)
    learning_rate: float | None = Field(default=None, gt=0)
    rank: int | None = Field(default=None, ge=1)
    replay_share: float | None = Field(default=None, ge=0, lt=1)
    seed: int = 0

    def replay(self, corrections: int) -> int:
        """How many accepted steps are mixed in with so many corrections."""
        share = self.replay_share
        if share is None and corrections <= _EVENLY:
            return corrections
        share = _SHARE_OF_MANY if share is None else share
        return round(corrections * share / (1 - share))

    def training(self, recipe: Recipe, rank: int, alpha: int, rows: int) -> Settings:
        """For the training loop: few rows make small batches, since what counts is the number of steps."""
        batch = min(_BATCH, max(1, rows // _ROWS_A_BATCH))
        passes = math.ceil(_STEPS / math.ceil(rows / batch))
        return Settings(
            rank=rank,
            alpha=alpha,
            learning_rate=self.learning_rate or _RATES[recipe],
            epochs=max(self.epochs, passes),
            batch=batch,
            save_seconds=10,
            seed=self.seed,
        )
