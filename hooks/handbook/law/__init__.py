"""The law register, citations of it in running text, and what a new law makes stale.

Start with :func:`handbook.law.register.read_register`; :mod:`handbook.law.markdown`
links citations, :mod:`handbook.law.document_pages` writes the register's own pages and
:mod:`handbook.law.stale_citations` lists the pages to review.
"""
