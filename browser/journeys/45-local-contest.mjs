// A college's own contest to its very end, by hand: two entries are admitted, three judges mark them
// blind, two persons open the round, prizes are proposed and decided, certificates are issued, the
// result is announced; then the best entry is sent up to the province's contest and arrives there.

import assert from 'node:assert/strict';

import { checkByHand, codeIn, fillDecision } from '../lib/awards.mjs';
import { admitNext, confirmOpening, giveOut, markAndLock, openSheet, releaseCopies } from '../lib/jury.mjs';
import { COLLEGE, PASSWORD, PROVINCE, follow, press, pressInVain, readPdf, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'open'];

const at = (place) => `/ky/${COLLEGE}/${place}`;
const JUDGES = ['gk-cdmh1', 'gk-cdmh2', 'gk-cdmh3'];
const MARKS = { 'Tính mới, tính sáng tạo': ['36', '30'], 'Khả năng áp dụng': ['27', '22'], 'Hiệu quả': ['26', '23'] };

export default async function (house) {
  const secretary = await signedIn(house, 'thuky-cdmh');
  const rector = await signedIn(house, 'hieutruong-cdmh');
  const chair = await signedIn(house, 'chutich-cdmh');
  const titles = [await admitNext(secretary, COLLEGE), await admitNext(secretary, COLLEGE)];
  await appoint(rector);
  await start(secretary, chair);
  for (const login of JUDGES) await markAll(house, login, titles);
  await sealAndOpen(house, chair);
  await rank(secretary, titles);
  await decide(rector, titles);
  await certify(rector);
  await announce(rector);
  const code = await result(house, titles);
  await (await checkByHand(house, code)).shot('45-verified');
  await sendUp(house, titles[0]);
}

async function appoint(page) {
  await page.goto(at('hoi-dong'));
  await page.getByLabel('Số và ký hiệu quyết định').fill('57/QĐ-CĐMH');
  await page.getByLabel('Ngày quyết định').fill('15/3/2021');
  await page.getByLabel('Tên tiểu ban 1').fill('Hội đồng chấm thi');
  for (const judge of await page.locator('main').getByRole('checkbox').all()) await judge.check();
  await page.shot('45-jury');
  await press(page, 'Ghi Hội đồng giám khảo');
  await says(page, 'Đã ghi Hội đồng giám khảo.');
}

async function start(secretary, chair) {
  await giveOut(secretary, COLLEGE);
  await chair.goto(at('tien-do-cham'));
  await says(chair, '2 hồ sơ chưa thả bản cho giám khảo');
  await releaseCopies(secretary, COLLEGE);
  await secretary.shot('45-copies');
  await chair.goto(at('tien-do-cham'));
  await follow(chair, 'Bắt đầu chấm');
  await pressInVain(chair, 'Bắt đầu chấm');
  await chair.getByLabel('Vẫn bắt đầu chấm, không chờ các hồ sơ này').check();
  await chair.shot('45-start-over-open-intake');
  await press(chair, 'Bắt đầu chấm');
}

async function markAll(house, login, titles) {
  const judge = await signedIn(house, login);
  for (const [place, title] of titles.entries()) {
    const marks = Object.entries(MARKS).map(([criterion, given]) => [criterion, given[place]]);
    await openSheet(judge, title);
    await markAndLock(judge, Object.fromEntries(marks));
  }
  await judge.goto('/cham');
  await says(judge, 'Anh/chị đã khóa tất cả phiếu chấm của vòng này.');
  if (login === JUDGES[0]) await judge.shot('45-all-locked');
}

async function sealAndOpen(house, chair) {
  await chair.goto(at('tien-do-cham'));
  await chair.shot('45-progress');
  await follow(chair, 'Niêm phong');
  await press(chair, 'Niêm phong');
  await chair.goto(at('mo-niem-phong'));
  await chair.getByLabel('Nhập lại mật khẩu của anh/chị').fill('khong phai mat khau');
  await pressInVain(chair, 'Mở niêm phong phiếu chấm');
  await chair.getByLabel('Nhập lại mật khẩu của anh/chị').fill(PASSWORD);
  await chair.shot('45-opening');
  await press(chair, 'Mở niêm phong phiếu chấm');
  await says(chair, 'Đã ghi xác nhận. Cần thêm người thứ hai.');
  await chair.shot('45-opening-one');
  // One person is not two.
  assert.equal(await chair.getByRole('button', { name: 'Mở niêm phong phiếu chấm' }).count(), 0);

  const second = await signedIn(house, 'thukyhd-cdmh');
  await confirmOpening(second, COLLEGE, PASSWORD);
  await second.goto(at('mo-niem-phong'));
  await says(second, 'Vòng chấm đã được mở niêm phong');
  await second.shot('45-opened');
  const minutes = await readPdf(second, await second.getByRole('link', { name: 'Biên bản mở niêm phong (PDF)' }).getAttribute('href'));
  assert.ok(minutes.includes('BIÊN BẢN'), minutes.slice(0, 500));
  await second.goto(at('ket-qua-cham'));
  await second.shot('45-results');
}

async function rank(page, titles) {
  await page.goto(at('xep-hang'));
  await page.shot('45-ranking');
  const text = await page.locator('main').innerText();
  assert.ok(text.indexOf(titles[0]) < text.indexOf(titles[1]), 'the better entry stands first');
  await says(page, '89');
  await page.goto(at('giai-thuong'));
  await press(page, 'Trình đề nghị trao giải');
  await says(page, 'Đã trình đề nghị trao giải.');
  await page.shot('45-proposal');
}

async function decide(page, titles) {
  await page.goto(at('giai-thuong/quyet-dinh'));
  const draft = await readPdf(page, await page.getByRole('link', { name: 'Quyết định và danh sách (PDF)' }).getAttribute('href'));
  assert.ok(draft.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') && draft.includes('QUYẾT ĐỊNH'), draft.slice(0, 800));
  await fillDecision(page, { number: '64/QĐ-CĐMH', date: '15/3/2021', issuer: 'Trường Cao đẳng Minh Họa', position: 'Hiệu trưởng', signer: 'Khuất Phúc Bạch Dương' });
  await page.shot('45-decision');
  await press(page, 'Đọc lại trước khi ghi');
  await press(page, 'Ghi quyết định');
  await says(page, 'Đã ghi quyết định trao giải và vào sổ văn bản.');
  await page.shot('45-prizes');
  assert.ok((await page.locator('main').innerText()).includes(titles[0]));
}

async function certify(page) {
  await page.goto(at('chung-nhan'));
  await follow(page, 'Cấp giấy chứng nhận');
  await press(page, 'Cấp giấy chứng nhận');
  await says(page, 'Đã cấp giấy chứng nhận và vào sổ.');
  await page.shot('45-certificates');
  const paper = await readPdf(page, await page.getByRole('link', { name: 'PDF' }).first().getAttribute('href'));
  assert.ok(paper.includes('GIẤY CHỨNG NHẬN') && paper.includes('DỮ LIỆU MINH HỌA'), paper);
}

async function announce(page) {
  await follow(page, 'Công bố kết quả', page.locator('main'));
  await page.shot('45-announcement');
  await page.getByRole('checkbox', { name: /Tôi đã đọc lại/ }).check();
  await press(page, 'Công bố');
  await says(page, 'Đã công bố kết quả.');
}

async function result(house, titles) {
  const anyone = await house.person();
  await anyone.goto(at('ket-qua'));
  for (const title of titles) await says(anyone, title);
  await anyone.shot('45-result');
  const rector = await signedIn(house, 'hieutruong-cdmh');
  await rector.goto(at('chung-nhan'));
  return codeIn(await rector.locator('main').innerText());
}

async function sendUp(house, title) {
  const organiser = await signedIn(house, 'hoithi-cdmh');
  await organiser.goto(at('gui-len'));
  await organiser.getByRole('row').filter({ hasText: title }).getByRole('radio').check();
  await pressInVain(organiser, 'Gửi lên Hội thi cấp trên');
  await organiser.shot('45-send-up-refused');
  await organiser.getByLabel('Số và ký hiệu').fill('71/CĐMH-KHHT');
  await organiser.getByLabel('Ngày văn bản').fill('15/3/2021');
  await organiser.getByLabel('Người ký').fill('Khuất Phúc Bạch Dương');
  await organiser.shot('45-send-up');
  await press(organiser, 'Gửi lên Hội thi cấp trên');
  await says(organiser, 'Đã gửi hồ sơ lên Hội thi cấp trên.');

  const secretary = await signedIn(house, 'thuky');
  await secretary.goto(`/ky/${PROVINCE}/ho-so`);
  await secretary.getByRole('searchbox').first().fill(title.slice(0, 40));
  await secretary.keyboard.press('Enter');
  await secretary.waitForEvent('load');
  await follow(secretary, title);
  await says(secretary, 'Mã số tại hội thi cơ sở');
  await secretary.shot('45-arrived');
}
