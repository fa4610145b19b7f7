import { html } from 'lit';
import { fill } from '../shared/shell.js';

export function show(main) {
  fill(main, html`<h1 class="page-title">${document.title}</h1>`);
}
