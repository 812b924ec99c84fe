"""How planning work is limited, stopped and followed; light to import, for whoever starts it."""

from __future__ import annotations

from models.run import Limits, OnProgress, Progress, Stop

__all__ = ["Limits", "OnProgress", "Progress", "Stop"]
