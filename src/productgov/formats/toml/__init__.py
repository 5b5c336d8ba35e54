"""TOML 1.0: the reader and the writer."""
