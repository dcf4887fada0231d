// The jury of the province's contest: appointed from the leader's paper, entries given out, the
// round started; a judge marks blind, recuses, locks; nothing is sealed or opened too early.

import assert from 'node:assert/strict';

import { keepsQuiet } from '../lib/jury.mjs';
import { PROVINCE, file, follow, pdf, press, pressInVain, readPdf, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'screened'];

const JURY = `/ky/${PROVINCE}/hoi-dong`;
const PROGRESS = `/ky/${PROVINCE}/tien-do-cham`;

export default async function (house) {
  await changeJury(house);
  await giveOut(house);
  await start(house);
  const judge = await signedIn(house, 'giamkhao1');
  await mark(judge);
  await withdraw(judge);
  await blind(house, judge);
  await notYet(house);
}

// The leader signed on paper; the officer records it from the scan.
async function changeJury(house) {
  const officer = await signedIn(house, 'chuyenvien');
  await officer.goto(JURY);
  await says(officer, 'Thành lập theo Quyết định số 18/QĐ-BTC');
  await officer.getByLabel('Người ký').fill('Nghiêm Trường Sơn');
  await officer.getByLabel('Số và ký hiệu quyết định').fill('19/QĐ-BTC');
  await officer.getByLabel('Ngày quyết định').fill('20/7/2021');
  await officer.shot('40-jury');
  await pressInVain(officer, 'Ghi Hội đồng giám khảo');
  await officer.getByLabel('Bản quét quyết định đã ký').setInputFiles(file('19-QD-BTC.pdf', pdf('Quyet dinh minh hoa')));
  await press(officer, 'Ghi Hội đồng giám khảo');
  await says(officer, 'Đã ghi Hội đồng giám khảo.');
  await says(officer, 'Thành lập theo Quyết định số 19/QĐ-BTC');
}

async function giveOut(house) {
  const secretary = await signedIn(house, 'thuky');
  await secretary.goto(PROGRESS);
  await secretary.shot('40-progress-before');
  await follow(secretary, 'Phân công chấm', secretary.locator('main'));
  await secretary.shot('40-assigning');
  await press(secretary, 'Phân công chấm');
  await says(secretary, 'Đã phân công.');
}

async function start(house) {
  const chair = await signedIn(house, 'chutich');
  await chair.goto(PROGRESS);
  await follow(chair, 'Bắt đầu chấm');
  await press(chair, 'Bắt đầu chấm');
  await says(chair, 'Vòng chấm đã bắt đầu.');
  await chair.shot('40-progress');
}

async function mark(page) {
  await page.goto('/cham');
  await page.shot('40-desk');
  await follow(page, /^[A-Z0-9-]+$/, page.locator('main'));
  await page.shot('40-sheet');

  await page.getByLabel('Điểm Tính mới, tính sáng tạo').fill('41');
  await page.getByLabel('Điểm Khả năng áp dụng').fill('25,3');
  await page.getByLabel('Điểm Hiệu quả kinh tế, kỹ thuật, xã hội').fill('27');
  assert.ok((await pressInVain(page, 'Đọc lại và khóa phiếu')).length >= 2);
  assert.equal(await page.getByLabel('Điểm Hiệu quả kinh tế, kỹ thuật, xã hội').inputValue(), '27');
  await page.shot('40-sheet-refused');

  await page.getByLabel('Điểm Tính mới, tính sáng tạo').fill('36,5');
  await page.getByLabel('Điểm Khả năng áp dụng').fill('25');
  await page.getByRole('textbox', { name: /^Nhận xét/ }).fill('Cách làm rõ, đã dùng thử; cần thêm số liệu về độ bền.');
  assert.equal(await page.locator('output').innerText(), '88,5');
  await press(page, 'Đọc lại và khóa phiếu');
  await says(page, '88,5');
  await page.shot('40-read-back');
  await press(page, 'Xác nhận và khóa phiếu');
  await says(page, 'Đã khóa phiếu chấm.');
}

async function withdraw(page) {
  await page.goto('/cham');
  const rows = await page.locator('main').getByRole('row').count();
  await follow(page, /./, page.getByRole('row', { name: 'Chưa chấm' }).first());
  await follow(page, 'Tôi không chấm được hồ sơ này');
  await page.getByRole('radio', { name: 'Nhận ra hồ sơ này là của ai' }).check();
  await page.shot('40-conflict');
  await press(page, 'Rút khỏi việc chấm hồ sơ này');
  await page.goto('/cham');
  assert.equal(await page.locator('main').getByRole('row').count(), rows - 1);
}

// Nothing that a judge can fetch names the dossier's number, an author or a unit.
async function blind(house, judge) {
  const secretary = await signedIn(house, 'thuky');
  await judge.goto('/cham');
  const sheets = await judge.locator('main').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const sheet of sheets.slice(0, 4)) {
    await judge.goto(sheet);
    const names = await namesOf(secretary, (await judge.locator('h1').innerText()).trim());
    keepsQuiet(await judge.content(), names);
    for (const link of await judge.locator('main').getByRole('link', { name: /Mở tệp PDF/ }).all()) {
      const href = await link.getAttribute('href');
      const answer = await judge.request.get(href);
      assert.equal(answer.status(), 200);
      keepsQuiet(JSON.stringify(answer.headers()), names);
      keepsQuiet(await readPdf(judge, href), names);
    }
  }
  for (const place of ['ho-so', 'kiem-tra', 'xep-hang', 'ket-qua-cham', 'tien-do-cham']) {
    const answer = await judge.goto(`/ky/${PROVINCE}/${place}`);
    assert.equal(answer.status(), 403, `${place} answers ${answer.status()} to a judge`);
  }
}

/** A dossier's number, its authors and its unit, as the secretary reads them. */
async function namesOf(secretary, title) {
  await secretary.goto(`/ky/${PROVINCE}/ho-so`);
  await secretary.getByRole('searchbox').first().fill(title.slice(0, 60));
  await press(secretary, 'Lọc');
  const cells = secretary.getByRole('row').filter({ hasText: title }).getByRole('cell');
  const authors = (await cells.nth(1).innerText()).split('\n').slice(1).join(' ').split(', ');
  const names = [await cells.nth(0).innerText(), await cells.nth(3).innerText(), ...authors].map((name) => name.trim());
  assert.ok(names.length >= 3 && names.every((name) => name.length > 3), names.join('; '));
  return names;
}

async function notYet(house) {
  const chair = await signedIn(house, 'chutich');
  await chair.goto(PROGRESS);
  assert.equal(await chair.getByRole('link', { name: 'Niêm phong', exact: true }).count(), 0, 'a seal is offered too early');
  await chair.goto(`/ky/${PROVINCE}/mo-niem-phong`);
  await chair.shot('40-nothing-sealed');
  assert.equal(await chair.getByLabel('Nhập lại mật khẩu của anh/chị').count(), 0);
}
