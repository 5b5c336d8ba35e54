"""What comes first: ranking methods, ties, uncertainty and comparison."""
