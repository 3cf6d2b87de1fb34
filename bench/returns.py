#!/usr/bin/env python3
"""Writes as many returns as a benchmark needs out of an archive of workbooks that stays as it is.

    bench/returns.py write COUNT FOLDER SET…     # FOLDER/SET/….xlsx; a set is a month or a register
    bench/returns.py freeze FOLDER               # makes the archive anew out of the sets in FOLDER; see README.md

The archive holds the parts of one workbook for each of the sample township's units and months, and those of long registers.
Where they say the number of the unit, which ends its name and the numbers of its records, the archive says NUMBER.
"""

import io
import lzma
import os
import re
import struct
import sys
import tarfile
import zipfile
import zlib
from multiprocessing import get_context
from pathlib import Path

ARCHIVE = Path(__file__).resolve().parent / "returns.tar.xz"
NUMBER = b"{NUMBER}"
WINDOW = 64 << 20  # as much as three months: what the same unit says in the next one is nearly the same
NAME = re.compile(r"^\D+(\d+)-\d{4}-\d\d\.xlsx$")
LOCAL, CENTRAL, END = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"
FLAGS, DEFLATED, DAY = 0x800, 8, 0x5A21  # names are UTF-8; the first of January 2025


class Workbook:
    """The parts of one unit's workbook; those that are the same for every number are deflated once."""

    def __init__(self, name):
        self.name = name
        self.parts = []

    def add(self, name, data):
        self.parts.append((name.encode(), data if NUMBER in data else packed(data)))

    def write(self, number, folder):
        said = str(number).encode()
        out, directory = bytearray(), bytearray()
        for name, part in self.parts:
            crc, size, data = packed(part.replace(NUMBER, said)) if isinstance(part, bytes) else part
            common = (20, FLAGS, DEFLATED, 0, DAY, crc, len(data), size, len(name), 0)
            directory += struct.pack(CENTRAL, b"PK\1\2", 20, *common, 0, 0, 0, 0, len(out)) + name
            out += struct.pack(LOCAL, b"PK\3\4", *common) + name + data
        count = len(self.parts)
        end = struct.pack(END, b"PK\5\6", 0, 0, count, count, len(directory), len(out), 0)
        (folder / self.name.replace(NUMBER.decode(), str(number))).write_bytes(out + directory + end)


def packed(data):
    """Check sum, size and raw deflate of a part."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush()


def workbooks(wanted):
    """The workbooks of a set, in the order of their units."""
    found = {}
    with tarfile.open(ARCHIVE, "r|xz") as archive:
        for member in archive:
            of, book, part = member.name.split("/", 2)
            if of > wanted:
                break
            if of == wanted:
                place, name = book.split("-", 1)
                found.setdefault(place, Workbook(name)).add(part, archive.extractfile(member).read())
    if not found:
        sys.exit(f"{ARCHIVE} has no {wanted}")
    return [found[place] for place in sorted(found)]


def write_some(books, folder, numbers):
    for number in numbers:
        books[(number - 1) % len(books)].write(number, folder)


def write(count, folder, wanted):
    """Writes the returns of the units 1 to count, by as many processes as there are processors."""
    folder.mkdir(parents=True, exist_ok=True)
    books = workbooks(wanted)
    workers = os.cpu_count() or 1
    fork = get_context("fork")
    started = [
        fork.Process(target=write_some, args=(books, folder, range(1 + i, count + 1, workers))) for i in range(workers)
    ]
    for worker in started:
        worker.start()
    for worker in started:
        worker.join()
    if any(worker.exitcode for worker in started):
        sys.exit(f"not all returns of {wanted} could be written")


def freeze(folder):
    """Makes the archive out of folders of workbooks, of which each but a register has a number in its name."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": WINDOW}]
    with lzma.open(ARCHIVE, "wb", filters=filters) as file, tarfile.open(fileobj=file, mode="w") as archive:
        for of in sorted(folder.iterdir()):
            for place, path in enumerate(sorted(of.iterdir(), key=number), 1):
                with zipfile.ZipFile(path) as book:
                    for part in book.namelist():
                        data = book.read(part)
                        name = path.name
                        if number(path):
                            data = data.replace(number(path).encode(), NUMBER)
                            name = name.replace(number(path), NUMBER.decode())
                        member = tarfile.TarInfo(f"{of.name}/{place:02}-{name}/{part}")
                        member.size = len(data)
                        archive.addfile(member, io.BytesIO(data))


def number(path):
    """The number of the unit that a workbook is from; empty for the sample's own unit."""
    match = NAME.match(path.name)
    return match[1] if match else ""


if __name__ == "__main__":
    if sys.argv[1] == "write":
        for asked in sys.argv[4:]:
            write(int(sys.argv[2]), Path(sys.argv[3]) / asked, asked)
    else:
        freeze(Path(sys.argv[2]))
