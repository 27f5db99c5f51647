import type { Plot } from '../grid/charts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws a simple chart: lines for a line chart, stacked columns for any other; the only axis is the zero line. */
export function drawChart(
  into: HTMLElement,
  title: string,
  type: string,
  { categories, series }: Plot,
  width: number,
  height: number,
): void {
  into.setAttribute('aria-label', `Chart: ${title}`);
  const heading = document.createElement('figcaption');
  heading.textContent = title;
  const legend = document.createElement('ul');
  series.forEach(({ name }, index) => {
    const entry = document.createElement('li');
    entry.className = `series${index % COLORS}`;
    entry.textContent = name;
    legend.append(entry);
  });
  const inner = { width: Math.max(60, width - 24), height: Math.max(40, height - 92) };
  into.replaceChildren(heading, type === 'Line' ? lines(series, inner) : columns(categories, series, inner), legend);
}

const COLORS = 8;

interface Size {
  width: number;
  height: number;
}

function columns(categories: readonly string[], series: Plot['series'], { width, height }: Size): SVGElement {
  const picture = element('svg', { viewBox: `0 0 ${width} ${height + 18}`, width, height: height + 18 });
  const sums = (sign: 1 | -1) =>
    categories.map((_, index) => series.reduce((sum, { values }) => sum + Math.max(0, sign * values[index]!), 0));
  const [most, least] = [Math.max(0, ...sums(1)), Math.max(0, ...sums(-1))];
  const scale = height / Math.max(1e-9, most + least);
  const zero = most * scale;
  const step = width / Math.max(1, categories.length);
  const every = Math.ceil(46 / step);
  categories.forEach((category, index) => {
    let [up, down] = [zero, zero];
    series.forEach(({ values }, n) => {
      const tall = Math.abs(values[index]!) * scale;
      if (tall === 0) return;
      const y = values[index]! > 0 ? (up -= tall) : down;
      if (values[index]! < 0) down += tall;
      picture.append(element('rect', { x: index * step + step * 0.15, y, width: step * 0.7, height: tall, class: `series${n % COLORS}` }));
    });
    if (index % every === 0)
      picture.append(element('text', { x: index * step + step / 2, y: height + 14, 'text-anchor': 'middle' }, category));
  });
  picture.append(element('rect', { x: 0, y: zero, width, height: 1, class: 'axis' }));
  return picture;
}

function lines(series: Plot['series'], { width, height }: Size): SVGElement {
  const picture = element('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  const all = series.flatMap(({ values }) => values);
  const [least, most] = [Math.min(0, ...all), Math.max(1e-9, ...all)];
  series.forEach(({ values }, n) => {
    const points = values.map(
      (value, index) => `${(index / Math.max(1, values.length - 1)) * width},${height - ((value - least) / (most - least)) * height}`,
    );
    picture.append(element('polyline', { points: points.join(' '), class: `series${n % COLORS}` }));
  });
  return picture;
}

function element(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.textContent = text;
  return made;
}
