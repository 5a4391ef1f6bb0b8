// Verifies one act of a log with a program that shares nothing with the one that keeps it: the tree and the signed
// notes are golang.org/x/mod's (Debian: golang-go, golang-golang-x-mod-dev).
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run docs/verify/verify.go POLICY PROOF ENTRY
//
// POLICY is c2sp.org/tlog-policy, PROOF c2sp.org/tlog-proof, ENTRY the bytes of the entry. Every witness of the policy
// that is found under the checkpoint is named with its time. Exit: 0 it holds, 1 it does not, 2 misuse.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: verify POLICY PROOF ENTRY")
		os.Exit(2)
	}
	var files [3][]byte
	for i, name := range os.Args[1:] {
		bytes, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		files[i] = bytes
	}
	said, err := verify(string(files[0]), string(files[1]), files[2])
	if err != nil {
		fmt.Println("does not hold:", err)
		os.Exit(1)
	}
	fmt.Print(said)
}

func verify(policy, proof string, entry []byte) (string, error) {
	head, checkpoint, found := strings.Cut(proof, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return "", errors.New("not a proof")
	}
	lines = lines[1:]
	if strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if !strings.HasPrefix(lines[0], "index ") {
		return "", errors.New("a proof without an index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return "", err
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		bytes, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(bytes) != tlog.HashSize {
			return "", errors.New("a path that is none")
		}
		path = append(path, tlog.Hash(*(*[tlog.HashSize]byte)(bytes)))
	}

	var logs, witnesses []note.Verifier
	for _, line := range strings.Split(policy, "\n") {
		words := strings.Fields(line)
		switch {
		case len(words) >= 2 && words[0] == "log":
			log, err := note.NewVerifier(words[1])
			if err != nil {
				return "", err
			}
			logs = append(logs, log)
		case len(words) >= 3 && words[0] == "witness":
			witness, err := newWitness(words[2])
			if err != nil {
				return "", err
			}
			witnesses = append(witnesses, witness)
		}
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(append(logs, witnesses...)...))
	if err != nil {
		return "", err
	}
	by := map[string]bool{}
	for _, signature := range opened.Sigs {
		by[signature.Name] = true
	}
	text := strings.Split(opened.Text, "\n")
	if len(text) < 4 || !by[text[0]] || len(logs) == 0 || text[0] != logs[0].Name() {
		return "", errors.New("the checkpoint is not signed by the log of the policy")
	}
	size, err := strconv.ParseInt(text[1], 10, 64)
	if err != nil {
		return "", err
	}
	root, err := tlog.ParseHash(text[2])
	if err != nil {
		return "", err
	}
	if err := tlog.CheckRecord(path, size, root, index, tlog.RecordHash(entry)); err != nil {
		return "", err
	}
	said := fmt.Sprintf("holds: entry %d of %d in %s\n", index, size, text[0])
	for _, witness := range witnesses {
		if by[witness.Name()] {
			when := witness.(*cosigner).when.UTC().Format(time.RFC3339)
			said += fmt.Sprintf("confirmed by %s at %s\n", witness.Name(), when)
		}
	}
	return said, nil
}

// A witness signs the text with the time at which it did (c2sp.org/tlog-cosignature, cosignature/v1), which
// golang.org/x/mod does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
	when time.Time
}

func newWitness(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("a witness without a key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return nil, errors.New("no key of a witness: " + vkey)
	}
	digest := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(digest[:4])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("a key whose id is not its own: " + vkey)
	}
	return &cosigner{name: parts[0], hash: hash, key: key[1:]}, nil
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(signature)
	var signed bytes.Buffer
	fmt.Fprintf(&signed, "cosignature/v1\ntime %d\n", seconds)
	signed.Write(text)
	c.when = time.Unix(int64(seconds), 0)
	return ed25519.Verify(c.key, signed.Bytes(), signature[8:])
}
