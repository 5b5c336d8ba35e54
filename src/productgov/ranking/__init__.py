"""Ranking: methods, order, ties, uncertainty and comparison."""
