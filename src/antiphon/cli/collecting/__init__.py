"""Import the targets that the user names, and collect the findings there."""
