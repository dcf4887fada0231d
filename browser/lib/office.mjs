// What people of the contest do over and over: sign in, pick a file, read a PDF.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Everybody's password in a demo. */
export const PASSWORD = 'minh-hoa-2021';

/** The province's edition in a demo, and the college's under it. */
export const PROVINCE = 'quang-ninh-viii';
export const COLLEGE = 'cao-dang-minh-hoa-iii';

/** A person who has signed in, at a browser of their own, where their work begins. */
export async function signedIn(house, login, password = PASSWORD) {
  const page = await house.person();
  await signIn(page, login, password);
  return page;
}

/** Signs in at whatever browser that is. */
export async function signIn(page, login, password = PASSWORD) {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname !== '/dang-nhap');
}

/** Presses the button and waits for the page that answers; a refusal fails, with its sentences. */
export async function press(page, name, within = page) {
  await Promise.all([page.waitForEvent('load'), within.getByRole('button', { name, exact: true }).click()]);
  const refusals = await refused(page);
  assert.deepEqual(refusals, [], `${page.url()} refused “${name}”`);
}

/** Presses a button that must be refused. Gives the sentences. */
export async function pressInVain(page, name) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
  const refusals = await refused(page);
  assert.notEqual(refusals.length, 0, `${page.url()} did not refuse “${name}”`);
  return refusals;
}

/** Follows a link of the page's content, or else of the frame around it, and waits for its page. */
export async function follow(page, name, within) {
  // The column of places is folded by its headings where it is long.
  await page.locator('.ht-nav details').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
  const here = (within ?? page.locator('main')).getByRole('link', { name });
  const link = within || (await here.count()) > 0 ? here : page.getByRole('link', { name });
  await Promise.all([page.waitForEvent('load'), link.first().click()]);
}

/** The sentences of the page's error summary. */
export async function refused(page) {
  return page.getByRole('alert').getByRole('listitem').allInnerTexts();
}

/** The page's content says it. */
export async function says(page, words) {
  const text = await page.locator('main').innerText();
  assert.ok(text.includes(words), `${page.url()} does not say “${words}”; it says:\n${text.slice(0, 2000)}`);
}

/** A file for a file field. */
export function file(name, buffer, mimeType = 'application/pdf') {
  return { name, mimeType, buffer: Buffer.from(buffer) };
}

/** A whole PDF of one page with a line in Latin letters. */
export function pdf(line) {
  const stream = `BT /F1 18 Tf 60 760 Td (${line.replace(/[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Fetches a PDF as the person of that page and gives its text, lines joined. */
export async function readPdf(page, href) {
  const answer = await page.request.get(href);
  assert.equal(answer.status(), 200, `${href} answers ${answer.status()}`);
  assert.match(answer.headers()['content-type'], /^application\/pdf/);
  return (await pagesOf(await answer.body())).join(' ').replace(/\s+/g, ' ');
}

/** The text of each page of a PDF. */
export async function pagesOf(bytes) {
  const reading = promisify(execFile)('pdftotext', ['-layout', '-', '-'], { maxBuffer: 16 << 20 });
  reading.child.stdin.end(bytes);
  const { stdout } = await reading;
  return stdout.replace(/\f$/, '').split('\f');
}
