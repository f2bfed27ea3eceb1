"""One step at one prefix: what a correction teaches."""

from __future__ import annotations

from dataclasses import dataclass

from umi.errors import InputError
from umi.formats.writing import fresh, sayable
from umi.prompts import written_text
from umi.schema import Step
from umi.trajectory import Trajectory


@dataclass(frozen=True)
class Example:
    """Step ``index`` of a trajectory is learnt after those before it; later ones play no part.

    ``rejected`` is what the role wrote there at first.

    Raises:
        InputError: the step cannot be learnt, the rejected one is another role's or says the same, an
            observation before it is stale, or JSON cannot say a call.
    """

    trajectory: Trajectory
    index: int
    rejected: Step | None = None

    def __post_init__(self) -> None:
        """Refuse what would teach something else."""
        if self.index not in self.trajectory.possible_targets:
            raise InputError(
                f"Trajectory {self.trajectory.id} has no step {self.index + 1} that can be learnt: it "
                "must be one that could be read and calls no tool but those offered."
            )
        fresh(self.trajectory, self.history)
        sayable(self.trajectory, [*self.history, self.step, *([self.rejected] if self.rejected else [])])
        if self.rejected is not None:
            self._refuse_rejected(self.rejected)

    @property
    def history(self) -> tuple[Step, ...]:
        """The steps before."""
        return self.trajectory.steps[: self.index]

    @property
    def step(self) -> Step:
        """The step to learn."""
        return self.trajectory.steps[self.index]

    def _refuse_rejected(self, rejected: Step) -> None:
        where = f"Trajectory {self.trajectory.id}, step {self.index + 1}"
        if rejected.role is not self.step.role:
            raise InputError(f"{where}: a {rejected.role}'s turn was no alternative to a {self.step.role}'s.")
        if written_text(rejected) == written_text(self.step):
            raise InputError(f"{where}: what was rejected says the same as what is to be learnt.")
