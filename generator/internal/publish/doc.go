// Package publish takes a finished site to its published folder and makes sure
// beforehand that it is one: it verifies the rendered files and swaps the new
// folder for the old.
//
// # The swap
//
// A build works in a Workspace, a hidden sibling of the published folder:
//
//	public/             the published folder, out
//	.public.build/lock  held by the one build that may write public
//	.public.build/site  the new site while it is made; after the swap the old one
//	.public.build/stage scratch files, never published
//	.public.build/old   the old site, only where folders cannot be exchanged
//
// Publish exchanges site and public in one rename(2)-like call, so at every
// moment public is one whole build, also for a process killed on the way and
// after a power failure. Where the system or the file system cannot exchange
// two folders (Windows, some network file systems), two renames do it: between
// them there is no published folder for an instant, and if the program is
// killed just then, the next Open or Close completes the swap. The hidden
// sibling exists only while a build runs, or after one was killed; then the
// next Open removes it.
//
// A folder is replaced only when it is empty or carries the marker, a file
// that every site of ours has at its root, and holds no repository.
//
// # Errors of a Workspace
//
// Busy, Refused and NotOurs are a person's mistakes. Each has a method
// Diagnostic() diag.Diagnostic, all of severity Error, with Folder the absolute
// path of the published folder:
//
//	rule              ID                          args
//	publish-busy      publish-busy                Folder
//	publish-not-ours  publish-not-ours            Folder, Marker (file name), Found (name of one thing in the folder)
//	publish-refused   publish-refused-root        Folder
//	                  publish-refused-working     Folder, Other (the working directory)
//	                  publish-refused-home        Folder, Other (the home folder)
//	                  publish-refused-project     Folder, Other (the project's root)
//	                  publish-refused-source      Folder, Other (the source folder in conflict)
//	                  publish-refused-link        Folder
//	                  publish-refused-file        Folder
//	                  publish-refused-mount       Folder
//	                  publish-refused-workspace   Folder, Other (the hidden sibling)
//
// # Findings of Verify
//
// All are of severity Error, but for these Warnings: output-part-language where
// the evidence is not overwhelming, and output-part-script of some words of an
// attribute, where no mark is possible. File is the path in the site, line and column are
// those of the tag (of the text for left-over template output); what a page
// lacks altogether is reported at its beginning. Args are strings except First,
// Level, Previous and those of output-weight, which are int.
//
//	rule                ID                             args
//	output-alt          output-alt-missing             Src
//	output-base         output-base                    –                        a <base> element
//	output-canonical    output-canonical-missing       Link, Target             canonical address leads nowhere
//	output-dir          output-dir-missing             –                        <html> without dir
//	                    output-dir-invalid             Dir                      neither ltr nor rtl
//	output-empty        output-empty                   –                        no page at all (no file, no line)
//	output-h1           output-h1-missing              –
//	                    output-h1-repeated             First (line)
//	output-heading      output-heading-skipped         Level, Previous          h4 after h2
//	output-hreflang     output-hreflang-invalid        Lang, Link               no BCP 47 tag
//	                    output-hreflang-missing        Link, Lang, Target       leads nowhere
//	                    output-hreflang-one-way        Link, Lang, Target       the page there does not claim this one
//	                    output-hreflang-other          Link, Lang, Actual, Target  the page there is in the language Actual
//	output-id           output-id-invalid              Id                       empty or with white space
//	                    output-id-repeated             Id, First (line)
//	output-inline       output-inline-script           –                        <script> without src that runs
//	                    output-inline-style            –                        <style>
//	                    output-inline-style-attribute  Element
//	                    output-inline-handler          Element, Attribute       onclick and the like
//	                    output-inline-link             Link                     javascript: address
//	                    output-inline-data             Element                  data: or blob: as a subresource
//	                    output-inline-document         Element                  srcdoc
//	output-lang         output-lang-missing            –                        <html> without lang
//	                    output-lang-invalid            Lang, Element            no BCP 47 tag, on any element
//	                    output-lang-unlisted           Lang, Languages          <html lang> is no language of the site
//	output-leftover     output-leftover                Text                     {{, ZgotmplZ, <no value>, %!d(…), map[…
//	output-link         output-link-missing            Link, Target             no such file
//	                    output-link-anchor             Link, Target, Anchor     the file has no such id
//	                    output-link-outside            Link, Base               relative, yet above the base path
//	                    output-link-malformed          Link                     no address, or empty where one is needed
//	output-part         output-part-script             Element, Text, Lang, Script      letters the language is not written in
//	                    output-part-language           Element, Text, Lang, Seems       words of another language of the same script
//	                    output-part-direction          Element, Text, Lang, Dir, Runs   against the direction, and not isolated
//	output-sitemap      output-sitemap-missing         Link, Target
//	                    output-sitemap-outside         Link, Base               not an absolute address below the base address
//	                    output-sitemap-malformed       Detail                   no well-formed XML
//	output-third-party  output-third-party             Link, Element            a subresource or form of another origin
//	                    output-third-party-ping        Link                     ping attribute
//	output-title        output-title-missing           –
//	                    output-title-empty             –
//	                    output-title-repeated          First (line)
//	output-weight       output-weight-html             Kind, Bytes, Most, HTML, CSS, JS  the first view weighs too much,
//	                    output-weight-css              the same                         named after what weighs most
//	                    output-weight-js               the same
//	                    output-weight-script           Kind, Bytes, Most                the scripts by themselves do
//	                    output-weight-requests         Kind, Count, Most
//
// Link is the address as written, Target the path in the site it leads to. A
// reference is internal when it is relative, or absolute below the base
// address. An address without a last slash may name a folder with an
// index.html. Quoted source text (code, pre, kbd, samp) may show template
// syntax.
//
// # Language of parts
//
// output-part holds every text, and every attribute that is read to people, to
// the language in force (WCAG 2.2, 3.1.2). Element is the element the text is
// in, with the attribute where it is one: "img alt". What the standard excepts
// is excepted by what it is: code, kbd and samp; whatever translate="no" marks
// as a name; addresses; single letters, abbreviations in capitals and labels
// with digits, as long as they are Latin. See package langid for how a
// language is told by its words; of a language it knows nothing about, only the
// script is looked at.
package publish
