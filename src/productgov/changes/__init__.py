"""Versions of a governance: what changed between them, how two become one, and what their history says."""
