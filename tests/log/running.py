"""Logs, servers and witnesses for tests of the whole: the released program, started and stopped, and the little of the
formats that a test must make by itself. Python's standard library, and libsodium for seals; nothing of the program's
own code.

    DEPOSITARY=build/release/depositary python3 tests/log/NAME_test.py
"""

import base64
import contextlib
import ctypes
import ctypes.util
import fcntl
import hashlib
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import unittest
from urllib.parse import urlsplit

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DEPOSITARY", str(ROOT / "build/release/depositary"))
CSTO = ROOT / "organisations/csto"
OTHER_VERIFIER = ROOT.parent / "shared/tools/tlog-verify/verify"
# Long enough for a machine that builds and tests something else at the same time; nothing is decided by it.
PATIENCE = 60


# -- programs ----------------------------------------------------------------------------------------------------------

def with_its_parent():
    """In the child: ends with the test, however that ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Program:
    """A program that goes on until it is stopped; what it says is in `said()`."""

    def __init__(self, *arguments, before=(), program=None, where=ROOT):
        self.output = os.memfd_create("output")
        self.process = subprocess.Popen([*before, program or PROGRAM, *map(str, arguments)], cwd=where,
                                        stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT,
                                        preexec_fn=with_its_parent)

    def said(self):
        return os.pread(self.output, 1 << 20, 0).decode()

    def running(self):
        return self.process.poll() is None

    def stop(self, how=signal.SIGTERM):
        """Its exit code."""
        if self.running():
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)


def run(*arguments, program=None, given=None):
    """A command that ends: its code, what it printed, what it complained of."""
    return subprocess.run([program or PROGRAM, *map(str, arguments)], cwd=ROOT, input=given, capture_output=True,
                          text=True, timeout=PATIENCE)


def until(what, told="it did not come about"):
    """What `what` gives once that is not nothing; fails where it never is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(told() if callable(told) else told)


def free_ports(how_many):
    """The first of so many ports in a row that nobody listens on."""
    while True:
        first = random.randrange(20000, 32000)
        with contextlib.ExitStack() as held:
            try:
                for port in range(first, first + how_many):
                    held.enter_context(socket.socket()).bind(("127.0.0.1", port))
                return first
            except OSError:
                continue


# -- HTTP --------------------------------------------------------------------------------------------------------------

class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


def ask(url, body=None, method=None):
    """The answer; nothing where nobody answers."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)
    try:
        if isinstance(body, str):
            body = body.encode()
        connection.request(method or ("GET" if body is None else "POST"), parts.path or "/", body)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


# -- formats -----------------------------------------------------------------------------------------------------------

def sha256(data):
    return hashlib.sha256(data).digest()


def base64_of(data):
    return base64.b64encode(data).decode()


def canonical(value):
    """RFC 8785 for what tests write: no fractions, and no names beyond U+FFFF."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Note:
    """A signed checkpoint: c2sp.org/signed-note, tlog-checkpoint."""

    def __init__(self, text):
        self.whole = text
        head, _, lines = text.rpartition("\n\n")
        self.origin, size, root = head.split("\n")
        self.size, self.root = int(size), root
        self.signers = [line.split(" ")[1] for line in lines.splitlines()]

    def after(self):
        return {"root": self.root, "size": self.size}


class Sodium:
    """Ed25519 by libsodium."""

    def __init__(self):
        self.library = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
        assert self.library.sodium_init() >= 0

    def pair(self, seed):
        public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
        self.library.crypto_sign_seed_keypair(public, secret, seed)
        return public.raw, secret.raw

    def sign(self, secret, message):
        signature = ctypes.create_string_buffer(64)
        self.library.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), secret)
        return signature.raw


SODIUM = Sodium()


class Key:
    """A key file, for what the program would not do with it."""

    def __init__(self, file):
        self.file = str(file)
        _, _, self.name, self.id, secret = pathlib.Path(file).read_text().strip().split("+", 4)
        raw = base64.b64decode(secret)
        self.type = raw[:1]
        self.public, self.secret = SODIUM.pair(raw[1:])
        self.text = base64_of(b"\x01" + self.public)             # in seals and accreditations
        self.next_hash = base64_of(sha256(b"\x01" + self.public))  # to be named beforehand
        self.vkey = f"{self.name}+{self.id}+{base64_of(self.type + self.public)}"

    @classmethod
    def new(cls, file, name, *options):
        pathlib.Path(file).parent.mkdir(parents=True, exist_ok=True)
        made = run("key", "new", name, file, *options)
        assert made.returncode == 0, made.stderr
        return cls(file)

    def sign(self, message):
        return SODIUM.sign(self.secret, message)

    def note(self, text):
        """The note of a text, signed by this key as a log."""
        return f"{text}\n— {self.name} {base64_of(bytes.fromhex(self.id) + self.sign(text.encode()))}\n"

    def checkpoint(self, origin, size, root):
        return self.note(f"{origin}\n{size}\n{base64_of(root)}\n")

    def seal(self, entry, origin, count, after):
        """The entry with a seal of this key under it (src/seals/envelope.hpp)."""
        entry = {"seals": [], "v": 1, **entry}
        statement = {name: value for name, value in entry.items() if name not in ("seals", "known_on")}
        digest = sha256(f"depositary/act/v1\n{origin}\n{canonical(statement)}".encode())
        text = (f"depositary/seal/v1\n{origin}\n{self.text}\n{count}\n{after['size']}\n{after['root']}\n"
                f"{base64_of(digest)}\n")
        seal = {"after": after, "count": count, "key": self.text, "seal": base64_of(self.sign(text.encode()))}
        return {**entry, "seals": [*entry["seals"], seal]}


def act(kind, identity, on="2026-11-01", about=None, content=None, sources=("s2",), **more):
    """The body of an act of the CSTO's record."""
    return {"about": about or {}, "cites": [], "content": content or {}, "id": identity, "kind": kind, "on": on,
            "sources": [{"as": "reported", "id": source} for source in sources], **more}


def said(words):
    return {"en": words, "ru": words}


def position(identity, member, stance="will-consider", session="minsk-2023-11-23", **more):
    """An act that a representative may seal alone."""
    return act("position-taken", identity, about={"member": member, "session": session},
               content={"says": said("A position."), "stance": stance}, **more)


def registry_act(kind, identity, content, about=None):
    return act(kind, identity, about=about, content=content, sources=())


def file_note(name, data, media_type="text/plain", **more):
    """A public file, as an entry names it."""
    return {"kind": "text", "name": name, "sha256": sha256(data).hex(), "size": len(data), "type": media_type, **more}


# -- stores ------------------------------------------------------------------------------------------------------------

def annexes_of(store):
    """What lies under salted hashes in an SQLite store that nobody writes: by the hash, its type and bytes."""
    with contextlib.closing(sqlite3.connect(store)) as opened:
        rows = opened.execute("SELECT commitment, salt, media_type, data FROM annex").fetchall()
    assert all(sha256(salt + data) == commitment for commitment, salt, _, data in rows)
    return {commitment: (media_type, data) for commitment, _, media_type, data in rows}


def last_entry(store):
    """Of an SQLite store that nobody writes: its place and what it says."""
    with contextlib.closing(sqlite3.connect(store)) as opened:
        place, data = opened.execute("SELECT idx, data FROM entry ORDER BY idx DESC LIMIT 1").fetchone()
    return place, json.loads(data)


# -- logs --------------------------------------------------------------------------------------------------------------

def signed_by_enough(note, holders=2):
    return note if note and len([name for name in note.signers if re.search(r"copy-holder-\d$", name)]) >= holders else None


class Log:
    """A log that is served at `url`."""

    def __init__(self, url):
        self.url = url

    def get(self, path):
        return ask(self.url + path)

    def note(self, path):
        answer = self.get(path)
        return Note(answer.text) if answer and answer.status == 200 else None

    def newest(self):
        return self.note("/log/newest")

    def witnessed(self):
        """The checkpoint that is shown, where both copy-holders cosigned it."""
        return signed_by_enough(self.note("/log/checkpoint"))

    def until_witnessed(self, size=None):
        def here():
            note = self.witnessed()
            return note if note and (size is None or note.size >= size) else None
        return until(here, lambda: f"not witnessed: {self.get('/log/checkpoint')}")

    def keys(self):
        return {key["key"]: key for key in self.get("/log/keys.json").json["keys"]}

    def count(self, key):
        return self.keys().get(key.text, {"count": 0})["count"]

    def submit(self, entry):
        return ask(self.url + "/log/submit", entry if isinstance(entry, (str, bytes)) else canonical(entry))

    def submit_with(self, entry, *files):
        """With the bytes of its files, each a media type and bytes (src/registry/submission.hpp)."""
        text = (entry if isinstance(entry, str) else canonical(entry)).encode()
        head = f"depositary/submission@v1\nentry {len(text)}\n" + "".join(
            f"file {media_type} {len(data)}\n" for media_type, data in files)
        return ask(self.url + "/log/submit", head.encode() + b"\n" + text + b"".join(data for _, data in files))

    def sealed(self, key, body, **more):
        """The act, sealed with the key's next number over the newest checkpoint."""
        newest = self.newest()
        return key.seal({"body": body, **more}, newest.origin, self.count(key) + 1, newest.after())


class Demonstration(Log):
    """`depositary demonstrate`, its server and its copy-holders."""

    def __init__(self, folder, package=CSTO):
        self.port = free_ports(3)
        super().__init__(f"http://127.0.0.1:{self.port}")
        self.folder, self.package = pathlib.Path(folder), package
        self.store = self.folder / "log.db"
        self.programs = {}
        self.make()

    def make(self):
        made = run("demonstrate", self.package, self.folder, "--port", self.port)
        assert made.returncode == 0, made.stderr
        return made.stdout

    def key(self, name):
        return Key(self.folder / "keys" / f"{name}.key")

    def serve(self, *more, store=None, port=None, name="server", before=(), address="127.0.0.1"):
        """A server, when it answers; `before`: on another host."""
        port = port or self.port
        program = Program("serve", store or self.store, "--log-key", self.folder / "keys/log.key", "--port", port,
                          "--address", address, *more, before=before)
        self.programs[name] = program
        self.answering(program, f"http://{address}:{port}/log/newest")
        return program

    def imported(self, store, policy=None):
        """The same package with the same keys in another store."""
        made = run("import", self.package, store, "--keys", self.folder / "keys", "--policy",
                   policy or self.folder / "policy", "--registrar", "demonstration registrar")
        assert made.returncode == 0, made.stderr
        return store

    def holder(self, number, *more, before=(), address="127.0.0.1"):
        """Copy-holder 1 or 2, when it answers; `before`: on another host."""
        place = self.folder / f"copy-holder-{number}"
        program = Program("witness", place, "--key", place / "witness.key", "--replay-key", place / "replay.key",
                          "--port", self.port + number, "--address", address, *more, before=before)
        self.programs[f"holder {number}"] = program
        self.answering(program, f"http://{address}:{self.port + number}/")
        return program

    @staticmethod
    def answering(program, url):
        until(lambda: ask(url) or not program.running(), f"nobody answers at {url}: {program.said()}")
        assert program.running(), program.said()

    def start(self):
        self.holder(1)
        self.holder(2)
        self.serve()
        return self

    def stop(self, how=signal.SIGTERM):
        for program in self.programs.values():
            program.stop(how)
        self.programs = {}


POSTGRES = pathlib.Path("/usr/lib/postgresql/15/bin")


class Postgres:
    """A PostgreSQL server of one test, in a folder, on a socket in it and on no port."""

    def __init__(self, folder):
        if not (POSTGRES / "postgres").exists():
            raise unittest.SkipTest("PostgreSQL 15 is not installed")
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.before = []
        if os.getuid() == 0:  # it does not run as root
            shutil.chown(self.folder, "postgres")
            os.chmod(self.folder.parent, 0o755)
            self.before = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig", "KILL"]
        data = self.folder / "data"
        made = subprocess.run([*self.before, POSTGRES / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync",
                               "-E", "UTF8", "--locale=C"], cwd="/", capture_output=True, text=True)
        assert made.returncode == 0, made.stdout + made.stderr
        self.server = Program("-D", data, "-k", self.folder, "-c", "listen_addresses=", "-c", "shared_buffers=16MB",
                              before=self.before, program=POSTGRES / "postgres", where="/")
        until(lambda: run("-q", "-h", self.folder, program=POSTGRES / "pg_isready").returncode == 0, self.server.said)
        self.databases = 0

    def database(self):
        """A new one; its address."""
        self.databases += 1
        name = f"log{self.databases}"
        self.ask("postgres", f"CREATE DATABASE {name}")
        return self.address(name)

    def address(self, name):
        return f"postgresql:///{name}?host={self.folder}&user=postgres"

    def ask(self, name, sql):
        answer = run("-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", self.address(name), "-c", sql, program="psql")
        assert answer.returncode == 0, answer.stderr
        return answer.stdout.strip()

    def stop(self):
        self.server.stop(signal.SIGINT)


class LogTest(unittest.TestCase):
    """Tests of one class share a folder, which goes with them."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="depositary-log-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)

    @classmethod
    def demonstration(cls, name="demo", **more):
        made = Demonstration(cls.place / name, **more)
        cls.addClassCleanup(made.stop, signal.SIGKILL)
        return made

    @classmethod
    def postgres(cls):
        server = Postgres(cls.place / "postgres")
        cls.addClassCleanup(server.stop)
        return server

    def assertKept(self, answer):
        self.assertIsNotNone(answer, "nobody answered")
        self.assertIn(answer.status, (200, 201), answer.text)
        return answer.json

    def assertRefused(self, answer, code, status=422):
        """Both sentences are there, and say something."""
        self.assertIsNotNone(answer, "nobody answered")
        self.assertEqual(answer.status, status, answer.text)
        refusal = answer.json
        self.assertEqual(refusal["code"], code, answer.text)
        for language in ("en", "ru"):
            self.assertGreater(len(refusal["says"][language]), 20)
            self.assertNotRegex(refusal["says"][language], r"\{\w+\}")
        self.assertRegex(refusal["says"]["ru"], "[а-я]")
        return refusal

    def assertClean(self, store):
        looked = run("doctor", store)
        self.assertEqual((looked.returncode, looked.stderr), (0, ""))

    def other_verifier(self, log, vkey, *more):
        """The verifier in Go finds the log good: a folder's or an address's. Left out where Go is not there."""
        found = run("-log", log, "-vkey", vkey, *more, program=other_verifier())
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)
        return json.loads(found.stdout)


def other_verifier():
    """Built once for all tests, from the source beside the repository."""
    if not OTHER_VERIFIER.exists() or not shutil.which("go"):
        raise unittest.SkipTest("no Go, or no source of the other verifier")
    place = pathlib.Path(PROGRAM).resolve().parent / "other_verifier"
    place.mkdir(exist_ok=True)
    built = place / "verify"
    with open(place / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists() or built.stat().st_mtime < (OTHER_VERIFIER / "main.go").stat().st_mtime:
            subprocess.run(["go", "build", "-o", str(built), "."], cwd=OTHER_VERIFIER, check=True,
                           env={"PATH": os.environ["PATH"], "HOME": str(place), "GOCACHE": str(place / "cache"),
                                "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""})
    return str(built)
