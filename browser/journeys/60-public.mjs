// What anyone sees when all is over, and what only some may see: the portal, the result, the
// solutions, a certificate's page, one that was never issued, one that was taken back.

import assert from 'node:assert/strict';

import { PROVINCE, file, follow, pdf, press, pressInVain, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'announced'];

const at = (place) => `/ky/${PROVINCE}/${place}`;

export default async function (house) {
  await reader(house);
  const code = await revoke(house);
  await checks(house, code);
  await auditor(house);
}

async function reader(house) {
  const page = await house.person();
  await page.goto('/');
  await page.shot('60-portal');
  await page.goto(`/ky/${PROVINCE}`);
  await page.shot('60-edition');
  await follow(page, 'Xem kết quả');
  await page.shot('60-result');
  await page.goto(at('giai-phap'));
  await page.shot('60-solutions');
  await page.goto(at('the-le'));
  await page.shot('60-rules');
  await page.goto('/');
  await follow(page, /Tổ chức triển khai Hội thi/);
  await page.shot('60-letter');
}

async function revoke(house) {
  const officer = await signedIn(house, 'chuyenvien');
  await officer.goto(at('chung-nhan'));
  const row = officer.getByRole('row').last();
  const code = (await row.innerText()).match(/Mã kiểm tra ([\w-]+)/)[1];
  const link = row.getByRole('link', { name: 'thu hồi' });
  if (await link.count() === 0) {
    const leader = await signedIn(house, 'lanhdao');
    await leader.goto(at('chung-nhan'));
    await follow(leader, 'thu hồi', leader.getByRole('row').last());
    return takeBack(leader, code, false);
  }
  await follow(officer, 'thu hồi', row);
  return takeBack(officer, code, true);
}

async function takeBack(page, code, fromPaper) {
  await pressInVain(page, 'Thu hồi giấy chứng nhận');
  await page.getByLabel('Lý do').fill('Tên tác giả in sai; giấy khác được cấp thay.');
  if (fromPaper) {
    await page.getByLabel('Người ký').fill('Nghiêm Trường Sơn');
    await page.getByLabel('Số và ký hiệu').fill('31/QĐ-BTC');
    await page.getByLabel('Ngày văn bản').fill('18/10/2021');
    await page.getByLabel('Bản quét văn bản').setInputFiles(file('31-QD-BTC.pdf', pdf('Quyet dinh minh hoa')));
  }
  await page.shot('60-revoke');
  await press(page, 'Thu hồi giấy chứng nhận');
  await says(page, 'Đã thu hồi giấy chứng nhận.');
  return code;
}

async function checks(house, revoked) {
  const page = await house.person();
  await page.goto('/xac-minh');
  await page.shot('60-verify');
  await page.getByLabel('Mã kiểm tra').fill(revoked);
  await press(page, 'Kiểm tra');
  await says(page, 'Đã thu hồi');
  await says(page, 'Tên tác giả in sai');
  await page.shot('60-revoked');
  await page.goto('/xac-minh/KHONG-CO-MA-NAY');
  await says(page, 'Không có giấy mang mã này');
  await page.shot('60-unknown');
}

async function auditor(house) {
  const page = await signedIn(house, 'giamsat');
  await follow(page, 'Nhật ký');
  await page.shot('60-journal');
  assert.ok(await page.locator('main').getByRole('row').count() > 10);
}
