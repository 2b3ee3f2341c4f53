"""Problems of the core in the log of MkDocs."""

import logging
from collections.abc import Iterable

from handbook.problem import Problem, Severity


def report(problems: Iterable[Problem], feature: str) -> None:
    """Log problems where ``--strict`` counts them; incomplete ones only inform."""
    log = logging.getLogger(f"mkdocs.hooks.{feature}")
    for problem in problems:
        log.log(logging.WARNING if problem.severity is Severity.ERROR else logging.INFO, str(problem))
