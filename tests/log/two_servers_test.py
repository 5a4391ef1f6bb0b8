"""Two servers on one PostgreSQL: one writes, the other follows; when the writer dies the other takes over, and the log
is one."""

import json
import signal
import threading
import unittest

from running import Log, LogTest, position, until


class TwoServersTest(LogTest):
    def test_when_the_writer_is_killed_the_other_goes_on_with_the_same_log(self):
        demo = self.demonstration()
        store = demo.imported(self.postgres().database())
        other = Log(f"http://127.0.0.1:{demo.port + 3}")
        demo.holder(1)
        demo.holder(2)
        writer = demo.serve(store=store)
        demo.serve(store=store, port=demo.port + 3, name="second server")
        registrar = demo.key("registrar")
        kept_checkpoints, acknowledged = [], {}

        def remember(note):
            file = self.place / f"old-{len(kept_checkpoints)}"
            file.write_text(note.whole)
            kept_checkpoints.append(file)
            return note

        def hand_in(log, identity):
            answer = log.submit(log.sealed(registrar, position(identity, "RU")))
            if answer and answer.status in (200, 201):
                acknowledged[identity] = answer.json["entry"]
            return answer

        # Both show the log, both give pages.
        first = remember(demo.until_witnessed())
        self.assertEqual(other.newest().root, first.root)
        for log in (demo, other):
            self.assertEqual(log.get("/en").status, 200)

        # One writes; the other says so, and follows.
        entry = self.assertKept(hand_in(demo, "by-the-writer"))["entry"]
        self.assertRefused(other.submit(other.sealed(registrar, position("by-the-other", "RU"))), "pen_lost", 503)
        until(lambda: other.newest().size == entry + 1, "the other did not follow")
        self.assertEqual(remember(demo.newest()).root, other.newest().root)
        until(lambda: (note := other.witnessed()) and note.size == entry + 1, "the other does not show cosignatures")

        # Killed under load.
        stop = threading.Event()

        def load():
            number = 0
            while not stop.is_set():
                newest = demo.newest()
                answer = hand_in(demo, f"under-load-{number}") if newest else None
                if answer is None:
                    return
                remember(newest)
                number += 1
        loading = threading.Thread(target=load)
        loading.start()
        until(lambda: len(acknowledged) > 8)
        writer.stop(signal.SIGKILL)
        stop.set()
        loading.join()

        # The other takes over.
        def taken_over():
            answer = hand_in(other, "after-the-kill")
            return answer and answer.status in (200, 201)
        until(taken_over, "the other did not take over")
        remember(other.newest())
        for identity, place in acknowledged.items():
            body = json.loads(other.get(f"/log/entry/{place}").text)["body"]
            self.assertEqual(body["id"], identity)
        other.until_witnessed(acknowledged["after-the-kill"] + 1)
        olds = [word for file in kept_checkpoints[-20:] for word in ("-old", file)]
        witnesses = [word for line in other.get("/log/policy").text.splitlines() if line.startswith("witness ")
                     for word in ("-witness", line.split()[2])]
        self.other_verifier(other.url + "/log", demo.key("log").vkey, *witnesses, "-quorum", "2", *olds)

        # The first comes back, and follows.
        demo.serve(store=store)
        self.assertRefused(demo.submit(demo.sealed(registrar, position("by-the-first-again", "RU"))), "pen_lost", 503)
        entry = self.assertKept(hand_in(other, "by-the-new-writer"))["entry"]
        until(lambda: demo.newest().size == entry + 1, "the first did not follow")
        self.assertEqual(demo.newest().root, other.newest().root)
        self.assertClean(store)


if __name__ == "__main__":
    unittest.main()
