"""Opening and closing a PDF so that the same content always gives the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from .font_files import font_path
from .fonts import WENKAI, open_face

# Binary streams: a fifth smaller and faster than ASCII85, which no mail needs today.
rl_config.useA85 = 0

# Fonts are shared by all threads, and cutting a subset moves a cursor inside them.
_writing = Lock()


@dataclass
class Document:
    """A canvas to draw on; its bytes are there when the `with` block has ended."""

    canvas: Canvas
    buffer: BytesIO = field(repr=False)

    @property
    def content(self) -> bytes:
        """The finished file."""
        return self.buffer.getvalue()


@contextmanager
def new_document(
    pagesize: tuple[float, float],
    *,
    title: str,
    author: str = "",
    subject: str = "",
    dated: date | None = None,
) -> Iterator[Document]:
    """Open a document of the given page size in points, and write it at the end.

    The file carries no time of printing (`invariant`), so that it can be compared,
    hashed and signed again; a document that bears a date is `dated` that day.
    """
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=pagesize,
        invariant=1,
        pageCompression=1,
        lang="zh-CN",
        # reportlab's own first font is Helvetica, named in the file but not embedded:
        # printers' checks refuse that.
        initialFontName=open_face(WENKAI, font_path(WENKAI)).fontName,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject or title)
    if dated:
        canvas.setDateFormatter(lambda *_now: f"D:{dated:%Y%m%d}")
    canvas.setCreator("Yuejiang")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    yield Document(canvas, buffer)
    with _writing:
        canvas.save()
