"""Extracts, checks and compiles the translations with Babel; no GNU gettext needed.

``extract`` rewrites the catalogue from the sources and keeps every translation,
``compile`` makes the binary file Django reads, ``check`` fails on what is missing.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (
    "audit",
    "paper",
    "people",
    "competitions",
    "scoring",
    "certificates",
    "live",
    "craftsmen",
    "yuejiang",
)
LOCALE = "zh_Hans"
CATALOGUE = ROOT / "locale" / LOCALE / "LC_MESSAGES" / "django.po"
BINARY = CATALOGUE.with_suffix(".mo")

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
    # The rules are pure: people.sentences translates what they answer.
    "Sentence": None,
}
Text = str | tuple[str, ...] | list[str] | None
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")


def main() -> int:
    """Run one of the three commands; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("extract", "compile", "check"))
    command = parser.parse_args().command
    settings.configure(USE_I18N=False)
    if command == "extract":
        return update()
    return compile_binary() if command == "compile" else check()


def update() -> int:
    """Rewrite the catalogue from the sources; say how much is left to translate."""
    kept, fresh = read(), sources()
    fresh.creation_date = kept.creation_date
    kept.update(fresh, no_fuzzy_matching=True)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    draft = BytesIO()
    write_po(
        draft,
        kept,
        width=88,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    CATALOGUE.write_bytes(draft.getvalue())
    left = sum(1 for message in texts(kept) if not is_translated(message))
    print(f"{len(kept)} texts, {left} without a translation.")
    return 0


def compile_binary() -> int:
    """Write the file Django reads, when the catalogue is newer."""
    if not BINARY.exists() or BINARY.stat().st_mtime < CATALOGUE.stat().st_mtime:
        draft = BytesIO()
        write_mo(draft, read())
        BINARY.write_bytes(draft.getvalue())
    return 0


def check() -> int:
    """List every text that is missing, untranslated, fuzzy or broken."""
    problems = list(problems_of(read(), sources()))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def problems_of(kept: Catalog, fresh: Catalog) -> Iterator[str]:
    """Compare the catalogue with the sources, one sentence per problem."""
    for wanted in texts(fresh):
        shown = f"{wanted.id!r} ({', '.join(path for path, _ in wanted.locations)})"
        found = kept.get(wanted.id, wanted.context)
        if found is None or not is_translated(found):
            yield f"Not translated: {shown}"
        elif found.fuzzy:
            yield f"Fuzzy: {shown}"
        elif placeholders(found.id) != placeholders(found.string):
            yield f"Other placeholders in the translation: {shown}"
    for found in texts(kept):
        if fresh.get(found.id, found.context) is None:
            yield f"No longer in the sources: {found.id!r}"


def read() -> Catalog:
    """Return the catalogue as committed, or an empty one."""
    if not CATALOGUE.exists():
        return Catalog(locale=LOCALE, project="Yuejiang", fuzzy=False)
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale=LOCALE)


def sources() -> Catalog:
    """Return every text of the Python files and templates."""
    catalogue = Catalog(locale=LOCALE, project="Yuejiang", fuzzy=False)
    for path in source_files():
        name = str(path.relative_to(ROOT))
        content = path.read_text()
        if path.suffix == ".html":
            content = as_python(content, name)
        file = BytesIO(content.encode())
        found = extract("python", file, KEYWORDS, comment_tags=["Translators"])
        for line, message, comments, context in found:
            catalogue.add(
                message,
                locations=[(name, line)],
                auto_comments=comments,
                context=context,
            )
    return catalogue


def source_files() -> Iterator[Path]:
    """Yield what may hold texts, in a stable order."""
    for folder in SOURCES:
        yield from sorted((ROOT / folder).rglob("*.py"))
        yield from sorted((ROOT / folder).rglob("*.html"))


def as_python(template: str, name: str) -> str:
    """Turn a template into lines of Python calls, as Django does for GNU gettext."""
    calls = templatize(template, origin=name)
    # Indentation means nothing in a template and everything to a tokenizer.
    return "\n".join(line.lstrip() for line in calls.splitlines())


def texts(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages without the header."""
    return (message for message in catalogue if message.id)


def is_translated(message: Message) -> bool:
    """Say whether every form of the message has a translation."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms)


def placeholders(text: Text) -> set[str]:
    """Return what is filled in, over all plural forms."""
    forms = [text] if isinstance(text, str) else text or []
    return {found for form in forms for found in PLACEHOLDER.findall(form)}


if __name__ == "__main__":
    sys.exit(main())
