"""What a page holds, and what stands around it."""
