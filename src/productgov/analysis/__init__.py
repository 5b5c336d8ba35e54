"""Questions about a whole governance: order, reach, progress, horizons."""
