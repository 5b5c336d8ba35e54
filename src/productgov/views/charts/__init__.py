"""The charts, one a file: each is a function of public values that returns a `Chart`."""
