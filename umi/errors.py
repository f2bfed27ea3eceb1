"""Every error this project raises on purpose.

    UmiError                 one clear sentence: what was wrong, where, what to do
    ├── InputError           what the user typed or passed cannot be used
    ├── ToolError            a tool refuses its arguments; becomes an observation, never a crash
    ├── ModelError           a model cannot be fetched, read or run
    │   └── Cancelled        somebody stopped the generation
    ├── StoreError           the database cannot be opened or written
    └── TrainingError        a training cannot begin, go on or be written

The message is shown to people as it is, so it names the thing and the way out.
"""


class UmiError(Exception):
    """Base of all errors raised on purpose; ``str(error)`` is one sentence for people."""


class InputError(UmiError):
    """What the user typed or passed cannot be used."""


class ToolError(UmiError):
    """A tool refuses its arguments; the agent turns it into an observation."""


class ModelError(UmiError):
    """A model cannot be fetched, read or run."""


class Cancelled(ModelError):
    """The generation was stopped by its cancel token."""


class StoreError(UmiError):
    """The database cannot be opened or written."""


class TrainingError(UmiError):
    """A training cannot begin, go on or be written."""
