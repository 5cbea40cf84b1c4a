// Times as people say them.

import { h } from './dom.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const utcDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
});

/** Returns "3 min ago", or the day when it is longer ago than a week. */
export function ago(instant, now = Date.now()) {
  const past = now - Date.parse(instant);
  if (Number.isNaN(past)) {
    return '–';
  }
  if (past < MINUTE) {
    return past < -MINUTE ? day.format(new Date(instant)) : 'now';
  }
  if (past < HOUR) {
    return `${Math.floor(past / MINUTE)} min ago`;
  }
  if (past < DAY) {
    return `${Math.floor(past / HOUR)} h ago`;
  }
  if (past < 7 * DAY) {
    const days = Math.floor(past / DAY);
    return days === 1 ? 'yesterday' : `${days} days ago`;
  }
  return day.format(new Date(instant));
}

/** A time that stays right while the page is open. */
export function time(instant, title = '') {
  if (!instant) {
    return h('span', {}, '–');
  }
  return h(
    'time', { datetime: instant, title: title + exact.format(new Date(instant)), 'data-ago': true },
    ago(instant));
}

/** Returns a day, or two, that a claim is about. */
export function days(from, to) {
  if (!from) {
    return null;
  }
  const first = utcDay.format(new Date(from));
  return to && to !== from ? `${first} – ${utcDay.format(new Date(to))}` : first;
}

/** Returns "0.4 s", "12 s", "3 min". */
export function span(seconds) {
  if (seconds < 10) {
    return `${seconds.toFixed(seconds < 1 && seconds > 0 ? 2 : 1)} s`;
  }
  if (seconds < 120) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 7200) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}

/** Keeps every time on the page right. */
export function keepTimes() {
  setInterval(() => {
    for (const element of document.querySelectorAll('time[data-ago]')) {
      const said = ago(element.getAttribute('datetime'));
      if (element.textContent !== said) {
        element.textContent = said;
      }
    }
  }, 20_000);
}
