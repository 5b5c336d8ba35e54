"""TOML: values from tomllib, positions from a scanner, and the writer."""
