/** Says something to everybody: shown for a moment, and read by screen readers. kind: info | error. */
export function announce(text, kind = 'info') {
  const announcer = document.querySelector('#announcer');
  announcer.textContent = text;
  const toast = document.createElement('div');
  toast.className = `toast ${kind}`;
  toast.textContent = text;
  toast.setAttribute('aria-hidden', 'true');
  document.querySelector('#overlays').append(toast);
  setTimeout(() => toast.remove(), 6_000);
}
