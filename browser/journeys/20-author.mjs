// An author, by hand: opens an account, fills the dossier, attaches PDFs, reads it back, submits,
// gets a receipt; and what must not go wrong: a file that is no PDF, two windows on one draft, a
// dossier read by a stranger.

import assert from 'node:assert/strict';

import { addAuthor, attach, begin, declare, describe, divide } from '../lib/dossier.mjs';
import { PROVINCE, file, follow, pdf, press, pressInVain, readPdf, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'open'];

const TITLE = 'Thiết bị cảnh báo sạt lở taluy bằng cảm biến nghiêng giá rẻ, gửi tin nhắn khi độ nghiêng vượt ngưỡng';
const SUMMARY = [
  'Giải pháp xuất phát từ việc các taluy dọc đường liên xã thường sạt vào mùa mưa mà không có cảnh báo.',
  'Điểm mới: cọc cảm biến tự chế từ vật tư sẵn có, pin dùng một năm, tự gửi tin nhắn khi độ nghiêng vượt ngưỡng.',
  'Giải pháp đã được dùng thử 8 tháng tại 3 nơi trong tỉnh, báo đúng 5 lần trước khi đất trượt.',
].join('\n');

export default async function (house) {
  const author = await register(house);
  await beginDossier(author);
  await fill(author);
  const entry = new URL(author.url()).pathname;
  await twoWindows(author, entry);
  await attachAll(author, entry);
  await submit(author, entry);
  await received(author);
  await strangersKeepOut(house, entry);
  await known(house);
}

async function register(house) {
  const page = await house.person();
  await page.goto('/');
  await page.shot('20-portal');
  await follow(page, 'Nộp hồ sơ dự thi', page.locator('main'));
  // Whoever has no account is led to one.
  await follow(page, 'Đăng ký tài khoản tác giả', page.locator('main'));
  await page.getByLabel('Họ và tên').fill('Lục Thị Bích Đào');
  await page.getByLabel('Thư điện tử').fill('bichdao@vidu.invalid');
  await page.getByLabel('Tên đăng nhập').fill('bichdao');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mot cau de nho');
  await page.getByLabel('Nhập lại mật khẩu').fill('mot cau khac han');
  await pressInVain(page, 'Đăng ký tài khoản tác giả');
  assert.equal(await page.getByLabel('Họ và tên').inputValue(), 'Lục Thị Bích Đào');
  await page.shot('20-register');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mot cau de nho');
  await page.getByLabel('Nhập lại mật khẩu').fill('mot cau de nho');
  await press(page, 'Đăng ký tài khoản tác giả');
  await follow(page, 'Hồ sơ của tôi');
  await page.shot('20-mine-empty');
  return page;
}

async function beginDossier(page) {
  await page.goto('/');
  await follow(page, 'Nộp hồ sơ dự thi');
  await pressInVain(page, 'Lập hồ sơ và điền tiếp');
  await begin(page, { title: TITLE, category: 'Công nghiệp, giao thông vận tải, xây dựng' });
  await page.shot('20-begin');
  await press(page, 'Lập hồ sơ và điền tiếp');
  await says(page, TITLE);
  await page.shot('20-tasks');
}

async function fill(page) {
  await describe(page, '15/8/2019', 'Nhóm tác giả');
  await page.shot('20-solution');
  await press(page, 'Lưu và quay lại hồ sơ');

  await follow(page, 'Tác giả và tỷ lệ đóng góp');
  await says(page, 'Lục Thị Bích Đào');
  await addAuthor(page, 'Nông Văn Ửng', 'Hạt quản lý đường bộ Minh Họa');
  await page.shot('20-second-author');
  await press(page, 'Lưu và quay lại hồ sơ');
  if (!page.url().endsWith('/tac-gia')) await follow(page, 'Tác giả và tỷ lệ đóng góp');
  await divide(page, { 'Lục Thị Bích Đào': '60', 'Nông Văn Ửng': '40' });
  await page.shot('20-authors');
  await press(page, 'Lưu tỷ lệ');
  if (!page.url().endsWith('/tac-gia')) await follow(page, 'Tác giả và tỷ lệ đóng góp');
  await says(page, 'đủ 100%');
  await follow(page, 'Quay lại hồ sơ');

  await follow(page, 'Đơn vị nơi tạo ra, áp dụng');
  await page.getByLabel(/^Đơn vị(?! phối hợp)/).selectOption({ label: 'Huyện Ba Chẽ' });
  await press(page, 'Lưu và quay lại hồ sơ');
}

// The same draft in two windows: the later save is refused and nothing typed is lost.
async function twoWindows(page, entry) {
  const other = await page.context().newPage();
  await page.goto(`${entry}/phan/tom-tat`);
  await other.goto(`${entry}/phan/tom-tat`);
  await other.getByLabel('Tóm tắt giải pháp').fill('Bản viết vội ở cửa sổ kia.');
  await press(other, 'Lưu và quay lại hồ sơ');
  await other.close();

  await page.getByLabel('Tóm tắt giải pháp').fill(SUMMARY);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Lưu và quay lại hồ sơ' }).click()]);
  await says(page, 'Hồ sơ vừa được sửa ở một cửa sổ khác');
  assert.equal(await page.getByLabel('Tóm tắt giải pháp').inputValue(), SUMMARY);
  await page.shot('20-two-windows');
  await press(page, 'Lưu và quay lại hồ sơ');
}

async function attachAll(page, entry) {
  await page.goto(entry);
  await follow(page, 'Bản mô tả giải pháp');
  await page.getByLabel('Chọn tệp').setInputFiles(file('ban-mo-ta.pdf', 'Đây là tệp chữ mang tên PDF.'));
  await pressInVain(page, 'Tải tệp lên và lưu');
  await page.shot('20-no-pdf');
  await page.getByLabel('Chọn tệp').setInputFiles(file('ban-mo-ta.pdf', pdf('Ban mo ta giai phap')));
  await press(page, 'Tải tệp lên và lưu');

  await page.goto(entry);
  await follow(page, 'Phiếu đăng ký dự thi có xác nhận của đơn vị');
  await page.shot('20-file');
  await page.goto(entry);
  await attach(page, 'Phiếu đăng ký dự thi có xác nhận của đơn vị', 'phieu-dang-ky');

  await page.goto(`${entry}/kiem-tra`);
  // Without the declarations it cannot be submitted, and the page says so, sentence by sentence.
  assert.equal((await pressInVain(page, 'Nộp hồ sơ')).length, 4);
  await page.shot('20-review-lacking');

  await page.goto(entry);
  await declare(page);
  await page.shot('20-declarations');
  await press(page, 'Lưu và quay lại hồ sơ');
  await says(page, 'Hồ sơ đã đủ các phần bắt buộc.');
  await page.shot('20-tasks-done');
}

async function submit(page, entry) {
  await page.goto(entry);
  await follow(page, 'Kiểm tra lại và nộp');
  await page.shot('20-review');
  await press(page, 'Nộp hồ sơ');
}

async function received(page) {
  await says(page, 'Mã số dự thi');
  await says(page, TITLE);
  await page.shot('20-receipt');
  const paper = await readPdf(page, await page.getByRole('link', { name: 'Tải giấy biên nhận (PDF)' }).getAttribute('href'));
  assert.ok(paper.includes('GIẤY BIÊN NHẬN') && paper.includes('Lục Thị Bích Đào') && paper.includes('DỮ LIỆU MINH HỌA'), paper);
  await follow(page, 'Hồ sơ của tôi', page.locator('main'));
  await says(page, 'Đã nộp, chờ kiểm tra');
  await page.shot('20-mine');
}

async function strangersKeepOut(house, entry) {
  const stranger = await signedIn(house, 'tacgia1');
  for (const place of [entry, `${entry}/kiem-tra`, `${entry}/bien-nhan`]) {
    const answer = await stranger.goto(place);
    assert.ok([403, 404].includes(answer.status()), `${place} answers ${answer.status()} to another author`);
  }
  const nobody = await house.person();
  await nobody.goto(entry);
  assert.equal(new URL(nobody.url()).pathname, '/dang-nhap');
}

async function known(house) {
  const keeper = await signedIn(house, 'quantri');
  await follow(keeper, 'Hộp thư đi');
  await says(keeper, 'bichdao@vidu.invalid');
  const secretary = await signedIn(house, 'thuky');
  await secretary.goto(`/ky/${PROVINCE}/ho-so`);
  await secretary.getByRole('searchbox').first().fill('taluy');
  await press(secretary, 'Lọc');
  assert.ok(!secretary.url().includes('taluy'), 'what is searched for stands in the address');
  await says(secretary, TITLE);
  await secretary.shot('20-entries');
  await follow(secretary, TITLE);
  await says(secretary, 'Nộp hồ sơ');
  await secretary.shot('20-entry');
}
