// Leaves the site: covers the page first, then goes, in the place of the page.
// Without this script the link leaves as any link does.
{
  const link = document.querySelector('.exit__link');
  const status = link.nextElementSibling;
  const words = document.querySelectorAll('.exit__word');
  const icon = document.querySelector('[rel=icon]');
  let gone, alone, since, timer, presses = 0;

  const say = (place, number) => {
    const word = words[number].cloneNode(); // with its language
    word.textContent = word.dataset.word;
    place.replaceChildren(word);
  };

  const leave = () => {
    gone = true;
    const alert = document.createElement('p');
    alert.setAttribute('role', 'alert');
    document.body.replaceChildren(alert);
    say(alert, 0);
    document.title = alert.textContent;
    icon.href = icon.dataset.plain;
    location.replace(link.href);
  };

  // However it is pressed: a new tab would leave this one open.
  link.onclick = link.onauxclick = (event) => {
    if (event.button < 2) {
      event.preventDefault();
      leave();
    }
  };

  // A page that is shown again after it was left.
  addEventListener('pageshow', (event) => event.persisted && gone && leave());

  // Shift three times, each within five seconds. Shift with another key or the
  // mouse, or held down, is a modifier and begins the count again.
  const forget = () => {
    alone = presses = 0;
    clearTimeout(timer);
    status.replaceChildren();
  };
  addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.target === link) leave(); // as a button
    if (event.key === 'Shift' && !event.repeat && !event.altKey && !event.ctrlKey && !event.metaKey) {
      alone = true;
      since = event.timeStamp;
    } else forget();
  });
  addEventListener('keyup', (event) => {
    if (gone || !alone || event.key !== 'Shift' || event.timeStamp - since > 1000) return forget();
    alone = false;
    clearTimeout(timer);
    timer = setTimeout(forget, 5000);
    if (++presses > 2) leave();
    else say(status, presses);
  });
  addEventListener('pointerdown', forget);
  addEventListener('wheel', forget);

  for (const element of document.querySelectorAll('[data-say]')) element.textContent = element.dataset.say;
}
