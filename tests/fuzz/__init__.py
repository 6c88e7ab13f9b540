"""What reads octets that anybody may have written, given octets that nobody would write."""
