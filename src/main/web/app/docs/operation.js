// One operation of the API: what it takes, what it answers, how to ask for it; simple reads can be asked right here.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { token } from '../shared/api.js';
import { jsonOf, resolved, typeWords } from './openapi.js';

const LONGEST = 20_000;
const pretty = (value) => JSON.stringify(value, null, 2);

function parameterRows(parameters) {
  return parameters.length === 0 ? nothing : html`<h3>Parameters</h3>
    <dl class="facts">${parameters.map((one) => html`<div>
      <dt><code>${one.name}</code>${one.required ? html` <span class="state warn">required</span>` : nothing}</dt>
      <dd>${one.in}, ${typeWords(one.schema)}${one.schema?.default !== undefined ? `, ${one.schema.default} unless given` : ''}
        ${one.description ? html`<span class="sub">${one.description}</span>` : nothing}</dd>
    </div>`)}</dl>`;
}

function fields(document, schema) {
  const whole = resolved(document, schema);
  const properties = Object.entries(whole?.properties ?? {});
  return properties.length === 0 ? nothing : html`<dl class="facts">${properties.map(([name, field]) => html`<div>
    <dt><code>${name}</code>${whole.required?.includes(name) ? nothing : html` <span class="soft small">optional</span>`}</dt>
    <dd>${typeWords(field)}${resolved(document, field)?.description
      ? html`<span class="sub">${resolved(document, field).description}</span>` : nothing}</dd>
  </div>`)}</dl>`;
}

/** Properties: document (the OpenAPI), one (an entry of groups()). */
class Operation extends Light {
  static properties = { document: { attribute: false }, one: { attribute: false }, answer: { state: true } };

  async run() {
    const started = performance.now();
    const headers = token.get() ? { Authorization: `Bearer ${token.get()}` } : {};
    try {
      const response = await fetch(this.one.path, { headers });
      const text = await response.text();
      const took = Math.round(performance.now() - started);
      this.answer = { status: `${response.status} ${response.statusText}`, headers: [...response.headers], text: this.shortened(text), took };
    } catch {
      this.answer = { status: 'The service cannot be reached.', headers: [], text: '', took: 0 };
    }
  }

  shortened(text) {
    let shown = text;
    try {
      shown = pretty(JSON.parse(text));
    } catch {
      // Not JSON: as it is.
    }
    return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}\n… ${shown.length - LONGEST} more characters` : shown;
  }

  runnable() {
    const { method, path, parameters } = this.one;
    return method === 'get' && !path.includes('{') && !parameters.some((one) => one.required);
  }

  body() {
    const given = jsonOf(resolved(this.document, this.one.operation.requestBody));
    return given ? html`<h3>Body <span class="soft small">${given.type}, ${typeWords(given.schema)}</span></h3>
      ${fields(this.document, given.schema)}
      ${given.example ? html`<pre tabindex="0" aria-label="Example of a body">${pretty(given.example)}</pre>` : nothing}` : nothing;
  }

  response([status, node]) {
    const response = resolved(this.document, node);
    const given = jsonOf(response);
    return html`<details class="response">
      <summary><code>${status}</code> ${response.description}</summary>
      ${given ? html`<p class="soft small">${given.type}, ${typeWords(given.schema)}</p>${fields(this.document, given.schema)}
        ${given.example ? html`<pre tabindex="0" aria-label="Example of an answer">${pretty(given.example)}</pre>` : nothing}`
        : html`<p class="soft small">No body.</p>`}
    </details>`;
  }

  answered() {
    const { answer } = this;
    return answer ? html`<div class="answer" role="status">
      <p><strong>${answer.status}</strong> <span class="soft">in ${answer.took} ms</span></p>
      <pre tabindex="0" aria-label="Headers of the answer">${answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
      <pre tabindex="0" aria-label="Body of the answer">${answer.text}</pre>
    </div>` : nothing;
  }

  render() {
    const { operation, method, path, parameters } = this.one;
    return html`
      ${operation.description ? html`<p>${operation.description}</p>` : nothing}
      ${parameterRows(parameters)}${this.body()}
      <h3>Answers</h3>${Object.entries(operation.responses ?? {}).map((one) => this.response(one))}
      <h3>Ask</h3>
      <pre tabindex="0" aria-label="The request as curl">curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${location.origin}${path}'</pre>
      ${this.runnable() ? html`<button type="button" class="button" @click=${this.run}>Ask now</button>` : nothing}
      ${this.answered()}`;
  }
}
customElements.define('m-operation', Operation);
