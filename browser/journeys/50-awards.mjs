// From the proposal to the portal, in the province's contest: the officer records the signed
// decision, issues the certificates, announces; anyone reads the result and checks a certificate.

import assert from 'node:assert/strict';

import { codeIn, fillDecision } from '../lib/awards.mjs';
import { PROVINCE, file, follow, pdf, press, pressInVain, readPdf, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'deliberated'];

const at = (place) => `/ky/${PROVINCE}/${place}`;

export default async function (house) {
  const officer = await signedIn(house, 'chuyenvien');
  await ranking(officer);
  await decision(officer);
  const certificate = await certificates(officer);
  await announcement(house, officer);
  await portal(house, certificate);
}

async function ranking(page) {
  await page.goto(at('xep-hang'));
  await page.shot('50-ranking');
  await page.goto(at('giai-thuong'));
  await says(page, 'Đề nghị đang chờ lãnh đạo quyết định');
  await page.shot('50-proposal');
}

async function decision(page) {
  await follow(page, 'Ghi quyết định trao giải', page.locator('main'));
  const draft = await readPdf(page, await page.getByRole('link', { name: 'Quyết định và danh sách (PDF)' }).getAttribute('href'));
  for (const words of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'QUYẾT ĐỊNH', 'Nơi nhận', 'DỮ LIỆU MINH HỌA']) assert.ok(draft.includes(words), `the decision does not say “${words}”`);
  await fillDecision(page, {
    number: '25/QĐ-BTC',
    date: '24/9/2021',
    issuer: 'Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh',
    inPlaceOf: 'Ban Tổ chức',
    position: 'Trưởng ban',
    signer: 'Nghiêm Trường Sơn',
  });
  await page.shot('50-decision');
  await pressInVain(page, 'Đọc lại trước khi ghi');
  await page.getByLabel('Bản quét quyết định đã ký').setInputFiles(file('25-QD-BTC.pdf', pdf('Quyet dinh minh hoa')));
  await press(page, 'Đọc lại trước khi ghi');
  await page.shot('50-read-back');
  await press(page, 'Ghi quyết định');
  await says(page, 'Đã ghi quyết định trao giải và vào sổ văn bản.');
  await page.shot('50-prizes');
}

async function certificates(page) {
  await follow(page, 'Giấy chứng nhận', page.getByRole('navigation', { name: 'Danh mục công việc' }));
  await follow(page, 'Cấp giấy chứng nhận');
  await press(page, 'Cấp giấy chứng nhận');
  await says(page, 'Đã cấp giấy chứng nhận và vào sổ.');
  await page.shot('50-certificates');
  const row = page.getByRole('row').nth(1);
  const words = await row.innerText();
  const paper = await readPdf(page, await row.getByRole('link', { name: 'PDF' }).getAttribute('href'));
  const code = codeIn(words);
  assert.ok(paper.includes(code), `the sheet does not carry the code ${code}: ${paper}`);
  return { code, holder: (await row.getByRole('cell').nth(1).innerText()).split('\n')[0].trim() };
}

async function announcement(house, page) {
  const anyone = await house.person();
  await anyone.goto(at('ket-qua'));
  await says(anyone, 'Kết quả sẽ hiện ở đây sau khi công bố.');
  await page.goto(at('cong-bo'));
  await page.shot('50-announcement');
  await page.getByRole('checkbox', { name: /Tôi đã đọc lại/ }).check();
  await press(page, 'Công bố');
  await says(page, 'Đã công bố kết quả.');
}

async function portal(house, certificate) {
  const anyone = await house.person();
  await anyone.goto('/');
  await follow(anyone, 'Xem kết quả Hội thi');
  await says(anyone, 'Giải Nhất');
  await says(anyone, certificate.holder);
  await anyone.shot('50-result');
  const paper = await readPdf(anyone, await anyone.getByRole('link', { name: 'Quyết định và danh sách đoạt giải (PDF)' }).getAttribute('href'));
  assert.ok(paper.includes(certificate.holder), 'the published decision names the winner');
  await anyone.goto(`/xac-minh/${certificate.code}`);
  await says(anyone, 'Có trong sổ cấp, còn giá trị');
  await says(anyone, certificate.holder);
  await anyone.shot('50-verified');
}
