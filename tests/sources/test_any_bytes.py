"""Whatever the bytes are, reading gives reports or says why not; it never raises."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record import Report
from dragoman.sources import Unread, read
from dragoman.text.written_dates import written_dates

PIECES = st.sampled_from(
    [
        *(
            b"<html>",
            b"<p>",
            b"</p>",
            b"<meta charset=",
            b"<script>",
            b"<table>",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
        ),
        *(b"\x1f\x8b", b"{", b'"text": "', b'"}', b"\n", b",", b'"', b"text", b"\x00", b"PAR1", b"&#1;"),
        *(
            b"Treaty signed on Tuesday in Oslo. ",
            "Договор подписан. ".encode("cp1251"),
            "条約".encode("cp932"),
        ),
    ]
)
BYTES = st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=30).map(b"".join)


@pytest.mark.parametrize("suffix", [".txt", ".txt.gz", ".html", ".jsonl", ".csv", ".parquet", ".unknown"])
@given(data=BYTES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_told(tmp_path, suffix, data):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") and len(data) % 2 else data)
    for item in read([path]):
        assert isinstance(item, (Report, Unread))
        if isinstance(item, Unread):
            assert item.path
            assert item.reason
            assert item.remedy


@given(st.text(alphabet="0123456789/.-: 年月日元 marchMayIIth,+zGMT令和tháng٣", max_size=40))
def test_any_text_has_dates_or_none(text):
    for found in written_dates(text):
        assert found.readings
        assert 0 <= found.span.start < found.span.end <= len(text)
