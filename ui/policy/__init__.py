"""The Policy page (指标口径)."""
