"""YAML 1.2 (core schema) over PyYAML's events, and the writer."""
