// The two dossiers of the whole contest, part by part.

import assert from 'node:assert/strict';

import { written } from '../days.mjs';
import { addAuthor, attach, begin, declare, describe, divide, submit, summarise } from '../dossier.mjs';
import { follow, press, readPdf, says } from '../office.mjs';
import { COMMUNE, OWN, author, moved, password } from './facts.mjs';

// An author who never heard of this house before.
export async function enter(house) {
  const page = await house.person();
  await page.goto('/');
  await page.shot('90-portal');
  await follow(page, 'Nộp hồ sơ dự thi', page.locator('main'));
  await follow(page, 'Đăng ký tài khoản tác giả', page.locator('main'));
  await page.getByLabel('Họ và tên').fill(author.name);
  await page.getByLabel('Thư điện tử').fill(`${author.login}@vidu.invalid`);
  await page.getByLabel('Tên đăng nhập').fill(author.login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByLabel('Nhập lại mật khẩu').fill(password);
  await press(page, 'Đăng ký tài khoản tác giả');

  await page.goto('/');
  await follow(page, 'Nộp hồ sơ dự thi', page.locator('main'));
  await begin(page, OWN);
  await press(page, 'Lập hồ sơ và điền tiếp');
  await tellUnit(page);
  await fill(page, OWN, 'Nhóm tác giả');
  await submit(page);
  await page.shot('90-receipt');
  const paper = await readPdf(page, await page.getByRole('link', { name: 'Tải giấy biên nhận (PDF)' }).getAttribute('href'));
  for (const words of ['GIẤY BIÊN NHẬN', author.name, 'QN9-0001']) assert.ok(paper.includes(words), paper);
  assert.ok(!paper.includes('DỮ LIỆU MINH HỌA'), 'a real receipt is marked as a sample');
  await agreeToBeNamed(page);
}

// Nobody's name stands on the result page who did not say so.
async function agreeToBeNamed(page) {
  const receipt = await page.getByRole('link', { name: 'Tải giấy biên nhận (PDF)' }).getAttribute('href');
  await page.goto(`/ho-so/${receipt.match(/[0-9a-f-]{36}/)[0]}/dong-thuan`);
  const named = page.getByRole('row').filter({ hasText: 'Công bố họ tên tôi' });
  await named.getByRole('button', { name: 'Đồng ý' }).first().click();
  await says(page, 'Đồng ý lúc');
  await page.shot('90-consents');
}

async function tellUnit(page) {
  await follow(page, 'Đơn vị nơi tạo ra, áp dụng');
  await page.getByLabel(/^Đơn vị(?! phối hợp)/).selectOption({ label: COMMUNE });
  await press(page, 'Lưu và quay lại hồ sơ');
}

export async function fill(page, { summary, shares }, entrant) {
  await describe(page, written(moved('2019-08-15')), entrant);
  await press(page, 'Lưu và quay lại hồ sơ');
  await nameAuthors(page, shares);
  await summarise(page, summary);
  await attach(page, 'Phiếu đăng ký dự thi có xác nhận của đơn vị', 'phieu-dang-ky');
  await attach(page, 'Bản mô tả giải pháp', 'ban-mo-ta');
  await declare(page);
  await press(page, 'Lưu và quay lại hồ sơ');
}

async function nameAuthors(page, shares) {
  await follow(page, 'Tác giả và tỷ lệ đóng góp');
  for (const name of Object.keys(shares)) {
    if ((await page.locator('main').innerText()).includes(name)) continue;
    await addAuthor(page, name, 'Tổ hợp tác Minh Họa');
    await press(page, 'Lưu và quay lại hồ sơ');
    if (!page.url().endsWith('/tac-gia')) await follow(page, 'Tác giả và tỷ lệ đóng góp');
  }
  await divide(page, shares);
  await press(page, 'Lưu tỷ lệ');
  if (!page.url().endsWith('/tac-gia')) await follow(page, 'Tác giả và tỷ lệ đóng góp');
  await says(page, 'đủ 100%');
  await follow(page, 'Quay lại hồ sơ');
}
