"""What makes previews and large sites quick; a build without it gives the same bytes."""
