"""The Proposal page (调整建议) and the recorded moves."""
