// From a workshop to the province: the college's contact keeps an initiative, begins a dossier of the
// college's own contest from it and hands it in; the college admits, judges, announces and sends it up with
// the rector's letter; the province screens it, releases what judges read and admits it. The register shows
// how far it is all the way.

import assert from 'node:assert/strict';

import { announce, judge, sendUp } from '../lib/college.mjs';
import { attach, declare, divide, submit, summarise } from '../lib/dossier.mjs';
import { pass, releaseCopies } from '../lib/jury.mjs';
import { COLLEGE, PROVINCE, follow, press, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'open'];

const TITLE = 'Bàn nguội có ngăn dụng cụ chia theo ca, giảm thời gian nhận và trả đồ nghề';
const AUTHORS = { 'Lò Văn Xuyến': '60', 'Chíu Thị Mận': '40' };
const CATEGORY = 'Kỹ thuật, công nghệ và thiết bị dạy nghề';
const SUMMARY = 'Mặt bàn có sáu ngăn khóa theo ca; mỗi ca nhận và trả đồ nghề trong hai phút thay vì mười lăm phút, dụng cụ không còn thất lạc.';
const MARKS = { 'Tính mới, tính sáng tạo': '36', 'Khả năng áp dụng': '27', 'Hiệu quả': '26' };

export default async function (house) {
  const contact = await signedIn(house, 'dv-cdmh');
  await keepInitiative(contact);
  const draft = await beginDossier(contact);
  await fill(contact);
  await submit(contact, 'Trực tuyến');
  await stands(contact, 'Dự thi: Chờ kiểm tra');

  const college = await signedIn(house, 'thuky-cdmh');
  await admit(college, COLLEGE, draft);
  await stands(contact, 'Dự thi: Đủ điều kiện');
  await judge(house, college, TITLE, MARKS);
  await announce(house, college);
  await stands(contact, 'Dự thi: Đã chấm, đã công bố kết quả');
  await sendUp(house, TITLE);
  await stands(contact, 'Dự thi: Chờ kiểm tra');

  const province = await signedIn(house, 'thuky');
  const above = await arrived(province);
  assert.notEqual(above, draft, 'above it is a dossier of its own');
  await admit(province, PROVINCE, above);
  await releaseCopies(province, PROVINCE);
  await province.shot('47-copies');
  await stands(contact, 'Dự thi: Đủ điều kiện');
  await bothLinked(contact);
}

async function keepInitiative(page) {
  await page.goto('/don-vi/sang-kien');
  await follow(page, 'Ghi sáng kiến');
  await page.getByLabel('Tên sáng kiến').fill(TITLE);
  await page.getByLabel('Tác giả').fill(Object.keys(AUTHORS).join('\n'));
  await page.getByLabel('Áp dụng lần đầu').fill('5/10/2020');
  await page.getByLabel('Số quyết định công nhận').fill('21/QĐ-CĐMH');
  await page.getByLabel('Ngày quyết định').fill('12/1/2021');
  await page.getByLabel('Tiền làm lợi').fill('18.000.000');
  await page.getByLabel('Lợi ích khác').fill('Không còn thất lạc dụng cụ giữa hai ca.');
  await page.shot('47-initiative-form');
  await press(page, 'Lưu');
  await says(page, 'Đã ghi sáng kiến vào sổ.');
}

/** One step; the province's contest takes dossiers too, so the college's own is chosen. Gives the dossier's id. */
async function beginDossier(page) {
  const own = page.locator('#edition option').filter({ hasText: 'Trường Cao đẳng Minh Họa' });
  await page.locator('#edition').selectOption(await own.getAttribute('value'));
  await page.shot('47-initiative');
  await press(page, 'Lập hồ sơ dự thi');
  await says(page, 'Đã lập bản nháp từ sáng kiến.');
  await says(page, TITLE);
  return new URL(page.url()).pathname.split('/').at(-1);
}

async function fill(page) {
  await follow(page, 'Giải pháp', page.locator('main').getByRole('list'));
  // What the register knows stands there already.
  assert.equal(await page.getByLabel('Ngày giải pháp được tạo ra, áp dụng').inputValue(), '5/10/2020');
  await page.getByLabel('Lĩnh vực').selectOption({ label: CATEGORY });
  await press(page, 'Lưu và quay lại hồ sơ');
  await follow(page, 'Tác giả và tỷ lệ đóng góp');
  for (const name of Object.keys(AUTHORS)) await signs(page, name);
  await divide(page, AUTHORS);
  await press(page, 'Lưu tỷ lệ');
  await toAuthors(page);
  await says(page, 'đủ 100%');
  await follow(page, 'Quay lại hồ sơ');
  await summarise(page, SUMMARY);
  await attach(page, 'Bản mô tả giải pháp', 'ban-mo-ta');
  await declare(page);
  await press(page, 'Lưu và quay lại hồ sơ');
}

/** The register names the authors; that each of them agreed is told by whoever holds their signatures. */
async function signs(page, name) {
  await follow(page, name, page.locator('#authors'));
  await page.getByLabel('Nơi làm việc hoặc nơi ở').fill('Xưởng thực hành, Trường Cao đẳng Minh Họa');
  await page.getByRole('checkbox', { name: /đồng ý đứng tên/ }).check();
  await press(page, 'Lưu và quay lại hồ sơ');
  await toAuthors(page);
}

async function toAuthors(page) {
  if (!page.url().endsWith('/tac-gia')) await follow(page, 'Tác giả và tỷ lệ đóng góp');
}

async function admit(page, slug, entry) {
  await page.goto(`/ky/${slug}/kiem-tra/${entry}`);
  await says(page, TITLE);
  await pass(page);
  await press(page, 'Đủ điều kiện, đưa vào chấm');
}

/** What the register says of the initiative's dossier. */
async function stands(page, words) {
  await page.goto('/don-vi/sang-kien');
  const row = await page.locator('#sang-kien').getByRole('row').filter({ hasText: TITLE }).innerText();
  assert.ok(row.includes(words), `the register does not say “${words}”: ${row}`);
}

/** The secretary of the province finds what came, with its number at the college. Gives the dossier's id. */
async function arrived(page) {
  await page.goto(`/ky/${PROVINCE}/ho-so`);
  await page.getByRole('searchbox').first().fill(TITLE.slice(0, 40));
  await press(page, 'Lọc');
  await follow(page, TITLE);
  await says(page, 'Mã số tại hội thi cơ sở');
  await page.shot('47-arrived');
  return new URL(page.url()).pathname.split('/').at(-1);
}

/** The initiative leads to both dossiers, the college's and the province's. */
async function bothLinked(page) {
  await page.goto('/don-vi/sang-kien');
  await follow(page, TITLE);
  const linked = page.locator('main').getByRole('listitem').filter({ hasText: 'Hội thi Sáng tạo kỹ thuật' });
  assert.equal(await linked.count(), 2);
  await says(page, 'Đã chấm, đã công bố kết quả');
  await says(page, 'Đủ điều kiện');
  await page.shot('47-linked');
}
