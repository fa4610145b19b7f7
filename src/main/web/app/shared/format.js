// Numbers with their units, times in the zone they belong to. Null is a dash, never a zero.
const DASH = '–';
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fixed = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
);

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

/** A number with so many digits behind the point, and its unit. */
export function number(value, digits = 0, unit = '') {
  if (!known(value)) {
    return DASH;
  }
  return (digits ? fixed[digits] : whole).format(value) + (unit && (unit === '%' ? '%' : ` ${unit}`));
}

export const percent = (value, digits = 1) => number(value, digits, '%');
export const hours = (value) => number(value, 2, 'h');
export const minutes = (value) => number(value, Number.isInteger(value) ? 0 : 1, 'min');

/** A difference, its sign always shown. */
export function signed(value, digits = 1, unit = '') {
  if (!known(value)) {
    return DASH;
  }
  const text = fixed[digits].format(Math.abs(value));
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return `${sign}${text}${unit && ` ${unit}`}`;
}

export function bytes(value) {
  if (!known(value)) {
    return DASH;
  }
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3));
  return number(value / 1000 ** power, power ? 1 : 0, units[power]);
}

/** A length of time in its largest unit or two: 37 s, 4 min, 2 h 5 min, 3 d. */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min`;
  }
  if (seconds < 86400) {
    const rest = Math.floor((seconds % 3600) / 60);
    return `${Math.floor(seconds / 3600)} h${rest ? ` ${rest} min` : ''}`;
  }
  return `${Math.floor(seconds / 86400)} d`;
}

export const ago = (milliseconds) => `${span(milliseconds)} ago`;

/** 10:40 in a zone, the viewer's unless given. */
export function clockTime(instant, zone) {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
}

/** 21 Nov 2026, 10:40 in a zone, with the zone's name. */
export function dateTime(instant, zone) {
  if (!instant) {
    return DASH;
  }
  return new Date(instant).toLocaleString('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
    timeZone: zone, timeZoneName: 'short',
  });
}

export function date(instant, zone) {
  return instant
    ? new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone })
    : DASH;
}

/** snake_case or kebab-case as words. */
export const words = (name) => String(name ?? '').replaceAll(/[_-]+/g, ' ');
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
