// The officer's part with papers: into the register, drafted, read as a PDF.

import { file, follow, pdf, press, says } from './office.mjs';

/** Takes a document that is signed already into the register of an edition, from the list of its documents. */
export async function register(page, { kind, issuer, number, date, subject, rests }, shot = async () => {}) {
  await follow(page, 'Vào sổ văn bản đã ban hành');
  await page.getByLabel('Loại văn bản').selectOption({ label: kind });
  await page.getByLabel('Cơ quan ban hành').fill(issuer);
  await page.getByLabel('Số, ký hiệu').fill(number);
  await page.getByLabel('Ngày ban hành').fill(date);
  await page.getByLabel('Trích yếu').fill(subject);
  for (const basis of rests) await page.getByRole('checkbox', { name: basis }).check();
  await shot();
  await press(page, 'Đọc lại');
  await page.getByLabel('Bản quét đã ký, đóng dấu').setInputFiles(scan(number));
  await press(page, 'Đúng, ghi vào sổ');
  await says(page, 'Đã vào sổ văn bản.');
}

/** Fills the form of a letter that a deputy signs for the head; it is not saved yet. */
export async function draftLetter(page, { subject, rests, to, text, signer, recipients }) {
  await follow(page, 'Soạn văn bản');
  await page.getByLabel('Loại văn bản').selectOption({ label: 'Công văn' });
  await page.getByLabel('Trích yếu').fill(subject);
  for (const number of rests) await page.getByRole('checkbox', { name: number }).check();
  await page.getByLabel('Kính gửi').fill(to);
  await page.getByRole('textbox', { name: 'Nội dung', exact: true }).fill(text);
  await page.getByLabel('Thẩm quyền ký').selectOption({ label: 'KT. (ký thay người đứng đầu)' });
  await page.getByLabel('Thay cho').fill('Chủ tịch');
  await page.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch');
  await page.getByLabel('Người ký', { exact: true }).fill(signer);
  await page.getByLabel('Nơi nhận').fill(recipients);
}

/** The scan of a signed paper. */
export function scan(number) {
  return file(`${number.replace('/', '-')}.pdf`, pdf('Ban quet minh hoa'));
}

/** What every sheet in the layout of Decree 30/2020 carries. */
export const SHEET = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Nơi nhận'];
