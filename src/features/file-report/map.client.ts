// A point on a map, for whoever can show a place better than name it. Comes with Leaflet when it is asked for; the form works without.
import { nearestVillage, toleranceMeters, type VillageArea } from '../../domain/area.ts';
import { addStyle } from '../../platform/browser/add-style.ts';
import { askPoint, type Point, type PointDialogOptions } from '../../platform/browser/point-dialog.ts';

type Drawn = {
  readonly style: string | null;
  readonly tiles: { readonly url: string; readonly attribution: string } | null;
  readonly words: PointDialogOptions['words'] & Readonly<Record<'inVillage' | 'outside' | 'legend' | 'empty', string>>;
  readonly areas: readonly (VillageArea & { readonly name: string })[];
};

const isDrawn = (answer: unknown): answer is Drawn =>
  typeof answer === 'object' && answer !== null && 'words' in answer && 'areas' in answer;

const readDrawn = async (): Promise<Drawn> => {
  const answer: unknown = await (await fetch('/lapor/wilayah.json')).json();
  if (!isDrawn(answer)) throw new Error('no map came');
  return answer;
};

const control = (name: string) => document.querySelector<HTMLInputElement | HTMLSelectElement>(`form [name="${name}"]`);

/** Where the form already is: its point, else the middle of its kelurahan. */
const startOf = ({ areas }: Drawn): readonly [number, number] | null => {
  const [lat = '', lng = ''] = ['lat', 'lng'].map((name) => control(name)?.value.trim().replace(',', '.'));
  if (lat !== '' && lng !== '' && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lng)) <= 180)
    return [Number(lat), Number(lng)];
  const corners = areas.find(({ code }) => code === control('village')?.value)?.rings.flat() ?? [];
  if (corners.length === 0) return null;
  const middle = (at: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[at], 0) / corners.length;
  return [middle(1), middle(0)];
};

const nameIn =
  ({ areas, words }: Drawn) =>
  (point: Point): string => {
    const nearest = nearestVillage(point, areas);
    if (nearest === null) return '';
    if (nearest.meters > toleranceMeters) return words.outside;
    return `${words.inVillage} ${areas.find(({ code }) => code === nearest.code)?.name ?? ''}`;
  };

/** Some meters: more digits would only look exact. */
const digits = 5;

const put = (name: string, degrees: number): void => {
  const field = control(name);
  if (field === null) return;
  field.value = degrees.toFixed(digits);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

const open = async (part: HTMLElement): Promise<void> => {
  if (typeof HTMLDialogElement === 'undefined') throw new Error('a browser without dialogues');
  const drawn = await readDrawn();
  const { areas, tiles, words, style } = drawn;
  if (areas.length === 0 && tiles === null) {
    part.querySelector('output')?.replaceChildren(words.empty);
    part.dispatchEvent(new Event('mapclosed'));
    return;
  }
  if (style !== null) await addStyle(style);
  const point = await askPoint({
    words,
    shapes: areas,
    tiles: tiles?.url ?? null,
    legend: [words.legend, tiles?.attribution ?? ''],
    start: startOf(drawn),
    nameOf: nameIn(drawn),
  });
  part.dispatchEvent(new Event('mapclosed'));
  if (point === null) return;
  put('lat', point.latitude);
  put('lng', point.longitude);
  // Whoever offered the map asks which kelurahan that is.
  part.dispatchEvent(new Event('point'));
};

document.querySelector('[data-position]')?.addEventListener('map', ({ target }) => {
  if (target instanceof HTMLElement) void open(target).catch(() => target.dispatchEvent(new Event('nomap')));
});
