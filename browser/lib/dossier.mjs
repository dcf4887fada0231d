// Filling a dossier, part by part, by an author or by whoever enters it on their behalf. Each step
// begins and ends on the dossier's page.

import { file, follow, pdf, press, says } from './office.mjs';

export async function begin(page, { title, category }) {
  await page.getByLabel('Tên giải pháp').fill(title);
  await page.getByLabel('Lĩnh vực').selectOption({ label: category });
}

export async function describe(page, created, entrant) {
  await follow(page, 'Giải pháp', page.locator('main').getByRole('list'));
  await page.getByLabel('Ngày giải pháp được tạo ra, áp dụng').fill(created);
  await page.getByRole('radio', { name: entrant }).check();
}

/** Adds an author who signed the paper form; ends on the list of authors. */
export async function addAuthor(page, name, workplace) {
  await follow(page, 'Thêm tác giả');
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Nơi làm việc hoặc nơi ở').fill(workplace);
  await page.getByRole('checkbox', { name: /đồng ý đứng tên/ }).check();
}

/** Divides the whole among the authors, the first of them speaking for all. */
export async function divide(page, shares) {
  for (const [name, share] of Object.entries(shares)) await page.getByLabel(`Tỷ lệ đóng góp: ${name}`).fill(share);
  await page.getByRole('radio', { name: Object.keys(shares)[0] }).check();
}

export async function summarise(page, text) {
  await follow(page, 'Tóm tắt giải pháp');
  await page.getByLabel('Tóm tắt giải pháp').fill(text);
  await press(page, 'Lưu và quay lại hồ sơ');
}

export async function attach(page, part, name) {
  await follow(page, part);
  await page.getByLabel('Chọn tệp').setInputFiles(file(`${name}.pdf`, pdf(part.normalize('NFD').replace(/[^ -~]/g, ''))));
  await press(page, 'Tải tệp lên và lưu');
}

export async function declare(page) {
  await follow(page, 'Cam kết');
  for (const box of await page.getByRole('group', { name: 'Tôi cam kết' }).getByRole('checkbox').all()) await box.check();
}

/** Every part is there; submits it, and says how it came where somebody writes it for its authors. Ends on the receipt. */
export async function submit(page, came) {
  await says(page, 'Hồ sơ đã đủ các phần bắt buộc.');
  await follow(page, 'Kiểm tra lại và nộp');
  if (came) await page.getByLabel(came, { exact: true }).check();
  await press(page, 'Nộp hồ sơ');
  await says(page, 'Mã số dự thi');
}
