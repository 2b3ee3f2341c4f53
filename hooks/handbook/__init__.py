"""The pure core of the handbook: records, rules and renderings, without MkDocs.

Nothing in this package imports MkDocs (``tests/core/test_layers.py`` says so):
the core has to outlive the site generator.  Functions return values *and
problems* (:class:`handbook.problem.Problem`) instead of logging.
"""
