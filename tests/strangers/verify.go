// Checks a copy of the log with golang.org/x/mod/sumdb, which knows nothing of this project.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int { return 8 }

// tlog says the height in its paths, C2SP tlog-tiles does not: the bytes are the same.
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func open(path string, key string) tlog.Tree {
	text, err := os.ReadFile(path)
	must(err)
	verifier, err := note.NewVerifier(key)
	must(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	var hash tlog.Hash
	if lines[0] != verifier.Name() || copy(hash[:], root) != 32 {
		log.Fatal("not a checkpoint of this log")
	}
	return tlog.Tree{N: size, Hash: hash}
}

// verify.go FOLDER KEY EARLIER-CHECKPOINT
func main() {
	copied, key := os.Args[1], os.Args[2]
	tree := open(filepath.Join(copied, "checkpoint"), key)
	earlier := open(os.Args[3], key)
	hashes := tlog.TileHashReader(tree, folder(copied))
	for n := int64(0); n < tree.N; n++ {
		tile := tlog.Tile{H: 8, L: 0, N: n / 256, W: 256}
		if left := tree.N - tile.N*256; left < 256 {
			tile.W = int(left)
		}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(copied, path))
		must(err)
		for skip := n % 256; skip > 0; skip-- {
			bundle = bundle[2+binary.BigEndian.Uint16(bundle):]
		}
		entry := bundle[2 : 2+binary.BigEndian.Uint16(bundle)]
		proof, err := tlog.ProveRecord(tree.N, n, hashes)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(entry)))
	}
	proof, err := tlog.ProveTree(tree.N, earlier.N, hashes)
	must(err)
	must(tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash))
	fmt.Printf("%d entries, consistent from %d\n", tree.N, earlier.N)
}
