"""The Units page (单位)."""
