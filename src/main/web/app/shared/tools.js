// Below every view: the same rows as CSV and JSON, the request as curl, and who told us the facts.
import { html, nothing } from 'lit';
import { announce } from './announce.js';

async function copy(path) {
  const command = `curl '${new URL(path, location.origin).href}'`;
  try {
    await navigator.clipboard.writeText(command);
    announce('Copied as curl.');
  } catch {
    announce(`Your browser keeps the clipboard closed. The command is: ${command}`);
  }
}

/** json: the address the view was read from; csv: that of the same rows as CSV, where there is one. */
export function tools({ json, csv, attribution }) {
  return html`<footer class="tools">
    <a href=${json}>JSON</a>
    ${csv ? html`<a href=${csv} download>CSV</a>` : nothing}
    <button type="button" class="link" @click=${() => copy(json)}>Copy as curl</button>
    ${attribution ? html`<span class="attribution">${attribution}</span>` : nothing}
  </footer>`;
}
