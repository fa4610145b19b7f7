// A table of rows, sortable by its heads, readable at 320 px: columns that may go are marked minor.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/**
 * columns: { key, label, title?, numeric?, minor?, sort?: name for the API, descending?: true, cell?: (row) => template }.
 * sorted: the name of the present order; follow: (event, name), href: (name) → address, so that heads are links.
 * rowKey: (row) → identity, rows move rather than change; rowHeader: key of the column that names the row.
 */
export function table({ caption, columns, rows, rowKey, rowHeader, sorted, href, follow, rowClass }) {
  return html`<div class="table-box" role="region" aria-label=${caption} tabindex="0">
    <table>
      <caption class="sr-only">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => head(column, { sorted, href, follow }))}</tr>
      </thead>
      <tbody>
        ${repeat(rows, rowKey, (row) => html`<tr class=${rowClass?.(row) || nothing}>
          ${columns.map((column) => bodyCell(column, row, rowHeader))}
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}

const look = (column) => [column.numeric ? 'num' : '', column.minor ? 'minor' : ''].join(' ').trim() || nothing;

function head(column, { sorted, href, follow }) {
  const sortable = column.sort && href;
  const now = sortable && column.sort === sorted;
  const order = !sortable ? nothing : now ? (column.ascending ? 'ascending' : 'descending') : 'none';
  return html`<th scope="col" class=${look(column)} aria-sort=${order} title=${column.title ?? nothing}>
    ${sortable
      ? html`<a href=${href(column.sort)} @click=${(event) => follow(event, column.sort)}
          >${column.label}<span class="arrow" aria-hidden="true"></span></a>`
      : column.label}
  </th>`;
}

function bodyCell(column, row, rowHeader) {
  const content = column.cell ? column.cell(row) : row[column.key] ?? '–';
  return column.key === rowHeader
    ? html`<th scope="row" class=${look(column)}>${content}</th>`
    : html`<td class=${look(column)}>${content}</td>`;
}
