package publish

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/andybalholm/brotli"
)

// CompressFrom is the size from which a compressed copy is made. What is
// smaller fits into one packet either way.
const CompressFrom = 1024

// Compression counts what Compress made.
type Compression struct {
	// Files are those that have copies, of Bytes bytes together.
	Files int
	Bytes int64
	// Gzip and Brotli are the bytes of their copies.
	Gzip, Brotli int64
	// Copies are the files made.
	Copies int
}

// brotliVersion is the version of the encoder in go.mod.
const brotliVersion = "v1.3.0"

// What the encoders are told.
const (
	brotliQuality = brotli.BestCompression
	brotliWindow  = 22 // the largest, as a binary logarithm
	gzipLevel     = gzip.BestCompression
)

// manner is to be raised where copies of the same content become others and
// nothing else in the compressor's name says so.
const manner = 1

// Compressor names what the copies were made with: the same compressor makes
// the same copies.
func Compressor() string {
	return fmt.Sprintf("brotli %s quality %d window %d, gzip %s level %d, manner %d",
		brotliVersion, brotliQuality, brotliWindow, runtime.Version(), gzipLevel, manner)
}

// Compress puts compressed copies, .br and .gz, beside the files below dir that
// pick chooses by their slash-separated path, for servers that hand them out
// as they are. A copy is made where it is smaller. The copies depend on nothing
// but the content.
//
// The folder before is an earlier site whose copies the same Compressor made,
// or empty: what has not changed since is taken from it, after a look whether
// it is what it should be.
//
// The standard library's gzip is as good as any that is kept up in Go: the
// next best saves half a percent. Brotli's window is no larger than the file,
// which halves the time and costs a thousandth.
func Compress(ctx context.Context, dir, before string, pick func(path string) bool) (Compression, error) {
	var paths []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !pick(path) {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Size() >= CompressFrom {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		return Compression{}, fmt.Errorf("compress: %w", err)
	}
	made := make([]Compression, len(paths))
	err = each(len(paths), func(i int) (err error) {
		if err := ctx.Err(); err != nil {
			return err
		}
		old := ""
		if before != "" {
			old = filepath.Join(before, filepath.FromSlash(paths[i]))
		}
		made[i], err = compress(filepath.Join(dir, filepath.FromSlash(paths[i])), old)
		return err
	})
	var sum Compression
	for _, one := range made {
		sum.Files += min(one.Copies, 1)
		sum.Bytes += one.Bytes
		sum.Gzip += one.Gzip
		sum.Brotli += one.Brotli
		sum.Copies += one.Copies
	}
	return sum, err
}

// encoding is one way to compress.
type encoding struct {
	suffix string
	// to and from compress and expand; n is the size of the file.
	to   func(w io.Writer, n int) io.WriteCloser
	from func(r io.Reader) (io.Reader, error)
	// bytes is where the size of the copy is counted.
	bytes func(c *Compression) *int64
}

var brotliEncoding = encoding{
	suffix: ".br",
	to: func(w io.Writer, n int) io.WriteCloser {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotliQuality, LGWin: window(n)})
	},
	from:  func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	bytes: func(c *Compression) *int64 { return &c.Brotli },
}

var gzipEncoding = encoding{
	suffix: ".gz",
	to: func(w io.Writer, _ int) io.WriteCloser {
		z, _ := gzip.NewWriterLevel(w, gzipLevel) // the level is valid
		return z
	},
	from:  func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	bytes: func(c *Compression) *int64 { return &c.Gzip },
}

var encodings = []encoding{brotliEncoding, gzipEncoding}

// compress makes the copies of the file name, or takes those of old.
func compress(name, old string) (Compression, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return Compression{}, err
	}
	unchanged := false
	if old != "" {
		before, err := os.ReadFile(old)
		unchanged = err == nil && bytes.Equal(before, content)
	}
	c := Compression{Bytes: int64(len(content))}
	for _, way := range encodings {
		var copied []byte
		if unchanged {
			copied = way.earlier(old, content)
		}
		if copied == nil {
			if copied, err = way.compress(content); err != nil {
				return c, fmt.Errorf("compress: %w", err)
			}
		}
		if len(copied) >= len(content) {
			continue
		}
		if err := WriteNew(name+way.suffix, copied); err != nil {
			return c, fmt.Errorf("compress: %w", err)
		}
		*way.bytes(&c) = int64(len(copied))
		c.Copies++
	}
	return c, nil
}

func (way encoding) compress(content []byte) ([]byte, error) {
	var b bytes.Buffer
	z := way.to(&b, len(content))
	if _, err := z.Write(content); err != nil {
		return nil, err
	}
	err := z.Close()
	return b.Bytes(), err
}

// earlier is the copy of the file old, if it holds the content.
func (way encoding) earlier(old string, content []byte) []byte {
	copied, err := os.ReadFile(old + way.suffix)
	if err != nil {
		return nil
	}
	r, err := way.from(bytes.NewReader(copied))
	if err != nil {
		return nil
	}
	// One byte more would show; an endless one is not read.
	expanded, err := io.ReadAll(io.LimitReader(r, int64(len(content))+1))
	if err != nil || !bytes.Equal(expanded, content) {
		return nil
	}
	return copied
}

// WriteNew writes a file that must not be there: it would be the project's own.
func WriteNew(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// window is the binary logarithm of the smallest window that holds n bytes;
// 16 bytes of it are not usable.
func window(n int) int {
	w := 10
	for w < brotliWindow && 1<<w-16 < n {
		w++
	}
	return w
}
