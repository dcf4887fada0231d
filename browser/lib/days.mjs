// Days as the contest counts them, for journeys that run on the machine's own clock.

const DAY = 86_400_000;

/** Today where the contest is held, as 2021-03-01. */
export function today() {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
}

/** 2021-03-01 as people write it: 1/3/2021. */
export function written(day) {
  return day.split('-').reverse().map(Number).join('/');
}

/** Moves days as far as `then` lies before today: that day becomes today, the next one tomorrow. */
export function moverOf(then) {
  const distance = Date.parse(today()) - Date.parse(then);
  return (day) => new Date(Date.parse(day) + distance).toISOString().slice(0, 10);
}

/** The days of a text, all moved. */
export function moveDays(text, move) {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}/g, (day) => move(day));
}
