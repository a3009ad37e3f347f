// Offers the map on the page of areas, and brings its script when it is asked for; without, the areas stand there as a list. Whoever comes back to it meets it open.

const part = document.querySelector<HTMLElement>('[data-public-map]');
const button = part?.querySelector<HTMLButtonElement>('[data-map]') ?? null;

if (part !== null && button !== null) {
  const { map = '', failed = '' } = button.dataset;
  const said = part.querySelector('output');
  const done = (): void => button.removeAttribute('aria-busy');
  const fail = (): void => {
    if (said !== null) said.textContent = failed;
    done();
  };
  const open = (): void => {
    if (button.hasAttribute('aria-busy')) return;
    button.setAttribute('aria-busy', 'true');
    import(/* @vite-ignore */ map).then(() => part.dispatchEvent(new Event('map')), fail);
  };
  button.addEventListener('click', open);
  part.addEventListener('nomap', fail);
  part.addEventListener('mapopen', done);
  part.hidden = false;
  if (location.hash.startsWith('#peta=')) open();
}
