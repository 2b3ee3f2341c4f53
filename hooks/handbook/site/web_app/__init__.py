"""The site as an app that works without a network."""
