// Every address of the API, read from its OpenAPI document.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { Live } from '../shared/live.js';
import { UrlState } from '../shared/url-state.js';
import { fill } from '../shared/shell.js';
import { empty, shown } from '../shared/states.js';
import { capital } from '../shared/format.js';
import { groups } from './openapi.js';
import './operation.js';

class DocsPage extends Light {
  state = new UrlState(this, { q: '', op: '' });
  document = new Live(this, { follow: false });

  render() {
    this.document.show('/openapi?format=json');
    return html`<div class="stack">
      <header class="page-head"><h1 class="page-title">API</h1>
        <p class="soft"><a href="/openapi" download="marquee-openapi.yaml">OpenAPI document</a> · <a href="/docs/swagger">Swagger UI</a></p>
      </header>
      <p>Everything the pages show comes from these addresses. Reads are open to everybody; whatever changes something
        needs a session or a token (<code>Authorization: Bearer …</code>).</p>
      <label class="field docs-search"><span>Find an address</span>
        <input type="search" .value=${this.state.get('q')} placeholder="downtime, vote, POST …"
          @input=${(event) => this.state.set({ q: event.target.value }, { replace: true })}></label>
      ${shown(this.document, (document) => this.groups(document), 12)}
    </div>`;
  }

  groups(document) {
    const wanted = this.state.get('q').toLowerCase().trim();
    const fits = ({ id, operation }) => `${id} ${operation.summary ?? ''}`.toLowerCase().includes(wanted);
    const found = groups(document)
      .map((group) => ({ ...group, operations: group.operations.filter(fits) }))
      .filter((group) => group.operations.length);
    return found.length ? found.map((group) => this.group(document, group)) : empty(`No address fits “${wanted}”.`);
  }

  group(document, { tag, operations }) {
    return html`<section class="stack tight" aria-labelledby="tag-${tag}">
      <h2 id="tag-${tag}">${capital(tag)}</h2>
      ${operations.map((one) => html`<details class="operation" ?open=${this.state.get('op') === one.id}
          @toggle=${(event) => this.toggled(event, one.id)}>
        <summary><span class="method ${one.method}">${one.method}</span>
          <code class="path">${one.path}</code> <span class="soft">${one.operation.summary}</span></summary>
        ${this.state.get('op') === one.id ? html`<m-operation .document=${document} .one=${one}></m-operation>` : nothing}
      </details>`)}
    </section>`;
  }

  toggled(event, id) {
    if (event.target.open && this.state.get('op') !== id) {
      this.state.set({ op: id });
    } else if (!event.target.open && this.state.get('op') === id) {
      this.state.set({ op: '' });
    }
  }
}
customElements.define('m-docs-page', DocsPage);

export function show(main) {
  fill(main, html`<m-docs-page></m-docs-page>`);
}
