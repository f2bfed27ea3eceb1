"""Fine-tuning: JSONL in, adapter directory out, in a process of its own."""
