"""Does a file of evidence hold against a log? Needs the log's key and nothing else (docs/formats/evidence.md). Shares
no code with the program that wrote it.

    python3 tests/log/evidence_check.py VKEY FILE...

A line for each file; exit 0 where all hold.
"""

import base64
import hashlib
import pathlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Wrong(Exception):
    pass


def need(right, what):
    if not right:
        raise Wrong(what)


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def ties(m, old, n, new, path):
    """RFC 9162, section 2.1.4.2, for 0 < m < n."""
    if not path:
        return False
    if m & (m - 1) == 0:
        path = [old, *path]
    fn, sn = m - 1, n - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == old and sr == new and sn == 0


def checkpoint(vkey, note):
    """Origin, size and root of a note that the log signed."""
    name, key_id, key = vkey.split("+", 2)
    raw = base64.b64decode(key, validate=True)
    need(raw[0] == 1 and hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8] == key_id, "the key")
    end = note.rindex(b"\n\n")
    text, lines = note[:end + 1], note[end + 2:].decode().splitlines()
    held = 0
    for line in lines:
        mark, who, signature = line.split(" ")
        need(mark == "\u2014", "a line of a signature")
        signature = base64.b64decode(signature, validate=True)
        if who == name and signature[:4].hex() == key_id:
            Ed25519PublicKey.from_public_bytes(raw[1:]).verify(signature[4:], text)
            held += 1
    need(held == 1, "no signature by the log")
    origin, size, root, rest = text.decode().split("\n")
    need(rest == "" and str(int(size)) == size, "the checkpoint")
    return origin, int(size), base64.b64decode(root, validate=True)


def number(line, word):
    found, digits = line.split(" ")
    need(found == word and str(int(digits)) == digits, word)
    return int(digits)


def holds(vkey, data):
    head, rest = data.split(b"\n\n", 1)
    form, kind, seen, older, newer, *path = head.decode().split("\n")
    need(form == "depositary/evidence@v1", "the first line")
    number(seen, "seen")
    older, newer = number(older, "older"), number(newer, "newer")
    need(len(rest) == older + newer, "the lengths")
    path = [base64.b64decode(line, validate=True) for line in path]
    origin, m, old = checkpoint(vkey, rest[:older])
    same, n, new = checkpoint(vkey, rest[older:])
    need(origin == same, "two logs")
    if kind == "split":
        need(m == n and old != new, "no split view")
    else:
        need(kind == "unproved" and 0 < m < n, "the kind")
        need(not ties(m, old, n, new, path), "the path ties them")
    return f"{kind}: {origin} signed {m} and {n}"


def main():
    vkey, *files = sys.argv[1:]
    right = bool(files)
    for file in files:
        try:
            print(f"holds  {holds(vkey, pathlib.Path(file).read_bytes())}")
        except (Wrong, InvalidSignature, ValueError) as fault:
            right = False
            print(f"FAILS  {file}: {fault!r}")
    sys.exit(0 if right else 1)


main()
