"""Bytes in, text out, whatever the encoding; or a reason why not.

The order is the one that errs least on real pages: a byte order mark, UTF-8 (which hardly anything else can be
mistaken for), the encoding that an HTML page declares (labels as in the WHATWG Encoding Standard), and last a
statistical guess among the encodings that the web has used.
"""

import codecs
import re

from communique.model import Reason, Unusable

BOMS = (  # UTF-32 before UTF-16, whose mark is the beginning of the other's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that the WHATWG standard reads as the larger encoding that browsers have always used for them.
LARGER = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
}
GUESSES = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
FORMATS = {b"%PDF-": "PDF", b"PK\x03\x04": "ZIP archive", b"WARC/": "WARC archive", b"\x1f\x8b": "gzip in gzip"}
GUESS_BYTES = 65_536
ZEROS = 0.005  # of the bytes of UTF-16 at least, those of ASCII; Chinese has hardly more
STRAY_ZEROS = 0.3  # of their number, in the other place: U+4E00 is common
UNPRINTABLE = 0.01  # of the characters, up to which bytes can be UTF-16
BROKEN_SHARE = 0.05  # of the non-ASCII characters: up to this, bad bytes are damage; beyond, another encoding

_DECLARED = re.compile(
    rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.\-]{2,40})|encoding=[\"']([A-Za-z0-9_\-]{2,40})"
)


def binary_format(head: bytes) -> str | None:
    """What the first bytes of a file are, if they are not text: "PDF", "binary data"; None for text.

    >>> binary_format(b"%PDF-1.7"), binary_format(b"Damascus, SANA - The minister")
    ('PDF', None)
    """
    for magic, name in FORMATS.items():
        if head.startswith(magic):
            return name
    if marked_encoding(head):
        return None
    controls = sum(head.count(code) for code in (*range(9), *range(14, 27), *range(28, 32)))  # not tab, newline, escape
    return "binary data" if b"\0" in head or controls > 0.01 * len(head) + 1 else None


def marked_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `head` gives, or UTF-16 without one; None for others.

    >>> marked_encoding("Damascus".encode("utf-16-be")), marked_encoding(b"Damascus")
    ('utf-16-be', None)
    """
    return next((name for bom, name in BOMS if head.startswith(bom)), None) or _unmarked_encoding(head)


def _unmarked_encoding(head: bytes) -> str | None:
    """UTF-16 if most zeros stand in every other byte, and what the bytes encode can be printed."""
    sample = head[: GUESS_BYTES // 8 * 2]
    zeros = sample[::2].count(0), sample[1::2].count(0)
    if max(zeros) < max(2, ZEROS * len(sample)) or min(zeros) > STRAY_ZEROS * max(zeros):
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    odd = sum((not char.isprintable() and char not in "\t\r\n") or char == "\ufffd" for char in text)
    return encoding if odd <= UNPRINTABLE * len(text) else None


def decode(data: bytes, html: bool = False) -> str:
    """The text that `data` encodes.

    Args:
        data: a whole document.
        html: look for an encoding declared in the markup, too.
    Raises:
        Unusable: with reason `binary` or `encoding`.

    >>> decode("Дамаск".encode("utf-16")), decode(b'<meta charset="windows-1251">\\xc4\\xe0', html=True)[-2:]
    ('Дамаск', 'Да')
    """
    encoding, clean = marked_encoding(data), "\N{BYTE ORDER MARK}"
    if encoding:
        return data.decode(encoding, "replace").removeprefix(clean)
    if found := binary_format(data[:GUESS_BYTES]):
        raise Unusable(Reason.BINARY, found)
    if b"\x1b$" in data:  # ISO-2022-JP is seven-bit, so it passes for UTF-8
        return data.decode("iso2022_jp", "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken:
        return text
    head = data[:GUESS_BYTES]
    declared = _declared_encoding(head) if html else None
    if declared not in (None, "utf-8") and (legacy := _decode_as(data, declared)):
        return legacy
    foreign = sum(not char.isascii() for char in text[:GUESS_BYTES])
    if text.count("\ufffd", 0, GUESS_BYTES) <= BROKEN_SHARE * foreign:
        return text
    guessed = guess_encoding(data)
    if guessed and (legacy := _decode_as(data, guessed)):
        return legacy
    if declared == "utf-8":
        return text
    raise Unusable(Reason.ENCODING, "neither UTF-8 nor an encoding that can be told from the bytes")


def guess_encoding(data: bytes) -> str | None:
    """The legacy encoding that `data` is most likely in, None if none is plausible.

    >>> guess_encoding("Министр встретился с послом в Москве".encode("cp1251"))
    'cp1251'
    """
    from charset_normalizer import from_bytes

    match = from_bytes(data[:GUESS_BYTES], cp_isolation=list(GUESSES), threshold=0.2).best()
    return match.encoding if match else None


def stream_encoding(head: bytes) -> str:
    """The encoding of a long file from its first bytes; "utf-8" if they do not speak against it."""
    if marked := marked_encoding(head):
        return marked
    tail = len(head) - 4  # the head may end in the middle of a character
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= tail:
            return "utf-8"
    text = head.decode("utf-8", "replace")
    if text.count("\ufffd") <= BROKEN_SHARE * sum(not char.isascii() for char in text):
        return "utf-8"  # damage in single lines
    return guess_encoding(head) or "utf-8"


def _declared_encoding(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii").lower()
    try:
        return codecs.lookup(LARGER.get(label, label)).name
    except LookupError:
        return None


def _decode_as(data: bytes, encoding: str) -> str | None:
    """`data` read as `encoding`, with a few undecodable bytes replaced; None if it is not a text in it."""
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):  # not a text encoding ("hex")
        return None
    foreign = sum(not char.isascii() for char in text)
    return text if text.count("\ufffd") <= BROKEN_SHARE * foreign else None
