import './styles/app.css';
import { furnish } from './shared/shell.js';

const pages = {
  parks: () => import('./parks/page.js'),
  park: () => import('./parks/park-page.js'),
  ride: () => import('./parks/ride-page.js'),
  predictions: () => import('./predictions/page.js'),
  vote: () => import('./vote/page.js'),
  ops: () => import('./ops/page.js'),
  docs: () => import('./docs/page.js'),
};

furnish();
pages[document.body.dataset.page]().then(({ show }) => show(document.querySelector('#page')));
