// Every account of the demo's table at every place of its column: the page opens, in both
// languages, fits a phone and passes axe. And what a person does without scripts.

import assert from 'node:assert/strict';

import { PASSWORD, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'judging'];

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

export default async function (house) {
  const seats = accounts(house.said, house.base);
  assert.equal(seats.length, 12);
  const seen = new Set();
  const wrong = [];
  for (const { login, begins } of seats) {
    const page = await signedIn(house, login);
    await page.goto(begins);
    // The folded places of a long column are places too.
    const links = page.getByRole('navigation', { name: 'Danh mục công việc' }).locator('a');
    const column = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const place of [begins, ...column]) {
      // The desks differ by person, the other places only by what may be done there.
      const name = place === '/ban-lam-viec' ? `${login} ${place}` : place;
      if (seen.has(name)) continue;
      seen.add(name);
      await look(page, `${login} ${place}`, place, wrong);
    }
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
  await withoutScripts(house);
}

/** The table that the demo prints: login, password, where to begin. */
function accounts(said, base) {
  const lines = said.split('\n').filter((line) => line.includes(PASSWORD) && line.includes(base));
  return lines.map((line) => {
    const [, login, begins] = line.match(/\s{2,}(\S+)\s+\S+\s+(http\S+)$/);
    return { login, begins: begins.slice(base.length) };
  });
}

async function look(page, who, place, wrong) {
  for (const language of ['vi', 'en']) {
    await speak(page, language);
    const answer = await page.goto(place);
    if (answer.status() !== 200) wrong.push(`${who}: ${answer.status()}`);
    if ((await page.locator('h1').count()) !== 1) wrong.push(`${who}: no one heading`);
    const marked = await page.locator('.ht-nav [aria-current=page]').count();
    if (marked > 1) wrong.push(`${who}: ${marked} places are marked as the current one`);
    await page.axe();
    await page.setViewportSize(PHONE);
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    if (width > PHONE.width) wrong.push(`${who} (${language}): ${width} px wide on a phone`);
    await page.setViewportSize(DESK);
  }
  await speak(page, 'vi');
}

async function speak(page, language) {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  const name = language === 'vi' ? 'Tiếng Việt' : 'English';
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
}

// A judge saves a sheet in a browser that runs no script.
async function withoutScripts(house) {
  const page = await house.person({ javaScriptEnabled: false });
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill('giamkhao2');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.goto('/cham');
  await page.locator('main').getByRole('row').filter({ hasText: /Chưa chấm/ }).first().getByRole('link').click();
  await page.getByLabel('Điểm Tính mới, tính sáng tạo').fill('30,5');
  await page.getByRole('button', { name: 'Lưu phiếu' }).click();
  await says(page, 'Đã lưu phiếu chấm.');
  assert.equal(await page.getByLabel('Điểm Tính mới, tính sáng tạo').inputValue(), '30,5');
}
