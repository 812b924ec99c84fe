"""The audit: ledgers, targets, findings and margins, one function of state for every reader."""
