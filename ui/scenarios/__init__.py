"""The Scenarios page (方案)."""
