"""Pages come in from any usual file, and whatever cannot be used says where it was and why."""

import bz2
import codecs
import gzip
import io
import json
import lzma
import os
import sys
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import UsageError
from communique.model import Page, Reason, Reject
from communique.sources import read

STORY = "Ministers confer in Valletta\n\nVALLETTA - The two ministers spoke about fisheries on Monday."


def pages(*sources: str | Path) -> list[Page]:
    found = list(read(sources))
    assert all(isinstance(page, Page) for page in found), found
    return [page for page in found if isinstance(page, Page)]


def outcome(*sources: str | Path) -> list[tuple[str, str]]:
    """Position and reason (or "page") of everything that comes out."""
    return [(p.position, p.reason.value if isinstance(p, Reject) else "page") for p in read(sources)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def line(**keys: object) -> str:
    return json.dumps(keys) + "\n"


class TestJsonLines:
    def test_every_known_key_reaches_the_page_and_others_are_ignored(self, tmp_path):
        keys = {"url": "https://example.org/a", "text": STORY, "published": "2024-05-02", "fetched": "2024-05-03"}
        keys |= {"rights": "CC0-1.0", "text_origin": "retold", "mood": "calm"}
        path = write(tmp_path / "a.jsonl", line(id="x 1", **keys))
        assert pages(path) == [
            Page(
                *(path.as_posix(), "line 1", STORY, None, "x 1", "https://example.org/a"),
                *("2024-05-02", "2024-05-03", "CC0-1.0", "retold"),
            )
        ]

    def test_a_broken_line_is_a_reject_and_the_next_goes_on(self, tmp_path):
        path = write(tmp_path / "a.jsonl", line(text="One") + '{"text": "Two\n' + "\n" + line(text="Four"))
        assert outcome(path) == [("line 1", "page"), ("line 2", "syntax"), ("line 4", "page")]

    @pytest.mark.parametrize(
        ("record", "reason"),
        [
            ('{"text": ["a"]}', "syntax"),
            ('{"text": 5}', "syntax"),
            ('{"text": "a", "url": {}}', "syntax"),
            ('{"text": "a", "published": true}', "syntax"),
            ('{"title": "a"}', "no_text"),
            ('{"text": null}', "no_text"),
            ('{"text": "  \\n"}', "empty"),
            ("[1, 2]", "syntax"),
            ("12", "syntax"),
            ('{"text": ' + "[" * 200_000 + "]" * 200_000 + "}", "too_large"),
            (json.dumps({"text": "a" * 10_000_001}), "too_large"),
            ('{"text": "' + "a" * 21_000_000 + '"}', "too_large"),
        ],
    )
    def test_a_line_that_is_no_page_says_why(self, tmp_path, record, reason):
        path = write(tmp_path / "a.jsonl", record + "\n" + line(text="Next"))
        assert outcome(path) == [("line 1", reason), ("line 2", "page")]

    def test_a_numeric_id_is_kept_as_it_is_printed(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '{"id": 1.50, "text": "a"}\n{"id": 123456789012345678901, "text": "a"}')
        assert [page.source_id for page in pages(path)] == ["1.50", "123456789012345678901"]

    def test_nan_and_numbers_without_end_do_no_harm(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '{"id": NaN, "text": "a", "n": %s}' % ("9" * 10_000))
        assert pages(path)[0].source_id is None

    def test_of_a_key_given_twice_the_last_counts(self, tmp_path):
        assert pages(write(tmp_path / "a.jsonl", '{"text": "a", "text": "b"}'))[0].text == "b"

    def test_characters_that_no_file_can_hold_are_mended(self, tmp_path):
        path = write(tmp_path / "a.jsonl", r'{"text": "a\ud800b\u0000c \ud83d\ude00"}')
        assert pages(path)[0].text == "a�bc 😀"

    def test_html_goes_before_text_and_line_ends_become_newlines(self, tmp_path):
        path = write(tmp_path / "a.jsonl", line(text="a", html="<p>a\r\nb</p>"))
        assert [(page.text, page.html) for page in pages(path)] == [(None, "<p>a\nb</p>")]

    def test_a_line_in_another_encoding_than_the_rest_is_read(self, tmp_path):
        odd = '{"text": "Le Premier ministre a été reçu à l\'Élysée, où il a évoqué la coopération"}\n'
        path = write(tmp_path / "a.jsonl", line(text="é").encode() * 3000 + odd.encode("cp1252"))
        assert "été reçu" in (pages(path)[-1].text or "")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be"])
    def test_any_unicode_encoding_with_a_mark_is_read(self, tmp_path, encoding):
        mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
        content = json.dumps({"text": "Дамаск 大使"}, ensure_ascii=False) + "\n"
        path = write(tmp_path / "a.jsonl", mark + (content * 2).encode(encoding))
        assert [page.text for page in pages(path)] == ["Дамаск 大使"] * 2

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize(
        "text",
        [
            "Ministers met in Baku.",
            "Дамаск\nМинистр встретился с послом",
            "部长在北京会晤\n\n外长周一在北京会见了来访的外长,\n",
        ],
    )
    def test_utf_16_without_a_mark_is_read(self, tmp_path, encoding, text):
        assert [page.text for page in pages(write(tmp_path / "a.txt", text.encode(encoding)))] == [text]


class TestJson:
    @pytest.mark.parametrize("indent", [None, 2])
    def test_a_file_holds_one_object_or_a_list(self, tmp_path, indent):
        one, many = {"id": 1, "text": "a"}, [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]
        assert len(pages(write(tmp_path / "one.json", json.dumps(one, indent=indent)))) == 1
        found = pages(write(tmp_path / "many.json", json.dumps(many, indent=indent)))
        assert [(page.position, page.source_id) for page in found] == [("item 1", "1"), ("item 2", "2")]

    def test_json_lines_under_the_name_of_json_are_read_as_such(self, tmp_path):
        path = write(tmp_path / "a.json", line(text="a") + "{\n" + line(text="b"))
        assert outcome(path) == [("line 1", "page"), ("line 2", "syntax"), ("line 3", "page")]

    def test_a_list_longer_than_the_window_is_read_item_by_item(self, tmp_path):
        items = [{"id": n, "text": "word " * 2000} for n in range(700)]
        found = pages(write(tmp_path / "a.json", json.dumps(items)))
        assert [page.source_id for page in found] == [str(n) for n in range(700)]

    @pytest.mark.parametrize("tail", ["", ", ", ', {"text": "b"', ', {"text": b}]', "] more"])
    def test_what_follows_a_broken_list_is_reported(self, tmp_path, tail):
        assert outcome(write(tmp_path / "a.json", '[{"text": "a"}' + tail)) == [
            ("item 1", "page"),
            ("item 2", "syntax"),
        ]

    def test_items_that_are_not_objects_are_rejects(self, tmp_path):
        path = write(tmp_path / "a.json", '[1, "a", {"text": "b"}]')
        assert outcome(path) == [("item 1", "syntax"), ("item 2", "syntax"), ("item 3", "page")]


class TestCsv:
    @pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
    def test_the_delimiter_is_found_and_names_are_read_in_any_case(self, tmp_path, mark):
        path = write(tmp_path / "a.csv", f'ID{mark} Text {mark}URL\r\n1{mark}"One\r\nTwo"{mark}http://e.org\r\n')
        page = pages(path)[0]
        assert (page.source_id, page.text, page.url, page.position) == ("1", "One\nTwo", "http://e.org", "row 1")

    def test_a_file_without_a_text_column_names_its_columns_and_the_remedy(self, tmp_path):
        path = write(tmp_path / "a.csv", "id,content\n1,a\n2,b\n")
        (reject,) = read([path])
        assert isinstance(reject, Reject)
        assert reject.reason is Reason.NO_TEXT
        assert "id, content" in reject.detail
        assert "rename" in reject.detail

    def test_rows_that_are_too_long_are_rejects_and_short_ones_have_empty_cells(self, tmp_path):
        path = write(tmp_path / "a.csv", "id,text,url\n1,a,b,c\n2,a\n3\n4,a,,\n\n5,a,b\n")
        expected = ["syntax", "page", "no_text", "page", "page"]
        assert outcome(path) == [(f"row {n}", what) for n, what in enumerate(expected, start=1)]

    def test_an_unbalanced_quote_costs_its_own_row_only(self, tmp_path):
        rows = [f'{n},"page {n}"' for n in range(1, 6)]
        rows[1] = '2,"page 2'
        path = write(tmp_path / "a.csv", "id,text\n" + "\n".join(rows))
        found = list(read([path]))
        assert [p.source_id for p in found if isinstance(p, Page)] == ["1", "3", "4", "5"]
        assert [p.reason for p in found if isinstance(p, Reject)] == [Reason.SYNTAX]

    def test_a_cell_longer_than_the_csv_module_allows_is_read(self, tmp_path):
        path = write(tmp_path / "a.csv", "id,text\n1," + "a" * 500_000 + "\n")
        assert len(pages(path)[0].text or "") == 500_000

    def test_a_legacy_encoding_is_told_from_the_head(self, tmp_path):
        text = "Министр иностранных дел встретился с послом и обсудил вопросы сотрудничества"
        path = write(tmp_path / "a.csv", f"id;text\n1;{text}\n".encode("cp1251"))
        assert pages(path)[0].text == text


class TestParquet:
    def table(self, **columns: pa.Array) -> bytes:
        sink = io.BytesIO()
        pq.write_table(pa.table(columns), sink)
        return sink.getvalue()

    @pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.string_view()])
    def test_any_string_type_will_do(self, tmp_path, kind):
        data = self.table(
            Text=pa.array(["é", None], pa.string()).cast(kind), id=pa.array([7, 8]), more=pa.array([[1], []])
        )
        path = write(tmp_path / "a.parquet", data)
        assert outcome(path) == [("row 1", "page"), ("row 2", "no_text")]
        page = next(iter(read([path])))
        assert isinstance(page, Page)
        assert (page.text, page.source_id) == ("é", "7")

    def test_dates_become_iso_dates(self, tmp_path):
        from datetime import date

        path = write(tmp_path / "a.parquet", self.table(text=pa.array(["a"]), published=pa.array([date(2024, 5, 2)])))
        assert pages(path)[0].published == "2024-05-02"

    def test_other_types_missing_columns_and_corrupt_files_are_rejects(self, tmp_path):
        lists = write(tmp_path / "a.parquet", self.table(text=pa.array([["a"]])))
        none = write(tmp_path / "b.parquet", self.table(body=pa.array(["a"])))
        data = bytearray(self.table(text=pa.array(["a" * 5000])))
        data[len(data) // 2 :] = b"x" * (len(data) - len(data) // 2)
        corrupt = write(tmp_path / "c.parquet", bytes(data))
        text = write(tmp_path / "d.parquet", "not at all")
        assert [reason for _, reason in outcome(lists, none, corrupt, text)] == [
            "syntax",
            "no_text",
            "syntax",
            "syntax",
        ]

    def test_compressed_files_are_read(self, tmp_path):
        path = write(tmp_path / "a.parquet.gz", gzip.compress(self.table(text=pa.array(["a"]))))
        assert len(pages(path)) == 1


class TestDocuments:
    def test_a_text_file_is_one_page_with_the_values_of_its_front_matter(self, tmp_path):
        front = "---\nurl: https://example.org/x?a=b: c\npublished: '2024-05-02'\ntags: [a]\n# note\n---\n"
        page = pages(write(tmp_path / "a.txt", front + STORY))[0]
        assert (page.text, page.published, page.url) == (STORY, "2024-05-02", "https://example.org/x?a=b: c")

    @pytest.mark.parametrize(
        "text", ["---\nurl: x\nno end", "---\nHeadline: a colon\n---\nText", "---\nLine\n---\nText", "----"]
    )
    def test_lines_of_dashes_that_are_no_front_matter_stay_in_the_text(self, tmp_path, text):
        assert pages(write(tmp_path / "a.txt", text))[0].text == text

    def test_html_is_read_in_the_encoding_it_declares(self, tmp_path):
        html = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-9">Görüş</html>'
        assert "Görüş" in (pages(write(tmp_path / "a.html", html.encode("cp1254")))[0].html or "")

    def test_a_page_beyond_the_bound_is_rejected_without_being_held(self, tmp_path):
        path = write(tmp_path / "a.txt.gz", gzip.compress(b"word " * 10_000_000))
        tracemalloc.start()
        assert outcome(path) == [("", "too_large")]
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 45_000_000

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "empty"),
            (b" \n\t\n", "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (bytes(range(256)) * 9, "binary"),
            (b"%PDF-1.7 text", "binary"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ],
    )
    def test_files_that_are_not_text_say_so(self, tmp_path, content, reason):
        for name in ("a.txt", "a.html", "a.jsonl", "a.csv", "a"):
            found = outcome(write(tmp_path / name, content))
            assert [what for _, what in found] in ([reason], [] if name == "a.jsonl" else ["empty"]), name

    def test_bytes_in_no_encoding_are_an_encoding_reject(self, tmp_path):
        noise = bytes(128 + (n * n * 31 + n // 7) % 128 for n in range(3000))
        assert outcome(write(tmp_path / "a.txt", noise)) == [("", "encoding")]

    def test_a_few_damaged_bytes_do_not_change_the_encoding(self, tmp_path):
        text = ("Οι υπουργοί συναντήθηκαν στην Αθήνα. " * 5).encode() + b"\xff end"
        assert (pages(write(tmp_path / "a.txt", text))[0].text or "").endswith("Αθήνα. \ufffd end")


class TestFilesAndFolders:
    def test_a_folder_is_read_with_all_below_it_in_one_order_without_hidden_files(self, tmp_path):
        for name in ("b/2.txt", "b/10.txt", "a.txt", "b.txt", ".git/x.txt", ".x.txt", "Z.txt"):
            write(tmp_path / name, "text")
        assert [page.file for page in pages(tmp_path)] == ["Z.txt", "a.txt", "b/10.txt", "b/2.txt", "b.txt"]

    def test_files_without_a_known_ending_are_told_by_their_content(self, tmp_path):
        write(tmp_path / "a.aspx", "<!DOCTYPE html><p>a</p>")
        write(tmp_path / "b", line(text="a") + line(text="b"))
        write(tmp_path / "c.log", "[Photo] a page of text")
        write(tmp_path / "d.bin", b"\0\1\2")
        found = list(read([tmp_path]))
        kinds = [
            (p.file, "html" if p.html else "text") if isinstance(p, Page) else (p.file, p.reason.value) for p in found
        ]
        assert kinds == [("a.aspx", "html"), ("b", "text"), ("b", "text"), ("c.log", "text"), ("d.bin", "binary")]

    def test_links_back_to_a_folder_above_end(self, tmp_path):
        write(tmp_path / "a/x.txt", "text")
        (tmp_path / "a/loop").symlink_to(tmp_path)
        assert [page.file for page in pages(tmp_path)] == ["a/x.txt"]

    def test_what_cannot_be_opened_is_a_reject(self, tmp_path):
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
        os.mkfifo(tmp_path / "pipe")
        assert [reason for _, reason in outcome(tmp_path)] == ["binary", "binary"]

    @pytest.mark.skipif(sys.platform != "linux", reason="such names are possible on Linux only")
    def test_names_in_no_encoding_are_readable_and_printable(self, tmp_path):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text("text")
        assert pages(tmp_path)[0].file == "a\ufffd.txt"

    @pytest.mark.parametrize("source", ["nowhere.txt", "", "a\0b", "x" * 5000])
    def test_a_path_that_does_not_exist_is_told_before_anything_is_read(self, tmp_path, source):
        with pytest.raises(UsageError) as caught:
            read([write(tmp_path / "a.txt", "text"), source])
        assert caught.value.hint

    def test_no_source_at_all_is_a_usage_error(self):
        with pytest.raises(UsageError):
            read([])


class TestCompression:
    WAYS = (gzip.compress, zstandard.ZstdCompressor().compress, bz2.compress, lzma.compress)

    @pytest.mark.parametrize("pack", WAYS)
    def test_it_is_told_from_the_bytes_whatever_the_name(self, tmp_path, pack):
        data = pack((line(text="a") * 50_000).encode()) + pack(line(text="b").encode())
        assert len(pages(write(tmp_path / "a.jsonl.gz", data))) == 50_001
        assert len(pages(write(tmp_path / "a.jsonl", data))) == 50_001

    @pytest.mark.parametrize("pack", WAYS)
    def test_of_a_truncated_file_the_whole_pages_are_kept_and_the_end_is_rejected(self, tmp_path, pack):
        text = "".join(line(text=f"{n * 7919 % 1000003} talks") for n in range(60_000))
        data = pack(text.encode())
        found = outcome(write(tmp_path / "a.jsonl.gz", data[: len(data) // 2]))
        assert found[-1][1] == "binary"
        assert found.count(("line 1", "page")) <= 1

    def test_a_file_that_inflates_without_end_is_rejected(self, tmp_path):
        path = write(tmp_path / "a.html.gz", gzip.compress(b"a" * 200_000_000, 1))
        assert outcome(path) == [("", "too_large")]


class TestStandardInput:
    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (line(text="a").encode(), "text"),
            (gzip.compress(line(text="a").encode()), "text"),
            (b"<html><p>a", "html"),
            (b"Headline\n\nText", "text"),
            ("Überschrift".encode("utf-16"), "text"),
        ],
        ids=["json lines", "gzip", "html", "text", "utf-16"],  # the bytes of gzip hold the time
    )
    def test_its_format_is_told_from_the_content(self, monkeypatch, content, kind):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        (page,) = pages("-")
        assert page.file == "-"
        assert getattr(page, kind)

    def test_without_content_it_is_an_empty_reject(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        assert outcome("-") == [("", "empty")]


@settings(max_examples=150)
@given(
    content=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8"))),
    start=st.sampled_from([b"", b"[", b'{"text": "', b"text,id\n", b"---\n", b"PAR1", b"\x1f\x8b\x08\0", b"\xff\xfe"]),
    ending=st.sampled_from(["jsonl", "json", "csv", "parquet", "txt", "html", "gz", "x"]),
)
def test_no_bytes_at_all_raise_an_error(tmp_path_factory, content, start, ending):
    path = write(tmp_path_factory.mktemp("any") / f"a.{ending}", start + content)
    for page in read([path]):
        assert isinstance(page, Page | Reject)
        (page.detail if isinstance(page, Reject) else (page.text or page.html or "")).encode()
