"""Field values taken apart as recipients take them apart: nothing is refused here, so that a judge sees what was written."""
