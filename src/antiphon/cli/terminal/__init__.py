"""What commands say to a terminal, and how."""
