// The secretary looks at dossiers: one is admitted, one goes back for completion and comes again,
// one is refused; a decision made in two windows counts once.

import assert from 'node:assert/strict';

import { pass } from '../lib/jury.mjs';
import { PROVINCE, follow, press, pressInVain, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'closed'];

export default async function (house) {
  const secretary = await signedIn(house, 'thuky');
  await secretary.shot('30-desk');
  await follow(secretary, 'Kiểm tra hồ sơ', secretary.getByRole('navigation', { name: 'Danh mục công việc' }));
  await secretary.shot('30-queue');
  const waiting = await count(secretary);

  await follow(secretary, 'Kiểm tra hồ sơ tiếp theo');
  await secretary.shot('30-dossier');
  await openPdf(secretary);
  await pass(secretary);
  const same = await secretary.context().newPage();
  await same.goto(secretary.url());
  await pass(same);
  await press(secretary, 'Đủ điều kiện, đưa vào chấm');
  await says(secretary, ': đủ điều kiện.');
  await secretary.shot('30-decided');
  await pressInVain(same, 'Đủ điều kiện, đưa vào chấm');
  await same.close();

  await sendBack(secretary);
  await refuse(secretary);
  await secretary.goto(`/ky/${PROVINCE}/kiem-tra`);
  assert.equal(await count(secretary), waiting - 3);
  await secretary.goto(`/ky/${PROVINCE}/kiem-tra?tinh-trang=returned`);
  await secretary.shot('30-returned');

  const keeper = await signedIn(house, 'quantri');
  await keeper.goto('/hop-thu-di');
  await says(keeper, 'Đề nghị bổ sung hồ sơ');
}

/** How many wait, as the page's figure says. */
async function count(page) {
  return Number(await page.locator('main').getByRole('link', { name: /^\d+ / }).first().innerText());
}

async function openPdf(page) {
  const href = await page.locator('main').getByRole('link', { name: 'Mở tệp PDF' }).first().getAttribute('href');
  const answer = await page.request.get(href);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-type'], /^application\/pdf/);
}

async function next(page) {
  await page.goto(`/ky/${PROVINCE}/kiem-tra`);
  await follow(page, 'Kiểm tra hồ sơ tiếp theo');
}

async function sendBack(page) {
  await next(page);
  await pass(page);
  await page.getByRole('group', { name: /Phiếu đăng ký dự thi/ }).getByRole('radio', { name: 'Không đạt' }).check();
  // Without words and a day it is not sent back; nor is it admitted with a question that failed.
  await pressInVain(page, 'Đề nghị bổ sung hồ sơ');
  await page.shot('30-return-refused');
  await pressInVain(page, 'Đủ điều kiện, đưa vào chấm');
  await page.getByLabel('Nội dung cần bổ sung hoặc lý do').fill('Phiếu đăng ký dự thi chưa có xác nhận của cơ quan, đơn vị hoặc địa phương.');
  await page.getByLabel('Hạn bổ sung').fill('16/7/2021');
  await press(page, 'Đề nghị bổ sung hồ sơ');
  await says(page, 'Thư báo cho tác giả đã vào hộp thư đi.');
}

async function refuse(page) {
  await next(page);
  await pass(page);
  await page.getByRole('group', { name: /chưa đạt giải/ }).getByRole('radio', { name: 'Không đạt' }).check();
  await page.getByLabel('Nội dung cần bổ sung hoặc lý do').fill('Giải pháp đã đạt giải ở kỳ hội thi trước.');
  await press(page, 'Không đủ điều kiện');
  await press(page, 'Kết luận không đủ điều kiện và báo cho tác giả');
  await says(page, ': không đủ điều kiện.');
}
