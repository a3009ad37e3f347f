/** A place on the canvas, or a width with a height: pixels from the upper left corner. */
export type Point = readonly [number, number];
/** Points as SVG writes them, `x,y x,y`, or as numbers where they are reckoned. */
export type Points = string | readonly Point[];
export type Attributes = Readonly<Record<string, string | number>>;
export type Canvas = { readonly width: number; readonly height: number; readonly horizon: number };

export const lying: Canvas = { width: 1600, height: 1200, horizon: 480 };
export const upright: Canvas = { width: 1200, height: 1600, horizon: 640 };

/** A whole drawing, to be read by whatever reads SVG. Nothing in it needs a font. */
export function drawing({ width, height }: Canvas, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

export function box([x, y]: Point, [width, height]: Point, fill: string, more: Attributes = {}): string {
  return element('rect', { x, y, width, height, fill, ...more });
}

/** A circle, or an ellipse where the radius is two numbers. */
export function disc([cx, cy]: Point, radius: number | Point, fill: string, more: Attributes = {}): string {
  const [rx, ry] = typeof radius === 'number' ? [radius, radius] : radius;
  return element('ellipse', { cx, cy, rx, ry, fill, ...more });
}

export function area(fill: string, points: Points, more: Attributes = {}): string {
  return element('polygon', { points: spelt(points), fill, ...more });
}

export function line(stroke: string, width: number, points: Points, more: Attributes = {}): string {
  return element('polyline', { points: spelt(points), fill: 'none', ...pen(stroke, width), ...more });
}

/** A path: a line unless it is given a fill. */
export function curve(d: string, attributes: Attributes): string {
  return element('path', { d, fill: 'none', ...attributes });
}

export function pen(stroke: string, width: number): Attributes {
  return { stroke, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
}

/** What was drawn around 0,0, moved to a place; turned in degrees, clockwise. */
export function placed(
  [x, y]: Point,
  parts: readonly string[],
  { scale = 1, turn = 0, ...more }: { readonly scale?: number; readonly turn?: number; readonly opacity?: number } = {},
): string {
  const transform = `translate(${x} ${y}) rotate(${turn}) scale(${scale})`;
  return `<g${written({ transform, ...more })}>${parts.join('')}</g>`;
}

export function pointsOf(points: Points): readonly Point[] {
  if (typeof points !== 'string') return points;
  return points.split(' ').map((pair) => {
    const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number);
    return [x, y];
  });
}

/** The four corners of something flat. */
export function cornersOf(points: string): readonly [Point, Point, Point, Point] {
  const [first, second, third, fourth, ...rest] = pointsOf(points);
  if (!first || !second || !third || !fourth || rest.length > 0) throw new Error(`not four corners: ${points}`);
  return [first, second, third, fourth];
}

/** The point on the way from one to another; 0 is the first, 1 the second. */
export function between([fromX, fromY]: Point, [toX, toY]: Point, share: number): Point {
  return [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share];
}

/** The numbers from 0 up to, not including, this one. */
export function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function spelt(points: Points): string {
  return typeof points === 'string' ? points : points.join(' ');
}

function element(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}
