"""Cadences: how often something recurs, and the dates that follow."""
