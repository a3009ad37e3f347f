// Offers the map on the page of areas, and brings its script when it is asked for; without, the areas stand there as a list.

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
  button.addEventListener('click', () => {
    if (button.hasAttribute('aria-busy')) return;
    button.setAttribute('aria-busy', 'true');
    import(/* @vite-ignore */ map).then(() => part.dispatchEvent(new Event('map')), fail);
  });
  part.addEventListener('nomap', fail);
  part.addEventListener('mapopen', done);
  part.hidden = false;
}
