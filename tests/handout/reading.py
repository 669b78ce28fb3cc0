"""Reads a PDF back: its words, its fonts, its pictures and what it looks like."""

import ctypes
from collections.abc import Iterator

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray


def text_of(pdf: bytes) -> str:
    """All words of all pages, with single spaces between them."""
    with pdfium.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def pages_in(pdf: bytes) -> int:
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def looks(pdf: bytes, scale: int = 1) -> list[NDArray[np.uint8]]:
    """Every page as (height, width, 3) colours; ``scale`` 1 gives a pixel a point."""
    with pdfium.PdfDocument(pdf) as document:
        return [np.array(page.render(scale=scale).to_numpy()[:, :, :3]) for page in document]


def inked_edges(page: NDArray[np.uint8], margin: int) -> list[str]:
    """The edges of a page within which something is printed."""
    bands = {
        "left": page[:, :margin],
        "right": page[:, -margin:],
        "top": page[:margin],
        "bottom": page[-margin:],
    }
    return [edge for edge, band in bands.items() if band.min() < 250]


def fonts_of(pdf: bytes) -> set[tuple[str, bool]]:
    """The name of each font that is used, and whether it is inside the file."""
    with pdfium.PdfDocument(pdf) as document:
        return {font for page in document for font in _fonts(page)}


def pictures_in(pdf: bytes) -> int:
    """How many pictures are made of dots."""
    with pdfium.PdfDocument(pdf) as document:
        return sum(
            len(list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))) for page in document
        )


def _fonts(page: pdfium.PdfPage) -> Iterator[tuple[str, bool]]:
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        font = raw.FPDFTextObj_GetFont(thing.raw)
        name = ctypes.create_string_buffer(128)
        raw.FPDFFont_GetBaseFontName(font, name, 128)
        yield name.value.decode(), raw.FPDFFont_GetIsEmbedded(font) == 1
