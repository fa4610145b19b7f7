// Runs before the first paint, so that a chosen theme never flashes. Imports nothing, to stay one small file.
const chosen = localStorage.getItem('marquee-theme');
if (chosen === 'light' || chosen === 'dark') {
  document.documentElement.dataset.theme = chosen;
}
