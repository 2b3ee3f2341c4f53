"""Which books there are, and making many of them."""
