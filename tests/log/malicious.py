"""A secretariat that lies: whoever has the log's key and does with it what they like. For tests alone.

It takes the entries of an honest log, changes them, and makes a log of what comes out, correct to the last tile and
signed with the real key: only who remembers, or who reads the entries, can tell.
"""

import functools
import http.server
import pathlib
import shutil
import threading

from running import ask, base64_of, sha256


def leaf(entry):
    return sha256(b"\0" + entry)


def node(left, right):
    return sha256(b"\1" + left + right)


def split(size):
    """The largest power of two below it."""
    return 1 << (size - 1).bit_length() - 1


def root(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return node(root(leaves[:k]), root(leaves[k:]))


def consistency(m, leaves):
    """RFC 6962, section 2.1.2, for 0 < m <= the whole."""
    def part(m, leaves, whole):
        if m == len(leaves):
            return [] if whole else [root(leaves)]
        k = split(len(leaves))
        if m <= k:
            return [*part(m, leaves[:k], whole), root(leaves[k:])]
        return [*part(m - k, leaves[k:], False), root(leaves[:k])]
    return part(m, leaves, True)


def tile_name(level, number, width):
    digits = f"{number:03}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return f"tile/{level}/{name}" + (f".p/{width}" if width < 256 else "")


def entries_of(folder):
    """Of an exported log."""
    entries = []
    size = int((pathlib.Path(folder) / "checkpoint").read_text().split("\n")[1])
    while len(entries) < size:
        width = min(256, size - len(entries))
        data = (pathlib.Path(folder) / tile_name("entries", len(entries) // 256, width)).read_bytes()
        while data:
            length = int.from_bytes(data[:2], "big")
            entries.append(data[2:2 + length])
            data = data[2 + length:]
    return entries


class Secretariat:
    """`honest`: the folder of an exported log, whose policy and files are taken over."""

    def __init__(self, key, origin, honest):
        self.key, self.origin, self.honest = key, origin, pathlib.Path(honest)

    def checkpoint(self, entries):
        return self.key.checkpoint(self.origin, len(entries), root([leaf(entry) for entry in entries]))

    def publish(self, entries, folder):
        """A whole log of these entries, as an export has it."""
        folder = pathlib.Path(folder)
        shutil.copytree(self.honest, folder, ignore=shutil.ignore_patterns("tile", "checkpoint*"))

        def write(name, data):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        for first in range(0, len(entries), 256):
            part = entries[first:first + 256]
            write(tile_name("entries", first // 256, len(part)),
                  b"".join(len(entry).to_bytes(2, "big") + entry for entry in part))
        hashes, level = [leaf(entry) for entry in entries], 0
        while hashes:
            for first in range(0, len(hashes), 256):
                part = hashes[first:first + 256]
                write(tile_name(level, first // 256, len(part)), b"".join(part))
            hashes = [root(hashes[first:first + 256]) for first in range(0, len(hashes) // 256 * 256, 256)]
            level += 1
        write("charter.json", entries[0])
        write("checkpoint", self.checkpoint(entries).encode())
        return folder

    def bring(self, witness, old, entries, path=None):
        """Asks a witness to cosign; the path is the one that these entries give."""
        if path is None:
            path = consistency(old, [leaf(entry) for entry in entries]) if 0 < old <= len(entries) else []
        return ask(witness + "/add-checkpoint",
                   f"old {old}\n" + "".join(base64_of(one) + "\n" for one in path) + "\n" + self.checkpoint(entries))


class Shown:
    """A folder under an address, until it is closed."""

    def __init__(self, folder):
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0),
                                                      functools.partial(Quiet, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
