// A chart by ECharts, fetched when the first one is shown; beside it the same numbers as a table, for whoever cannot see it.
import { html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { Light } from './element.js';
import { colour, onTheme } from './theme.js';

const PALETTE = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6', '--chart-7', '--chart-8'];

/** ECharts empties its box by setting innerHTML, which trusted types forbid: this box empties itself by other means. */
function emptiedSafely(box) {
  return Object.defineProperty(box, 'innerHTML', { configurable: true, get: () => '', set: () => box.replaceChildren() });
}

/** The colours of the present theme, for the options of a chart. */
function chartColours() {
  return {
    ink: colour('--ink'), soft: colour('--ink-soft'), line: colour('--line'), ground: colour('--surface'),
    low: colour('--heat-low'), high: colour('--heat-high'), series: PALETTE.map(colour),
  };
}

/**
 * Properties: label (what it shows, in a sentence), options: (colours) → ECharts options, height in pixels,
 * text: a template with the same numbers (a table), folded away beneath.
 */
class Chart extends Light {
  static properties = { label: {}, options: { attribute: false }, text: { attribute: false }, height: { type: Number } };
  box = createRef();

  connectedCallback() {
    super.connectedCallback();
    this.forget = onTheme(() => this.draw());
    this.resizing = new ResizeObserver(() => this.chart?.resize());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
    this.resizing.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  updated(changed) {
    if (changed.has('options')) {
      this.draw();
    }
  }

  async draw() {
    const { init } = await import('./echarts.js');
    if (!this.isConnected) {
      return;
    }
    if (!this.chart) {
      this.chart = init(emptiedSafely(this.box.value));
      this.resizing.observe(this.box.value);
    }
    this.chart.setOption(this.finished(this.options(chartColours())), { notMerge: true });
    this.dataset.drawn = 'true';
  }

  finished(options) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      animation: !still,
      animationDuration: 300,
      textStyle: { fontFamily: getComputedStyle(this).fontFamily },
      ...options,
      tooltip: { confine: true, renderMode: 'richText', ...options.tooltip },
    };
  }

  render() {
    return html`<figure class="chart">
      <div class="chart-box" role="img" aria-label=${this.label} ${ref(this.box)}></div>
      ${this.text ? html`<details class="chart-text"><summary>The same as a table</summary>${this.text}</details>` : nothing}
    </figure>`;
  }

  firstUpdated() {
    this.box.value.style.height = `${this.height ?? 320}px`;
  }
}
customElements.define('m-chart', Chart);
