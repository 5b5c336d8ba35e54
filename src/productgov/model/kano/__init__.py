"""Kano surveys: answers, counts, evaluation, and how survey rows are read."""
