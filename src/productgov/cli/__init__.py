"""The command line: argparse, one file a command."""
