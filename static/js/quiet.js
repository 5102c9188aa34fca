// Quiet pages take one another's place, so that Back does not show them. A
// reader who chooses the ordinary way takes the choice along in the address:
// nothing is stored. Every page loads this, so that a file in the browser's
// cache does not tell of a quiet page.
for (const notice of document.querySelectorAll('.quiet')) {
  const ordinary = location.search === '?ordinary';
  notice.hidden = false;
  notice.querySelector('a').href = '?ordinary';
  notice.children[ordinary ? 0 : 1].remove();

  addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.button
      || link.origin !== location.origin || link.protocol !== location.protocol || link.target || link.hasAttribute('download')) return;
    if (ordinary) {
      link.search ||= '?ordinary';
    } else {
      event.preventDefault();
      location.replace(link.href);
    }
  });
}
