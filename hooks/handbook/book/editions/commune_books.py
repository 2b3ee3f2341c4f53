"""The files of one commune's edition, from the text of its YAML file."""

from __future__ import annotations

from dataclasses import replace

from handbook.book.editions.commune_checks import check_commune_file
from handbook.book.editions.commune_file import chosen_chapters, commune_edition, draft_commune
from handbook.book.editions.local_part import with_known_names
from handbook.book.html_tree.source_lines import line_of
from handbook.book.model import Book
from handbook.book.press.booklet import booklet
from handbook.book.press.printable import Press, letter_problem, missing_letters
from handbook.book.press.typeset import typeset
from handbook.problem import Problem


def commune_books(
    text: str, path: str, name: str, book: Book, press: Press
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """File name → PDF of the commune in ``text``, and every mistake; with a mistake in the file there is no book.

    ``path`` names the file in messages, ``name`` the books.  Communes made one
    after another with the same ``book`` and ``press`` share what is equal in them.
    """
    commune, lines, problems = draft_commune(text, path)
    if commune is None:
        return {}, problems
    # Whatever else is wrong: an editor mends a file once, not once for each message.
    problems += tuple(check_commune_file(commune, lines, book)) + chosen_chapters(commune, lines, book)[1]
    if problems:
        return {}, problems
    commune = with_known_names(commune, book)
    edition, _ = commune_edition(commune, lines, book)
    pdf, problems = typeset(replace(edition, local=None), press.work_dir, press)
    strange = missing_letters(commune.model_dump_json(), press)
    problems += tuple(letter_problem(letter, path, line_of(letter, text)) for letter in strange)
    if pdf is None:
        return {}, problems
    files = {f"{name}.pdf": pdf}
    if commune.folded:
        files[f"{name}-in-gap-doi.pdf"] = booklet(pdf)
    return files, problems
