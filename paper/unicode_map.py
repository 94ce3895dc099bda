"""Copying text out of a PDF gives back the characters that were put in.

reportlab 5.1 writes code points above U+FFFF into a font's ToUnicode map as five hex
digits; readers take four, so that 𬭎 prints right and copies as Ⲵ. The map wants
UTF-16BE, surrogate pairs included (ISO 32000-1, 9.10.3).
"""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

_ENTRIES_PER_BLOCK = 100  # the most one bfchar block may hold

_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def unicode_map(name: str, subset: list[int]) -> str:
    """Return the ToUnicode map of one font subset (code in the file to code point)."""
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    return _MAP.format(name=name, blocks="\n".join(_blocks(entries)))


def _blocks(entries: list[str]) -> Iterator[str]:
    for start in range(0, len(entries), _ENTRIES_PER_BLOCK):
        block = entries[start : start + _ENTRIES_PER_BLOCK]
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])


class UnicodeFont(TTFont):
    """A TrueType font whose ToUnicode map also holds the supplementary planes."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # reportlab's name
        """Write the font into the document, then put the right map in place."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        prefix = "toUnicodeCMap:"
        names = [key for key in doc.idToObject if key.startswith(prefix)]
        own = [name for name in names if name.endswith(self._face_name())]
        for name, subset in zip(own, subsets, strict=True):
            doc.idToObject[name].content = unicode_map(name[len(prefix) :], subset)

    def _face_name(self) -> str:
        return f"+{(self.face.name + self.face.subfontNameX).decode('pdfdoc')}"
