"""What shared links, feed readers and search engines get."""
