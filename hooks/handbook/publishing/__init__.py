"""What the handbook tells other programs: feeds, cards, redirects, headers, the list of addresses."""
