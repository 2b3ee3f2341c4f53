"""What the front matter says about a page beyond its text: whom it serves, what is open, when its steps were tried."""
