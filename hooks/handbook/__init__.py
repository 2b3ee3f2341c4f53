"""The handbook: records, rules and renderings in wings, each of which uses only those before it.

Only ``mkdocs`` and ``commands`` import MkDocs (``tests/core/test_layers.py`` says so):
the core has to outlive the site generator.  Functions return values *and
problems* (:class:`handbook.problem.Problem`) instead of logging.
"""
