// Text as it is shown.

// Controls, and the marks that turn the direction of what follows. News has no use for them; who wants
// to pass one text off as another has.
// eslint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Returns the text without control characters. */
export function clean(text) {
  return String(text).replace(UNWANTED, '');
}

const MOST_LETTERS = 2_500;

/** Returns the text, cut where it is longer than anybody reads. */
export function clip(text) {
  const whole = String(text);
  return whole.length > MOST_LETTERS ? `${whole.slice(0, MOST_LETTERS)}…` : whole;
}

/** Returns "1 claim", "2 claims". */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** Returns "Prime Minister" for "PRIME_MINISTER". */
export function words(constant) {
  const lower = constant.toLowerCase().replaceAll('_', ' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Returns "Bakhmut, UA". */
export function shortPlaceName(place) {
  return place.country && place.precision !== 'COUNTRY' ? `${place.name}, ${place.country}` : place.name;
}

/** Returns a place with its region and country: "Bakhmut, Donetsk, UA". */
export function placeName(place) {
  const parts = [place.name];
  if (place.region && place.region !== place.name && place.precision !== 'COUNTRY') {
    parts.push(place.region);
  }
  if (place.country && place.precision !== 'COUNTRY') {
    parts.push(place.country);
  }
  return parts.join(', ');
}
