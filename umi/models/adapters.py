"""Role adapters beside one backbone: loaded under unique names, chosen for one forward at a time."""

from __future__ import annotations

from pathlib import Path

from peft import LoraConfig, PeftModel
from safetensors import SafetensorError
from transformers import PreTrainedModel

from umi.errors import ModelError
from umi.models.lora_switch import LoraSwitch


class Adapters:
    """The backbone with any number of LoRA adapters beside it. Owned by the generation worker."""

    def __init__(self, backbone: PreTrainedModel) -> None:
        self._backbone = backbone
        self._peft: PeftModel | None = None
        self._switch = LoraSwitch(backbone)
        self._activated: dict[str, bool] = {}
        self._active: str | None = None

    def load(self, name: str, folder: Path) -> None:
        """Put an adapter folder beside the others, under a name never used before.

        An activated LoRA is loaded as a plain one: it is only ever switched on for forwards
        that begin at its invocation, so its own search for the invocation has nothing to add.

        Raises:
            ModelError: the folder is no LoRA adapter, does not fit the backbone, or the name is taken.
        """
        if name in self._activated:
            raise ModelError(f"There is an adapter {name} already: give the new one a name of its own.")
        try:
            config = LoraConfig.from_pretrained(str(folder))
            self._activated[name] = config.alora_invocation_tokens is not None
            config.alora_invocation_tokens = None
            config.inference_mode = True
            self._attach(name, folder, config)
        except (OSError, ValueError, RuntimeError, TypeError, KeyError, SafetensorError) as error:
            self._drop(name)
            reason = str(error).splitlines()[0]
            raise ModelError(f"The adapter in {folder} does not fit this backbone: {reason}") from error
        finally:
            # peft wakes what it loads, and what is left when it could not.
            self._switch = LoraSwitch(self._backbone)
            self._switch.use(None)
            self._active = None

    def has(self, name: str) -> bool:
        """Whether an adapter of this name is loaded."""
        return name in self._activated

    def _attach(self, name: str, folder: Path, config: LoraConfig) -> None:
        # In the backbone's own dtype: float32, peft's default, would double the adapters' memory.
        if self._peft is None:
            self._peft = PeftModel.from_pretrained(
                self._backbone, str(folder), adapter_name=name, config=config, autocast_adapter_dtype=False
            )
        else:
            # load_adapter alone would read the folder's own config and leave the adapter asleep.
            self._peft.add_adapter(name, config, autocast_adapter_dtype=False)
            self._peft.load_adapter(str(folder), adapter_name=name, autocast_adapter_dtype=False)
        self._peft.eval()

    def _drop(self, name: str) -> None:
        """Leave nothing of an adapter that could not be loaded."""
        self._activated.pop(name, None)
        if self._peft is not None and name in self._peft.peft_config:
            self._peft.delete_adapter(name)

    def reader(self, name: str | None) -> str | None:
        """Who reads the prompt before the invocation: a plain LoRA itself, otherwise the backbone (None)."""
        return None if name is None or self._activated[name] else name

    def use(self, name: str | None) -> None:
        """Let the next forwards run under this adapter, or under the backbone alone."""
        if name == self._active:
            return
        self._switch.use(name)
        self._active = name
