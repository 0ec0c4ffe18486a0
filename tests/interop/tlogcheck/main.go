// Command tlogcheck checks a c2sp.org/tlog-tiles log with the packages of the Go checksum database, which share no line with
// the product: every entry up to the signed root, every tile, an older checkpoint, proofs made elsewhere, cosignatures.
//
//	tlogcheck -vkey KEY [-old FILE [-extends FILE]] [-proofs FOLDER] [-witness KEY] URL
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	vkey := flag.String("vkey", "", "verifier key of the log")
	old := flag.String("old", "", "file with an older checkpoint")
	proof := flag.String("extends", "", "file with a consistency proof from the older checkpoint, a base64 hash a line")
	proofs := flag.String("proofs", "", "folder of .tlog-proof files")
	witness := flag.String("witness", "", "verifier key of a witness that must have cosigned")
	flag.Parse()
	if err := run(flag.Arg(0), *vkey, *old, *proof, *proofs, *witness); err != nil {
		fmt.Fprintln(os.Stderr, "tlogcheck:", err)
		os.Exit(1)
	}
}

func run(url, vkey, old, proof, proofs, witness string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return fmt.Errorf("vkey: %w", err)
	}
	log := &remote{url: strings.TrimSuffix(url, "/"), client: &http.Client{Timeout: 30 * time.Second}}
	signed, err := log.get("checkpoint")
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(signed, verifier)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	hashes, err := log.hashEntries(tree.N)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries hash to %v, the checkpoint says %v", root, tree.Hash)
	}
	if err := log.compareTiles(tree.N, hashes); err != nil {
		return err
	}
	if err := log.lightClient(tree, hashes); err != nil {
		return err
	}
	done := []string{fmt.Sprintf("size %d", tree.N)}
	if old != "" {
		size, err := extends(tree, old, proof, verifier, hashes)
		if err != nil {
			return fmt.Errorf("older checkpoint: %w", err)
		}
		done = append(done, fmt.Sprintf("extends size %d", size))
	}
	if proofs != "" {
		count, err := checkProofs(proofs, verifier, hashes)
		if err != nil {
			return err
		}
		done = append(done, fmt.Sprintf("%d proof files", count))
	}
	if witness != "" {
		if err := cosigned(signed, witness); err != nil {
			return fmt.Errorf("cosignature: %w", err)
		}
		done = append(done, "cosigned")
	}
	fmt.Println("ok", strings.Join(done, ", "))
	return nil
}

// A checkpoint is a tree note of the checksum database but for its first line, which there is fixed.
func openCheckpoint(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("origin %q, key of %q", origin, verifier.Name())
	}
	return tlog.ParseTree([]byte("go.sum database tree\n" + rest))
}

type remote struct {
	url    string
	client *http.Client
}

func (log *remote) get(path string) ([]byte, error) {
	response, err := log.client.Get(log.url + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}

// memory holds every hash of the tree, computed from the entries.
type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(m)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		found[i] = m[index]
	}
	return found, nil
}

func (log *remote) hashEntries(size int64) (memory, error) {
	var hashes memory
	for first := int64(0); first < size; first += 1 << tileHeight {
		width := min(size-first, 1<<tileHeight)
		path := tilePath(tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: int(width)})
		bundle, err := log.get(path)
		if err != nil {
			return nil, err
		}
		for i := int64(0); i < width; i++ {
			var entry []byte
			if entry, bundle, err = cutEntry(bundle); err != nil {
				return nil, fmt.Errorf("%s: entry %d: %w", path, i, err)
			}
			stored, err := tlog.StoredHashes(first+i, entry, hashes)
			if err != nil {
				return nil, err
			}
			hashes = append(hashes, stored...)
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("%s: %d bytes too many", path, len(bundle))
		}
	}
	return hashes, nil
}

func cutEntry(bundle []byte) (entry, rest []byte, err error) {
	if len(bundle) < 2 {
		return nil, nil, errors.New("no length")
	}
	end := 2 + int(binary.BigEndian.Uint16(bundle))
	if len(bundle) < end {
		return nil, nil, errors.New("cut short")
	}
	return bundle[2:end], bundle[end:], nil
}

// The checksum database writes tile/8/0/000 and tile/8/data/000.
func tilePath(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	return "tile/" + strings.Replace(path, "data/", "entries/", 1)
}

func (log *remote) compareTiles(size int64, hashes memory) error {
	for _, tile := range tlog.NewTiles(tileHeight, 0, size) {
		want, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return err
		}
		got, err := log.get(tilePath(tile))
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			return fmt.Errorf("%s is not the tile of the entries", tilePath(tile))
		}
	}
	return nil
}

// The remote log as tlog.TileReader.
func (log *remote) Height() int                     { return tileHeight }
func (log *remote) SaveTiles([]tlog.Tile, [][]byte) {}
func (log *remote) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, err := log.get(tilePath(tile))
		if err != nil {
			return nil, err
		}
		all[i] = data
	}
	return all, nil
}

// lightClient proves entries out of tiles alone, as somebody would who does not have the log.
func (log *remote) lightClient(tree tlog.Tree, hashes memory) error {
	for _, index := range []int64{0, tree.N / 3, tree.N / 2, tree.N - 1} {
		if index < 0 || index >= tree.N {
			continue
		}
		proof, err := tlog.ProveRecord(tree.N, index, tlog.TileHashReader(tree, log))
		if err != nil {
			return fmt.Errorf("light client, entry %d: %w", index, err)
		}
		leaf := hashes[tlog.StoredHashIndex(0, index)]
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
			return fmt.Errorf("light client, entry %d: %w", index, err)
		}
	}
	return nil
}

// extends checks that the tree begins with the older one, by a proof of its own and, if there is a file, by the one in it.
func extends(tree tlog.Tree, file, proofFile string, verifier note.Verifier, hashes memory) (int64, error) {
	signed, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	old, err := openCheckpoint(signed, verifier)
	if err != nil {
		return 0, err
	}
	own, err := tlog.ProveTree(tree.N, old.N, hashes)
	if err != nil {
		return 0, err
	}
	if err := tlog.CheckTree(own, tree.N, tree.Hash, old.N, old.Hash); err != nil || proofFile == "" {
		return old.N, err
	}
	text, err := os.ReadFile(proofFile)
	if err != nil {
		return 0, err
	}
	var given tlog.TreeProof
	for _, line := range strings.Fields(string(text)) {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 0, err
		}
		given = append(given, hash)
	}
	return old.N, tlog.CheckTree(given, tree.N, tree.Hash, old.N, old.Hash)
}

// checkProofs checks c2sp.org/tlog-proof files, whose extra data is the entry.
func checkProofs(folder string, verifier note.Verifier, hashes memory) (int, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tlog-proof"))
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		if err := checkProof(file, verifier, hashes); err != nil {
			return 0, fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	return len(files), nil
}

func checkProof(file string, verifier note.Verifier, hashes memory) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	head, checkpoint, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	tree, err := openCheckpoint([]byte(checkpoint), verifier)
	if err != nil {
		return err
	}
	leaf := tlog.RecordHash(entry)
	if leaf != hashes[tlog.StoredHashIndex(0, index)] {
		return errors.New("its extra data is another entry")
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf)
}

// cosigned checks a c2sp.org/tlog-cosignature of type 0x04, which the checksum database does not know, from its definition.
func cosigned(signed []byte, vkey string) error {
	name, rest, _ := strings.Cut(vkey, "+")
	_, encoded, _ := strings.Cut(rest, "+")
	key, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return errors.New("not the key of a witness")
	}
	id := sha256.Sum256(append([]byte(name+"\n"), key...))
	end := bytes.LastIndex(signed, []byte("\n\n"))
	for _, line := range strings.Split(string(signed[end+2:]), "\n") {
		parts := strings.Split(line, " ")
		if len(parts) != 3 || parts[1] != name {
			continue
		}
		value, err := base64.StdEncoding.DecodeString(parts[2])
		if err != nil || len(value) != 4+8+ed25519.SignatureSize || !bytes.Equal(value[:4], id[:4]) {
			continue
		}
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(value[4:12]), signed[:end+1])
		if ed25519.Verify(key[1:], []byte(message), value[12:]) {
			return nil
		}
		return errors.New("does not verify")
	}
	return errors.New("there is none")
}
