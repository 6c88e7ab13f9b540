"""Read the files that `antiphon lint` names, and collect the findings in them."""
