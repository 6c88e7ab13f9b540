"""What reads a spec to make something else."""
