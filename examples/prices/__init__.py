"""A feed of prices that a browser follows with EventSource."""
