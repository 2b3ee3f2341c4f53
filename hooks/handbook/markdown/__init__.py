"""The handbook's Markdown: blocks, quoted figures, shared anchors, links put into text, scanning of sources."""
