"""What retraining one role on corrections depends on: the defaults, and how much replay goes with them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from training.settings import Settings

Recipe = Literal["sft", "dpo"]

_EVENLY = 200
"""Up to so many corrections, as many accepted steps go with them."""
_SHARE_OF_MANY = 0.25
"""Share of accepted steps among all rows where there are more corrections (DESIGN section 4)."""
_RATES: dict[Recipe, float] = {"sft": 2e-4, "dpo": 5e-6}


class RoleSettings(BaseModel):
    """What a person may set; None means the value that suits the recipe, the base and the rows."""

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

    def training(self, recipe: Recipe, rank: int, alpha: int) -> Settings:
        """For the training loop: small steps, since tens of rows are few."""
        return Settings(
            rank=rank,
            alpha=alpha,
            learning_rate=self.learning_rate or _RATES[recipe],
            epochs=self.epochs,
            batch=4,
            save_seconds=10,
            seed=self.seed,
        )
