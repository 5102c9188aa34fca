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

	"github.com/andybalholm/brotli"
)

// compressFrom is the size from which a compressed copy is made. What is
// smaller fits into one packet either way.
const compressFrom = 1024

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

// Compress puts compressed copies, .br and .gz, beside the files below dir that
// pick chooses by their slash-separated path, for servers that hand them out
// as they are. A copy is made where it is smaller. The copies depend on nothing
// but the content.
//
// The standard library's gzip is as good as any that is kept up in Go: the
// next best saves half a percent. Brotli's window is no larger than the file,
// which halves the time and costs a thousandth.
func Compress(ctx context.Context, dir string, pick func(path string) bool) (Compression, error) {
	var paths []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !pick(path) {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Size() >= compressFrom {
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
		made[i], err = compress(filepath.Join(dir, filepath.FromSlash(paths[i])))
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

func compress(name string) (Compression, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return Compression{}, err
	}
	c := Compression{Bytes: int64(len(content))}
	for _, way := range []struct {
		suffix string
		to     func(io.Writer) io.WriteCloser
		bytes  *int64
	}{
		{".br", func(w io.Writer) io.WriteCloser {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: window(len(content))})
		}, &c.Brotli},
		{".gz", func(w io.Writer) io.WriteCloser {
			z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is valid
			return z
		}, &c.Gzip},
	} {
		var b bytes.Buffer
		z := way.to(&b)
		if _, err := z.Write(content); err != nil {
			return c, err
		}
		if err := z.Close(); err != nil {
			return c, err
		}
		if b.Len() >= len(content) {
			continue
		}
		// A file of that name would be the project's own.
		f, err := os.OpenFile(name+way.suffix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return c, fmt.Errorf("compress: %w", err)
		}
		_, err = f.Write(b.Bytes())
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		if err != nil {
			return c, fmt.Errorf("compress: %w", err)
		}
		*way.bytes = int64(b.Len())
		c.Copies++
	}
	return c, nil
}

// window is the binary logarithm of the smallest window that holds n bytes;
// 16 bytes of it are not usable.
func window(n int) int {
	w := 10
	for w < 22 && 1<<w-16 < n {
		w++
	}
	return w
}
