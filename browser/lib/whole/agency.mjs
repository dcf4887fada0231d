// The standing agency of the whole contest: the units, the edition, the letter and what came back, the
// decision, the certificates, the announcement.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { welcome } from '../accounts.mjs';
import { codeIn, fillDecision } from '../awards.mjs';
import { today, written } from '../days.mjs';
import { file, follow, press, readPdf, says, signedIn } from '../office.mjs';
import { SHEET, draftLetter, register, scan } from '../papers.mjs';
import {
  BROUGHT, COMMITTEE, COMMUNE, LETTER, OWN, RULES, SLUG, TASKS, TITLE, at, author, book, chair, clerk, judges, leader,
  member, officer, password, root, secretary,
} from './facts.mjs';

export async function openHouse(house, page) {
  await page.shot('90-empty-house');
  await welcome(house, page, leader);
  await welcome(house, page, officer);
}

// The register of units as the state has it: districts until 1/7/2025, communes since.
export async function bringUnits(page) {
  await page.shot('90-first-desk');
  await follow(page, 'Đơn vị hành chính');
  await follow(page, 'Nhập từ tệp');
  const list = await readFile(join(root, 'office', 'units', 'data', 'units_quangninh.csv'));
  await page.getByLabel('Tệp CSV').setInputFiles(file('don-vi.csv', list, 'text/csv'));
  await press(page, 'Nhập danh mục');
  await says(page, 'Đã nhập danh mục');
  await page.shot('90-units');
}

export async function setUp(page) {
  await follow(page, 'Các kỳ hội thi');
  await follow(page, 'Lập kỳ hội thi');
  await page.getByLabel('Tệp sổ thể lệ').setInputFiles(file(`${SLUG}.toml`, await book(), 'text/plain'));
  await press(page, 'Lập kỳ hội thi');
  await says(page, 'Đã lập kỳ hội thi');
  await says(page, TITLE);
}

export async function launch(house) {
  const page = await signedIn(house, leader.login, password);
  await follow(page, 'Các kỳ hội thi');
  await follow(page, TITLE);
  await follow(page, 'Phát động', page.locator('main'));
  await press(page, 'Phát động Hội thi');
  await says(page, 'Đã phát động Hội thi.');
}

// Everybody else works for this edition alone.
export async function seat(house, page) {
  for (const one of [secretary, member, chair, clerk, ...judges]) await welcome(house, page, one, { edition: TITLE });
}

/** The edition's place in the left column, from wherever the person is. */
export async function go(page, place) {
  await follow(page, 'Các kỳ hội thi');
  await follow(page, TITLE);
  await follow(page, place, page.getByRole('navigation', { name: 'Danh mục công việc' }));
}

export async function writeLetter(page) {
  await go(page, 'Văn bản');
  await register(page, RULES);
  await go(page, 'Văn bản');
  await draftLetter(page, LETTER);
  await press(page, 'Lưu vào sổ');
  await says(page, 'Đã lưu dự thảo vào sổ.');
}

// The leader signs in this time, so nobody's scan is asked for.
export async function signLetter(house) {
  const page = await signedIn(house, leader.login, password);
  await go(page, 'Văn bản');
  await follow(page, LETTER.subject);
  const draft = await readPdf(page, await page.getByRole('link', { name: 'Xem bản PDF' }).getAttribute('href'));
  for (const words of [...SHEET, 'Căn cứ', RULES.number, 'KT. CHỦ TỊCH']) assert.ok(draft.includes(words), `the draft does not say “${words}”: ${draft}`);
  await follow(page, 'Ký và ghi số, ngày');
  await page.getByLabel('Số, ký hiệu').fill('221/LHH-KHCN');
  await page.getByLabel('Ngày ban hành').fill(written(today()));
  await press(page, 'Đọc lại');
  await press(page, 'Đúng, ghi vào sổ');
  await says(page, 'Đã ghi số và ngày của văn bản.');
}

export async function sendLetter(page) {
  await go(page, 'Văn bản');
  await follow(page, LETTER.subject);
  await follow(page, 'Gửi văn bản', page.locator('main'));
  await page.getByLabel('Cấp, loại đơn vị').selectOption({ label: 'Cấp xã' });
  await press(page, 'Hiện danh sách đơn vị');
  // The communes lie folded by their former districts.
  assert.equal(await page.locator('input[name=units]:checked').count(), 54);
  // The letter asks three things of a commune, the form knows five and presumes none.
  for (const task of TASKS) await page.getByRole('checkbox', { name: task }).check();
  await page.shot('90-send');
  await press(page, 'Đọc lại và gửi');
  await says(page, 'Đọc lại trước khi gửi');
  await press(page, 'Gửi');
  await says(page, 'Đã gửi văn bản đến ');
}

export async function readAnswers(page) {
  await go(page, 'Tiến độ đơn vị');
  await page.shot('90-board');
  await follow(page, COMMUNE);
  await says(page, 'Đã xác nhận');
  await says(page, 'Đã báo cáo');
  await go(page, 'Tổng hợp báo cáo');
  await says(page, '1 trên 54 đơn vị đã báo cáo, 0 báo cáo đã duyệt.');
}

// The leader signed on paper; the officer records it.
export async function decide(page) {
  await go(page, 'Xếp hạng và xét giải');
  await follow(page, 'Giải thưởng', page.locator('main'));
  await follow(page, 'Ghi quyết định trao giải', page.locator('main'));
  await fillDecision(page, { number: '25/QĐ-BTC', date: written(today()), issuer: COMMITTEE, inPlaceOf: 'Ban Tổ chức', position: 'Trưởng ban', signer: leader.name });
  await page.getByLabel('Bản quét quyết định đã ký').setInputFiles(scan('25/QĐ-BTC'));
  await press(page, 'Đọc lại trước khi ghi');
  await press(page, 'Ghi quyết định');
  await says(page, 'Đã ghi quyết định trao giải và vào sổ văn bản.');
  await page.shot('90-prizes');
  const paper = await readPdf(page, await page.getByRole('link', { name: 'Quyết định và danh sách (PDF)' }).getAttribute('href'));
  const [, month, year] = written(today()).split('/');
  for (const words of [...SHEET, 'Số: 25/QĐ-BTC', `tháng ${month} năm ${year}`, 'QUYẾT ĐỊNH', 'Căn cứ', RULES.number, 'Điều 1.', 'TM. BAN TỔ CHỨC', 'TRƯỞNG BAN', leader.name, 'Phụ lục']) {
    assert.ok(paper.includes(words), `the decision does not say “${words}”: ${paper}`);
  }
  // Titles break over the lines of their column.
  for (const { title, prize } of [OWN, BROUGHT]) assert.match(paper, new RegExp(`${title.slice(0, 20)}.*${prize}`));
  assert.ok(!paper.includes('DỮ LIỆU MINH HỌA'), 'a real decision is marked as a sample');
}

export async function certify(page) {
  await go(page, 'Giấy chứng nhận');
  await follow(page, 'Cấp giấy chứng nhận');
  await press(page, 'Cấp giấy chứng nhận');
  await says(page, 'Đã cấp giấy chứng nhận và vào sổ.');
  await page.shot('90-certificates');
  const row = page.getByRole('row').filter({ hasText: author.name });
  const code = codeIn(await row.innerText());
  const paper = await readPdf(page, await row.getByRole('link', { name: 'PDF' }).getAttribute('href'));
  for (const words of ['GIẤY CHỨNG NHẬN', author.name, OWN.prize.toUpperCase(), '/xac-minh/', code]) assert.ok(paper.includes(words), `the certificate does not say “${words}”: ${paper}`);
  return code;
}

export async function announce(house, page) {
  const anyone = await house.person();
  await anyone.goto(at('ket-qua'));
  await says(anyone, 'Kết quả sẽ hiện ở đây sau khi công bố.');
  await go(page, 'Giấy chứng nhận');
  await follow(page, 'Công bố kết quả', page.locator('main'));
  await page.getByRole('checkbox', { name: /Tôi đã đọc lại/ }).check();
  await press(page, 'Công bố');
  await says(page, 'Đã công bố kết quả.');
}
