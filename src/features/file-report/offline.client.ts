// Shows that a form is on its way: over a bad line that takes long. One that is sent without a connection is lost to the browser's own error page: it stays here, and says so.
const form = document.querySelector<HTMLFormElement>('form[action="/lapor"]');
const words = document.querySelector<HTMLElement>('[data-offline]');

form?.addEventListener('submit', (event) => {
  if (words === null) return;
  words.hidden = navigator.onLine;
  if (!navigator.onLine) {
    event.preventDefault();
    event.submitter?.removeAttribute('aria-busy');
  }
  if (navigator.onLine) {
    event.submitter?.setAttribute('aria-busy', 'true');
    // A page that answered a form cannot be gone back to: the way back leads to the form.
    if (event.submitter?.getAttribute('value') === 'send') history.replaceState(null, '', '/lapor');
  }
});

// Back from where it led, it can be pressed again.
window.addEventListener('pageshow', () => {
  for (const button of form?.querySelectorAll('[aria-busy]') ?? []) button.removeAttribute('aria-busy');
});
