"""Optimisation as pure mathematics: frozen problems in, checked outcomes out; of no trade, without Qt."""
