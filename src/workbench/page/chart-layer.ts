import type { Workbook } from '../grid/workbook';
import { drawChart } from './chart-picture';
import { canvasRectangle, rectangleOf } from './grid-view';

const LOOK_EVERY_MS = 300;

/** Shows the active sheet's charts over the cells they cover; returns a function that stops it. */
export function showCharts(book: Workbook, grid: HTMLElement): () => void {
  const layer = document.createElement('div');
  layer.className = 'charts';
  grid.append(layer);
  const shown = new Map<string, { figure: HTMLElement; drawn: string }>();
  let looked = 0;
  let frame = 0;

  const follow = (now: number): void => {
    frame = requestAnimationFrame(follow);
    if (now - looked > LOOK_EVERY_MS) {
      looked = now;
      look();
    }
    // Between updates, only positions change, such as when scrolling.
    for (const [id, { figure }] of shown) {
      const chart = book.charts.all.find((candidate) => candidate.id === id);
      const place = chart && rectangleOf(book, chart.place);
      figure.hidden = !place;
      if (!place) continue;
      figure.style.transform = `translate(${place.left}px, ${place.top}px)`;
      figure.style.width = `${place.width}px`;
      figure.style.height = `${place.height}px`;
    }
  };

  const look = (): void => {
    const charts = book.charts.on(book.sheets.active);
    const canvas = canvasRectangle(book);
    if (canvas && charts.length > 0) {
      const { left, top } = grid.getBoundingClientRect();
      layer.style.inset = `${canvas.top - top}px auto auto ${canvas.left - left}px`;
      layer.style.width = `${canvas.width}px`;
      layer.style.height = `${canvas.height}px`;
    }
    for (const [id, { figure }] of shown) {
      if (charts.some((chart) => chart.id === id)) continue;
      figure.remove();
      shown.delete(id);
    }
    for (const chart of charts) {
      const place = rectangleOf(book, chart.place);
      if (!place) continue;
      const known = shown.get(chart.id) ?? { figure: document.createElement('figure'), drawn: '' };
      const plot = book.charts.plotOf(chart);
      const drawn = JSON.stringify([chart.title, chart.type, plot, place.width, place.height]);
      if (drawn !== known.drawn) drawChart(known.figure, chart.title, chart.type, plot, place.width, place.height);
      if (!known.figure.isConnected) layer.append(known.figure);
      shown.set(chart.id, { figure: known.figure, drawn });
    }
  };

  frame = requestAnimationFrame(follow);
  return () => {
    cancelAnimationFrame(frame);
    layer.remove();
  };
}
