// What goes through without a browser, so that a journey with dozens of people ends: the pages' own
// forms with their token, and the API, as a program of a unit would use them.

import assert from 'node:assert/strict';
import { request } from 'playwright-core';

import { today, written } from './days.mjs';

const GIVEN = 'mat khau lan dau';
const CHOSEN = 'mot cau rieng cua don vi';

/** Whoever signs in there is somebody else than in every browser. */
export async function visitor(house) {
  return request.newContext({ baseURL: house.base });
}

/** The page's text. */
export async function read(visit, path) {
  const answer = await visit.get(path);
  const text = await answer.text();
  assert.equal(answer.status(), 200, `${path} answers ${answer.status()}`);
  return text;
}

/** A hidden field of a page, such as the form's token. */
export function hidden(text, name) {
  const field = text.match(new RegExp(`name="${name}" value="([^"]*)"`));
  assert.ok(field, `the page has no field ${name}: ${text.slice(0, 500)}`);
  return field[1];
}

/** Posts a form of that page, `{ form }` or `{ multipart }`; a refusal fails. Gives where it leads. */
export async function post(visit, path, page, how) {
  const csrf = hidden(page, 'csrf');
  const [[kind, fields]] = Object.entries(how);
  const answer = await visit.post(path, { [kind]: { ...fields, csrf }, maxRedirects: 0 });
  const said = answer.status() === 303 ? '' : await answer.text();
  assert.equal(answer.status(), 303, `${path} refused: ${said.match(/role="alert"[^]*?<\/ul>/)?.[0] ?? said.slice(0, 500)}`);
  return answer.headers().location;
}

/** Opens an account for a unit's contact and gives it its role from today. */
export async function openContact(visit, form, { login, name, unit }) {
  const fields = { name, login, email: `${login}@vidu.invalid`, workplace: unit.id, password: GIVEN, password_again: GIVEN };
  const account = await post(visit, '/quan-tri/tai-khoan/moi', form, { form: fields });
  await post(visit, `${account}/vai-tro`, form, { form: { role: 'unit_contact', unit: unit.id, from: written(today()) } });
}

/** Signs in for the first time, with a password of one's own from then on. */
export async function firstVisit(house, login) {
  const visit = await visitor(house);
  await post(visit, '/dang-nhap', await read(visit, '/dang-nhap'), { form: { login, password: GIVEN } });
  const passwords = { present: GIVEN, password: CHOSEN, password_again: CHOSEN };
  await post(visit, '/doi-mat-khau', await read(visit, '/doi-mat-khau'), { form: passwords });
  return visit;
}

/** Confirms a letter by the API. */
export async function acknowledge(visit, letter) {
  const answer = await visit.post(`/api/v1/letters/${letter}/acknowledgement`);
  assert.equal(answer.status(), 204, await answer.text());
}

/** Hands in a unit's first report by the API. */
export async function report(visit, duty, figures) {
  const answer = await visit.post('/api/v1/reports', { data: { request: duty, figures }, headers: { 'if-match': '"0"' } });
  assert.equal(answer.status(), 201, await answer.text());
}

/** A list of the API. */
export async function list(visit, what, edition) {
  const answer = await visit.get(`/api/v1/${what}?edition=${edition}`);
  assert.equal(answer.status(), 200, await answer.text());
  return answer.json();
}

/** Does it for each, a few at a time. */
export async function each(all, act) {
  const waiting = [...all];
  const line = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await act(one);
  };
  await Promise.all([line(), line(), line(), line()]);
}
