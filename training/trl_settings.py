"""A stage's settings as TRL's SFTTrainer takes them."""

from __future__ import annotations

import torch
from torch.optim.lr_scheduler import LambdaLR
from trl.trainer.sft_config import SFTConfig

from training.checkpoint import WorkFolder
from training.course import Course
from training.lora import Lora
from training.optimizer import by_rate, learning_rate
from training.ranks import Ranks
from training.settings import Settings
from umi.models.backbone import Backbone


def optimizer_of(lora: Lora, course: Course, settings: Settings) -> tuple[torch.optim.AdamW, LambdaLR]:
    """As in ``Finetuning``: no weight decay, its warm-up and cosine, its own rate for B."""
    groups = by_rate(lora.parameters, lora.rates(settings.rate_of_b))
    for group in groups:
        group["lr"] = settings.learning_rate * group["rate"]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.0)
    return optimizer, LambdaLR(optimizer, lambda step: learning_rate(step, course.steps, 1.0))


def arguments(
    backbone: Backbone, settings: Settings, longest: int, work: WorkFolder, ranks: Ranks
) -> SFTConfig:
    """Nothing is cut, packed, computed twice, printed or reported to a service; ``log`` decides the rest."""
    own = max(1, settings.batch // ranks.count)
    at_once = _at_once(own, longest, settings.batch_tokens)
    return SFTConfig(
        output_dir=str(work.path),
        per_device_train_batch_size=at_once,
        per_device_eval_batch_size=at_once,
        gradient_accumulation_steps=own // at_once,
        num_train_epochs=settings.epochs,
        max_grad_norm=1.0,
        seed=settings.seed,
        max_length=None,
        activation_checkpointing=False,
        bf16=backbone.device.dtype == "bfloat16",
        fp16=backbone.device.dtype == "float16",
        use_cpu=backbone.device.kind == "cpu",
        dataloader_pin_memory=backbone.device.kind == "cuda",
        eval_strategy="no",
        save_strategy="no",
        logging_steps=1,
        logging_nan_inf_filter=False,
        report_to="none",
        disable_tqdm=True,
        log_level="error",
    )


def _at_once(rows: int, longest: int, tokens: int) -> int:
    """The most rows that divide a step and, padded to the longest, hold at most ``tokens``; at least one."""
    return max(
        part for part in range(1, rows + 1) if rows % part == 0 and (part == 1 or part * longest <= tokens)
    )
