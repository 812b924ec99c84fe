"""Optimisation as pure mathematics: frozen problems in, checked outcomes out; no police, no Qt."""
