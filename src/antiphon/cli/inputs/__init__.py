"""From the files that `antiphon lint` names to what was found there."""
