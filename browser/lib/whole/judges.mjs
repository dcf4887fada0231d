// The secretary and the jury of the whole contest: screening, marking blind, the seal, the proposal; and
// what stays closed to them.

import assert from 'node:assert/strict';

import { today, written } from '../days.mjs';
import { admitNext, confirmOpening, giveOut, keepsQuiet, markAndLock, openSheet, releaseCopies } from '../jury.mjs';
import { follow, press, readPdf, says, signedIn } from '../office.mjs';
import { go } from './agency.mjs';
import { BROUGHT, HIDDEN, OWN, SLUG, at, chair, clerk, leader, member, password } from './facts.mjs';

export async function screen(page) {
  assert.deepEqual([await admitNext(page, SLUG), await admitNext(page, SLUG)], [OWN.title, BROUGHT.title]);
  await go(page, 'Hồ sơ dự thi');
  await page.shot('90-entries');
  assert.equal(await page.getByRole('row').filter({ hasText: 'Đủ điều kiện' }).count(), 2);
}

export async function appoint(house) {
  const page = await signedIn(house, leader.login, password);
  await go(page, 'Hội đồng giám khảo');
  await page.getByLabel('Số và ký hiệu quyết định').fill('18/QĐ-BTC');
  await page.getByLabel('Ngày quyết định').fill(written(today()));
  await page.getByLabel('Tên tiểu ban 1').fill('Hội đồng chấm thi');
  for (const judge of await page.locator('main').getByRole('checkbox').all()) await judge.check();
  await page.shot('90-jury');
  await press(page, 'Ghi Hội đồng giám khảo');
  await says(page, 'Đã ghi Hội đồng giám khảo.');
}

// The intake is open for months to come: the chair says that the jury does not wait for it.
export async function start(house, office) {
  await releaseCopies(office, SLUG);
  await giveOut(office, SLUG);
  const page = await signedIn(house, chair.login, password);
  await follow(page, 'Tiến độ chấm');
  await follow(page, 'Bắt đầu chấm');
  await page.getByLabel('Vẫn bắt đầu chấm, không chờ các hồ sơ này').check();
  await press(page, 'Bắt đầu chấm');
  await says(page, 'Vòng chấm đã bắt đầu.');
}

export async function mark(house, judge, index) {
  const page = await signedIn(house, judge.login, password);
  for (const entry of [OWN, BROUGHT]) {
    await openSheet(page, entry.title);
    await readBlind(page);
    if (index === 0 && entry === OWN) await page.shot('90-sheet');
    const marks = Object.entries(entry.marks).map(([criterion, given]) => [criterion, given[index]]);
    await markAndLock(page, Object.fromEntries(marks));
  }
  await page.goto('/cham');
  keepsQuiet(await page.content(), HIDDEN);
  await says(page, 'Anh/chị đã khóa tất cả phiếu chấm của vòng này.');
  await closedTo(page, ['ho-so', 'kiem-tra', 'xep-hang', 'ket-qua-cham', 'tien-do-cham']);
}

// A judge reads the dossier and its files, and nowhere whose it is.
async function readBlind(page) {
  keepsQuiet(await page.content(), HIDDEN);
  for (const link of await page.locator('main').getByRole('link', { name: /Mở tệp PDF/ }).all()) {
    keepsQuiet(await readPdf(page, await link.getAttribute('href')), HIDDEN);
  }
}

/** None of these places of the edition opens to that person. */
export async function closedTo(page, places) {
  for (const place of places) {
    const answer = await page.goto(at(place));
    assert.equal(answer.status(), 403, `${place} answers ${answer.status()}`);
  }
}

export async function sealAndOpen(house, office) {
  const page = await signedIn(house, chair.login, password);
  await follow(page, 'Tiến độ chấm');
  await follow(page, 'Niêm phong');
  await press(page, 'Niêm phong');
  // Sealed is sealed: nobody reads a mark before two persons have opened it.
  await office.goto(at('xep-hang'));
  for (const { result } of [OWN, BROUGHT]) assert.ok(!(await office.locator('main').innerText()).includes(result));
  await confirmOpening(page, SLUG, password);
  await says(page, 'Đã ghi xác nhận. Cần thêm người thứ hai.');
  const second = await signedIn(house, clerk.login, password);
  await confirmOpening(second, SLUG, password);
  await second.goto(at('mo-niem-phong'));
  await says(second, 'Vòng chấm đã được mở niêm phong');
  await second.shot('90-opened');
}

export async function propose(page) {
  await go(page, 'Xếp hạng và xét giải');
  const text = await page.locator('main').innerText();
  assert.ok(text.indexOf(OWN.title) < text.indexOf(BROUGHT.title), 'the better entry stands first');
  for (const { result } of [OWN, BROUGHT]) await says(page, result);
  await page.shot('90-ranking');
  await follow(page, 'Giải thưởng', page.locator('main'));
  await press(page, 'Trình đề nghị trao giải');
  await says(page, 'Đã trình đề nghị trao giải.');
}

// A member of the committee reads the opened ranking and no dossier.
export async function onlyTheRanking(house) {
  const page = await signedIn(house, member.login, password);
  await go(page, 'Xếp hạng và xét giải');
  await says(page, OWN.result);
  keepsQuiet(await page.content(), Object.keys(OWN.shares));
  await closedTo(page, ['ho-so', 'kiem-tra', 'tien-do-cham']);
}
