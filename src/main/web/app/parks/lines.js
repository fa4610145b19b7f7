// Lines over the hours or days of a period: what the charts of the ranking, of a park and of a ride have in common.
import { html } from 'lit';
import { number } from '../shared/format.js';
import { table } from '../shared/table.js';
import { pointWords } from './windows.js';

const GRID = { left: 8, right: 16, top: 34, bottom: 8, containLabel: true };

const axis = (colours) => ({
  axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false },
  axisLabel: { color: colours.soft, hideOverlap: true }, nameTextStyle: { color: colours.soft },
  splitLine: { lineStyle: { color: colours.line } },
});

function tooltip(colours, digits, unit) {
  return {
    trigger: 'axis', backgroundColor: colours.ground, borderColor: colours.line, textStyle: { color: colours.ink, fontSize: 12 },
    order: 'valueDesc', valueFormatter: (value) => number(value, digits, unit),
  };
}

const series = (colours) => (line, index) => ({
  name: line.label, type: line.bars ? 'bar' : 'line', data: line.values, connectNulls: false, barMaxWidth: 28,
  symbol: 'circle', symbolSize: 5, showSymbol: line.values.filter((value) => value !== null).length < 40,
  color: colours.series[(line.colour ?? index) % colours.series.length],
  lineStyle: { width: line.dashed ? 1.5 : 2.5, type: line.dashed ? 'dashed' : 'solid', opacity: line.dashed ? 0.75 : 1 },
  itemStyle: { opacity: line.dashed ? 0.6 : 1 }, emphasis: { focus: 'series' },
});

/** lines: [{ label, values, colour?, dashed?, bars? }], one value per label; unit of all of them. → options of <m-chart>. */
export function lineOptions({ labels, lines, digits = 1, unit = '', axisName = unit, most }) {
  return (colours) => ({
    grid: GRID,
    tooltip: tooltip(colours, digits, unit),
    xAxis: { ...axis(colours), type: 'category', data: labels.map(pointWords), boundaryGap: lines.some((line) => line.bars) },
    yAxis: {
      ...axis(colours), type: 'value', name: axisName, nameTextStyle: { color: colours.soft, align: 'left' }, min: 0, max: most,
    },
    series: lines.map(series(colours)),
  });
}

/** The same lines as rows: one per label, a column per line. */
export function lineTable({ caption, labels, lines, digits = 1, unit = '', head = 'Time' }) {
  return table({
    caption: unit ? `${caption}, in ${unit}` : caption,
    columns: [
      { key: 'label', label: head, cell: (row) => pointWords(row.label) },
      ...lines.map((line, index) => ({
        key: `line-${index}`, label: line.label, numeric: true, cell: (row) => number(line.values[row.position], digits),
      })),
    ],
    rows: labels.map((label, position) => ({ label, position })),
    rowKey: (row) => row.position,
    rowHeader: 'label',
  });
}

/** What each colour stands for; picking one shows it alone. Lines of a comparison have no entry of their own. */
export function legend({ label, lines, chosen, pick }) {
  return html`<div class="legend" role="group" aria-label=${label}>
    ${lines.map((line) => html`<button type="button" class="legend-entry" aria-pressed=${String(line.id === chosen)}
      @click=${() => pick(line.id === chosen ? null : line.id)}>
      <i class="swatch chart-${(line.colour % 8) + 1}" aria-hidden="true"></i><span>${line.label}</span>
    </button>`)}
  </div>`;
}
