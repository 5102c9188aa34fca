// Offers to copy a citation, where the browser can. Without this script, or
// without a clipboard, a citation is read and selected like any other text.
{
  const template = document.getElementById('copy');
  if (template && navigator.clipboard) {
    for (const citation of document.querySelectorAll('.citation')) {
      const [button, status, done, failed] = template.content.cloneNode(true).children;
      button.addEventListener('click', async () => {
        status.replaceChildren(); // so that the same words are announced again
        let message = done;
        try {
          await navigator.clipboard.writeText(citation.textContent);
        } catch {
          message = failed;
        }
        status.replaceChildren(message.cloneNode(true));
      });
      citation.after(button, status);
    }
  }
}
