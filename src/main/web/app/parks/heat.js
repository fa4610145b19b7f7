// A heat map: parks or rides down, hours or days across, the number as a colour; and as a table.
import { html } from 'lit';
import { number } from '../shared/format.js';
import { table } from '../shared/table.js';
import { pointWords } from './windows.js';

const ROW = 30;
const AROUND = 96;

export const heatHeight = (data) => Math.max(220, data.entities.length * ROW + AROUND);

const cells = (data) =>
  data.matrix.flatMap((line, row) => line.map((value, column) => [column, row, value]).filter(([, , value]) => value !== null));

const unitWords = (kind) => (kind.unit ? kind.unit : 'points of 10');

/** data: what /api/trends/heatmap-data answers; kind: { of, unit, digits }. */
export function heatOptions(data, kind) {
  const values = data.matrix.flat().filter((value) => value !== null);
  const narrow = matchMedia('(max-width: 40rem)').matches;
  return (colours) => ({
    grid: { left: 8, right: 12, top: 8, bottom: 56, containLabel: true },
    tooltip: {
      backgroundColor: colours.ground, borderColor: colours.line, textStyle: { color: colours.ink, fontSize: 12 },
      formatter: ({ value: [column, row, value] }) => [
        data.entities[row].entity_name,
        `${pointWords(data.time_labels[column])}: ${number(value, kind.digits, unitWords(kind))}`,
      ].join('\n'),
    },
    xAxis: {
      type: 'category', data: data.time_labels.map(narrow ? (label) => label.slice(-2) : pointWords), axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.soft, hideOverlap: true },
    },
    yAxis: {
      type: 'category', inverse: true, data: data.entities.map((entity) => entity.entity_name), axisTick: { show: false },
      axisLine: { show: false }, axisLabel: { color: colours.ink, width: narrow ? 92 : 220, overflow: 'truncate' },
    },
    visualMap: {
      min: 0, max: Math.max(...values, kind.unit ? 1 : 0.5), calculable: false, orient: 'horizontal', left: 'center', bottom: 4,
      itemWidth: 12, itemHeight: narrow ? 120 : 220, inRange: { color: [colours.low, colours.high] },
      textStyle: { color: colours.soft },
      text: [`${number(Math.max(...values, 0), kind.digits)} ${unitWords(kind)}`, '0'],
    },
    series: [{
      type: 'heatmap', data: cells(data),
      itemStyle: { borderColor: colours.ground, borderWidth: narrow ? 1 : 2, borderRadius: narrow ? 1 : 3 },
      emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 1 } },
    }],
  });
}

/** One row per park or ride, a column per hour or day. */
export function heatTable(data, kind) {
  const ofRides = data.entities[0].park_name !== undefined;
  const place = ofRides ? '/rides' : '/parks';
  return table({
    caption: `${kind.of}, in ${unitWords(kind)}`,
    columns: [
      {
        key: 'entity_name', label: ofRides ? 'Ride' : 'Park',
        cell: (entity) => html`<a href="${place}/${entity.entity_id}">${entity.entity_name}</a>
          <span class="sub">${entity.park_name ?? entity.location ?? ''}</span>`,
      },
      ...data.time_labels.map((label, column) => ({
        key: label, label: pointWords(label), numeric: true,
        cell: (entity) => number(data.matrix[entity.row][column], kind.digits),
      })),
    ],
    rows: data.entities.map((entity, row) => ({ ...entity, row })),
    rowKey: (entity) => entity.entity_id,
    rowHeader: 'entity_name',
  });
}
