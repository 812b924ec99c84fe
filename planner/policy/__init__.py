"""The policy: dated, named packs in layers; each number keeps its own source."""
