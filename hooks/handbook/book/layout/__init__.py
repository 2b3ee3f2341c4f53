"""How the tree is arranged on paper."""
