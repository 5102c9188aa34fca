// Package site turns a project into HTML with Hugo. It is the only package
// that imports Hugo.
//
// A Stage is everything that Hugo must be told beyond the project's own files,
// written as files of Hugo's own formats into a scratch folder: the languages
// and their folders (hugo.toml), the catalogues with every gap filled along
// the fallback chain (i18n/), and what the layouts show but cannot know
// themselves (data/site.json). Render and Serve read the same stage.
//
// Fallback pages need no files of their own: the content of each language of
// the fallback chain is mounted below the language's own, so that Hugo finds
// the nearest text at every path. data/site.json says which pages are borrowed
// and from whom; the layouts take language, direction, canonical address and
// notices from there and never from Hugo, which knows nothing of borrowing.
//
// Some pages have no file in content/ because the program makes them of what it
// knows (project.Generated): the stage writes one for each language into its
// own content/, with title and summary from the language's strings; layouts and
// data do the rest. They are mounted below the languages' own content. Such a
// page is nobody's translation and has no status of its own: it says of each
// text that it shows in which language and whose it is. To add one: an entry in
// project.Generated, a template, and the strings <name>_title, <name>_summary.
//
// A translation whose original has changed is staged as a copy (marked/), in which
// calls of the shortcodes of layouts/_shortcodes/state tell readers of each block
// that is concerned; no page of the project may call those. On a critical page the
// copy has the original's words in the place of the translation's, block by block.
// Where a page's Markdown would not stand that, it shows the original as a whole:
// it fails closed. Fields of the front matter and the resolution, which are no
// Markdown to Hugo, take the same way through data/site.json. What Hugo finds
// wrong in a copy is reported at its place in the editor's own file.
//
// Hugo runs without network, without the process's environment and without
// writing anywhere but into the folders it is given. Everything it logs
// becomes a diagnostic.
package site
