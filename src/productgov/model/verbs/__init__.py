"""Changes of a governance: each is a function that returns a new one and keeps everything else."""
