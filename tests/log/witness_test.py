"""A witness, asked from outside by programs that share nothing with it: witness_check.py asks what the specification
says, gen.py makes a log for it to mirror, evidence_check.py looks at what it keeps. Then it is killed, started again,
and started with its state gone. Left out (exit 77) where those programs or their packages are not there.

    WITNESS=build/dev/tests/witness_main python3 tests/log/witness_test.py
"""

import functools
import hashlib
import http.server
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).parent
TOOLS = pathlib.Path(__file__).parents[3] / "shared/tools/tlog-verify"
SKIPPED = 77
PATIENCE = 60
NAME, SEED = "witness.example/w", "77" * 32
running = []
REPLAYER, REPLAYER_SEED = "witness.example/w/replayed", "78" * 32


def start(folder):
    """The program, its address and its key; or its exit code and words where it is not to start."""
    program = subprocess.Popen([os.environ["WITNESS"], str(folder), NAME, SEED, REPLAYER, REPLAYER_SEED],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "no_proxy": "*"})
    running.append(program)
    line = program.stdout.readline()
    if not line:
        _, said = program.communicate(timeout=PATIENCE)
        return program.returncode, said
    port, key, _ = line.split()
    return program, f"http://127.0.0.1:{port}", key


def refuses(folder, why):
    code, said, *_ = start(folder)
    assert (code, said.split(":")[0]) == (1, why), (code, said)


def end(program, how=signal.SIGTERM):
    program.send_signal(how)
    program.communicate(timeout=PATIENCE)
    return program.returncode


def python():
    """A Python that has the package `cryptography`."""
    for candidate in ("/usr/bin/python3", sys.executable, "python3"):
        if subprocess.run([candidate, "-c", "import cryptography"], capture_output=True).returncode == 0:
            return candidate
    sys.exit(SKIPPED)


def run(script, *argv):
    found = subprocess.run([python(), str(script), *map(str, argv)], capture_output=True, text=True, timeout=280)
    return found.returncode, found.stdout


def get(url):
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return answer.read()


def post(url, body):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, method="POST"), timeout=PATIENCE) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def comes(what):
    """What `what` gives, once it gives something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if found := what():
                return found
        except urllib.error.HTTPError:
            pass
        time.sleep(0.01)
    raise AssertionError("it did not come")


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_conformance(folder):
    _, vkey = run(TOOLS / "witness_check.py", "--print-vkey")
    vkey = vkey.strip()
    refuses(folder, "bad_logs")
    (folder / "logs").write_text(f"log {vkey}\n")
    program, url, key = start(folder)
    refuses(folder, "in_use")

    code, told = run(TOOLS / "witness_check.py", "--url", url, "--witness-vkey", key, "--monitor", url)
    print(told)
    assert code == 0, "the witness did not answer as it should"
    passed, failed = told.splitlines()[-1].split(", ")
    assert int(passed.split()[0]) >= 44 and failed == "0 failed", told.splitlines()[-1]

    evidence = [folder / "evidence" / name for name in names(folder / "evidence")]
    assert {name.split(".")[1] for name in names(folder / "evidence")} == {"split", "unproved"}
    code, told = run(HERE / "evidence_check.py", vkey, *evidence)
    assert code == 0 and told.count("holds") == len(evidence), told
    damaged = folder / "damaged"
    damaged.write_bytes(evidence[0].read_bytes().replace(b"=\n", b"A\n", 1))
    assert run(HERE / "evidence_check.py", vkey, damaged)[0] == 1

    # Killed and started again it is where it was; a checkpoint that is gone keeps it from starting.
    hex_of_origin, = names(folder / "checkpoints")
    state = folder / "checkpoints" / hex_of_origin
    note = state.read_bytes()
    assert get(f"{url}/{hex_of_origin}/checkpoint") == note
    end(program, signal.SIGKILL)
    program, url, _ = start(folder)
    assert get(f"{url}/{hex_of_origin}/checkpoint") == note
    assert end(program) == 0
    state.unlink()
    refuses(folder, "lost_state")
    state.write_bytes(note[:-20])
    refuses(folder, "unreadable")


def test_mirror(folder):
    made = folder / "made"
    code, _ = run(TOOLS / "gen.py", made, "--size", 3000, "--old", 3000)
    assert code == 0
    vkey = (made / "vkey").read_text().strip()
    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(
        type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}),
        directory=str(made / "log")))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    state = folder / "state"
    state.mkdir()
    (state / "logs").write_text(f"log {vkey} http://127.0.0.1:{served.server_port}/\n")
    program, url, _ = start(state)
    hex_of_origin = hashlib.sha256(vkey.split("+")[0].encode()).hexdigest()

    note = (made / "log/checkpoint").read_bytes()
    assert post(f"{url}/add-checkpoint", b"old 0\n\n" + note) == 200
    stated = comes(lambda: get(f"{url}/replayed/{hex_of_origin}/checkpoint"))
    text = note[:note.rindex(b"\n\n") + 2]
    assert stated.startswith(text) and f"\u2014 {REPLAYER} ".encode() in stated
    assert get(f"{url}/mirror/{hex_of_origin}/checkpoint").startswith(text)
    files = [file for file in (made / "log/tile").rglob("*") if file.is_file()]
    assert len(files) > 20
    for file in files:
        path = file.relative_to(made / "log")
        assert get(f"{url}/mirror/{hex_of_origin}/{path}") == file.read_bytes(), path

    # The same log, of the same size, with another history: signed, and kept for whoever wants to see it.
    assert post(f"{url}/add-checkpoint", b"old 3000\n\n" + (made / "fork/3000").read_bytes()) == 422
    evidence, = (state / "evidence").iterdir()
    assert evidence.name.split(".")[1] == "split"
    code, told = run(HERE / "evidence_check.py", vkey, evidence)
    assert code == 0, told
    assert end(program) == 0
    served.shutdown()


def main():
    if not TOOLS.exists():
        sys.exit(SKIPPED)
    try:
        for test in (test_conformance, test_mirror):
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
    finally:
        for program in running:
            if program.poll() is None:
                program.kill()
    print("all well")


main()
