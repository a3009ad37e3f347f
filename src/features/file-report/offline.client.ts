// A form that is sent without a connection is lost to the browser's own error page: it stays here, and says so.
const form = document.querySelector<HTMLFormElement>('form[action="/lapor"]');
const words = document.querySelector<HTMLElement>('[data-offline]');

form?.addEventListener('submit', (event) => {
  if (words === null) return;
  words.hidden = navigator.onLine;
  if (!navigator.onLine) event.preventDefault();
});
