// Light or dark: the system's choice until somebody chooses.
const KEY = 'marquee-theme';

export const dark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Calls back at every change of it; returns what stops that. */
export function onTheme(callback) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', callback);
  addEventListener('marquee-theme', callback);
  return () => {
    system.removeEventListener('change', callback);
    removeEventListener('marquee-theme', callback);
  };
}

export function switchTheme() {
  const next = dark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  localStorage.setItem(KEY, next);
  dispatchEvent(new Event('marquee-theme'));
}

/** The value of a custom property of the present theme, as a colour a canvas understands. */
export function colour(name) {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  probe.style.display = 'none';
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
