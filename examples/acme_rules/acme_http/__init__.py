"""Rules and fields of responses at Acme, found by antiphon wherever this distribution is installed."""
