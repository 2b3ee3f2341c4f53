"""The questions of all pages together: practised on the site, printed with a key, learnt with Anki."""

from handbook.quiz.data import Quiz, anchor_of, pages_of, questions_of, script_of
from handbook.quiz.names import ANKI_NAME, PRINT_NAME

__all__ = ["ANKI_NAME", "PRINT_NAME", "Quiz", "anchor_of", "pages_of", "questions_of", "script_of"]
