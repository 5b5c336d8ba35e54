"""The command line, built on argparse: one file for each command."""
