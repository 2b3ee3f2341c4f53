"""Files for the server, and what a host sends with them."""
