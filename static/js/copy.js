// Offers to copy a citation, or a text made for it, where the browser can. Without
// this script, or without a clipboard, it is read and selected like any other text.
{
  const template = document.getElementById('copy');
  if (template && navigator.clipboard) {
    for (const text of document.querySelectorAll('.citation, .post__words')) {
      const [button, status, done, failed] = template.content.cloneNode(true).children;
      const words = text.cloneNode(true); // without the mark of what is outdated
      words.querySelector('.state-mark')?.remove();
      button.addEventListener('click', async () => {
        status.replaceChildren(); // so that the same words are announced again
        let message = done;
        try {
          await navigator.clipboard.writeText(words.textContent.trim());
        } catch {
          message = failed;
        }
        status.replaceChildren(message.cloneNode(true));
      });
      text.after(button, status);
    }
  }
}
