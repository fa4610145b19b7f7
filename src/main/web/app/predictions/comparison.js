// Every profile's hindsight, side by side.
import { html, nothing } from 'lit';
import '../shared/chart.js';
import '../shared/freshness.js';
import { number, percent, words } from '../shared/format.js';
import { Live } from '../shared/live.js';
import { empty } from '../shared/states.js';
import { table } from '../shared/table.js';
import { tools } from '../shared/tools.js';
import { Part } from './part.js';
import { stateOf } from './view-state.js';
import { listed } from './words.js';

const ERAS = { classic: 'Classic', golden_age: 'Golden age', modern: 'Modern' };

class Comparison extends Part {
  comparison = new Live(this);

  documents() {
    this.comparison.show('/api/predictions/comparison');
    return [this.comparison];
  }

  render() {
    const { comparison, page } = this;
    const about = { page, what: 'The comparison of profiles', key: 'predictions_comparison_all_profiles',
      scope: {}, label: 'Everything of the films', lines: 8 };
    return html`<div class="stack">
      <m-freshness .of=${comparison.freshness}></m-freshness>
      ${stateOf(comparison, about, (data) => this.draw(data))}
      ${comparison.data
        ? tools({ json: comparison.url, attribution: 'Computed from the film facts imported into this service.' }) : nothing}
    </div>`;
  }

  names(slugs) {
    return listed(slugs.map((slug) => this.page.nameOf(slug)));
  }

  draw(data) {
    if (data.empty_reason) {
      return empty(`There is nothing to compare with: ${data.empty_reason}.`);
    }
    const learned = data.algorithm_info.in_sample_profiles;
    return html`<p class="note">How many of a decade's films on <code>${data.algorithm_info.list}</code>
      each profile finds among its first N, in per cent.
        ${learned.length
          ? html`<strong>${this.names(learned)}</strong> learned its weights from this list, which flatters it here.`
          : nothing}</p>
      ${this.best(data)}
      ${this.table(data)}
      <p class="small soft">★ best of its decade, ties included. Deviation: the population standard deviation
        over decades, in points; the smaller, the more even.</p>
      <h2>By decade</h2>
      ${this.chart(data)}`;
  }

  best({ best_overall: best, most_consistent: even, era_strengths: eras }) {
    const card = (label, slugs, figure) => html`<div class="figure"><dt>${label}</dt><dd class="named">${this.names(slugs)}
      <span class="sub">${figure}</span></dd></div>`;
    return html`<dl class="figures wide">
      ${best ? card('Best overall', best.profiles, `${percent(best.pooled_accuracy_percentage)} pooled`) : nothing}
      ${even ? card('Most consistent', even.profiles, `deviation ${number(even.standard_deviation, 1)} points`) : nothing}
      ${eras.map((one) => card(`${ERAS[one.era] ?? words(one.era)}, ${one.first_decade}s to ${one.last_decade}s`, one.profiles,
        `${percent(one.mean_of_decades_accuracy_percentage)}, mean of decades`))}
    </dl>`;
  }

  table({ data, winners }) {
    const won = new Set(winners.flatMap(({ decade, profiles }) => profiles.map((profile) => `${decade} ${profile}`)));
    const decades = data[0].decades.map(({ decade }) => decade);
    const cell = (decade) => (row) => {
      const found = row.decades.find((one) => one.decade === decade);
      const title = `${number(found.correctly_predicted)} of ${number(found.total_on_list)}`;
      return won.has(`${decade} ${row.profile}`)
        ? html`<strong class="won" title=${title}><span aria-hidden="true">★ </span>
          <span class="sr-only">best: </span>${number(found.accuracy_percentage, 1)}</strong>`
        : html`<span title=${title}>${number(found.accuracy_percentage, 1)}</span>`;
    };
    const columns = [
      { key: 'profile', label: 'Profile', cell: (row) => this.page.nameOf(row.profile) },
      { key: 'pooled', label: 'Pooled', numeric: true, cell: (row) => percent(row.pooled_accuracy_percentage) },
      { key: 'mean', label: 'Mean', title: 'Mean of decades', numeric: true,
        cell: (row) => percent(row.mean_of_decades_accuracy_percentage) },
      { key: 'deviation', label: 'Deviation', numeric: true, cell: (row) => number(row.standard_deviation, 1) },
      ...decades.map((decade) => ({ key: String(decade), label: `${decade}s`, numeric: true, cell: cell(decade) })),
    ];
    return table({ caption: 'Profiles by decade, in per cent', columns, rows: data,
      rowKey: (row) => row.profile, rowHeader: 'profile' });
  }

  /** Drawn anew only for another document: the options of a chart are compared by identity. */
  chart(data) {
    if (this.drawn !== data) {
      this.drawn = data;
      this.options = (colours) => this.lines(data, colours);
    }
    return html`<m-chart height="340" label="Accuracy by decade, a line for each profile; the table above has the same numbers"
      .options=${this.options}></m-chart>`;
  }

  lines({ data }, colours) {
    const axis = { axisLabel: { color: colours.soft },
      axisLine: { lineStyle: { color: colours.line } }, splitLine: { lineStyle: { color: colours.line } } };
    const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
    return {
      color: colours.series,
      grid: { left: 48, right: 16, top: 16, bottom: 72 },
      legend: { bottom: 0, type: 'scroll', textStyle: { color: colours.ink }, pageTextStyle: { color: colours.ink } },
      tooltip: { trigger: 'axis', valueFormatter: (value) => percent(value) },
      xAxis: { type: 'category', data: data[0].decades.map(({ decade }) => `${decade}s`), ...axis },
      yAxis: { type: 'value', min: 0, ...axis, axisLabel: { color: colours.soft, formatter: '{value}%' } },
      series: data.map((row, index) => ({
        type: 'line', name: this.page.nameOf(row.profile), symbol: symbols[index % symbols.length], symbolSize: 8,
        data: row.decades.map(({ accuracy_percentage: value }) => value),
      })),
    };
  }
}
customElements.define('m-comparison', Comparison);
