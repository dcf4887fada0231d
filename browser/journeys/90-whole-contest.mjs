// One contest from an empty house to the certificate on a stranger's phone, every step by hand: the
// accounts, the units, the edition, the letter and its answers, two dossiers, screening, three
// judges, the seal, the prizes, the announcement. It runs on the machine's own clock; at the end the
// data is sound and the journal whole.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { choosePassword, firstPassword, welcome } from '../lib/accounts.mjs';
import { checkByHand, codeIn, fillDecision } from '../lib/awards.mjs';
import { moveDays, moverOf, today, written } from '../lib/days.mjs';
import { addAuthor, attach, begin, declare, describe, divide, submit, summarise } from '../lib/dossier.mjs';
import { admitNext, confirmOpening, giveOut, keepsQuiet, markAndLock, openSheet } from '../lib/jury.mjs';
import { file, follow, press, readPdf, says, signedIn } from '../lib/office.mjs';
import { SHEET, draftLetter, register, scan } from '../lib/papers.mjs';

export const prepare = [['admin', 'quantri', '--email', 'quantri@vidu.invalid']];
export const serve = ['serve'];

const root = join(import.meta.dirname, '..', '..');
const SLUG = 'quang-ninh-ix';
const at = (place) => `/ky/${SLUG}/${place}`;
const password = 'mot cau de nho';
const COMMUNE = 'Xã Tiên Yên';

// The eighth edition's book with its intake open since months and everything in force today: one
// round, one jury for all categories, three sheets an entry.
const moved = moverOf('2021-03-01');
const [first, last] = ['2020-07-27', '2021-12-20'].map((day) => moved(day).slice(0, 4));
const TITLE = `Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ IX, năm ${first} - ${last}`;

async function book() {
  const eighth = await readFile(join(root, 'rules', 'books', 'quang-ninh-viii.toml'), 'utf8');
  return moveDays(eighth, moved)
    .replaceAll('quang-ninh-viii', SLUG)
    .replaceAll('lần thứ VIII', 'lần thứ IX')
    .replaceAll('2020 - 2021', `${first} - ${last}`)
    .replace('ordinal = 8', 'ordinal = 9')
    .replace('first_year = 2020', `first_year = ${first}`)
    .replace('last_year = 2021', `last_year = ${last}`)
    .replace('panels = "per_category"', 'panels = "plenary"')
    .replace('[[marking.rounds]]\ncode = "chung-khao"\nname = "Vòng chung khảo"\n', '')
    .replace(/\[\[calendar\.stages\]\]\ncode = "final"\n(.+\n)+/, '');
}

const person = (login, name, role) => ({ login, name, role, password });
const leader = person('lanhdao', 'Khuất Minh Triết', 'Lãnh đạo cơ quan thường trực');
const officer = person('chuyenvien', 'Lều Thị Hồng Hạc', 'Chuyên viên cơ quan thường trực');
const contact = person('tienyen', 'Nông Thị Sao Khuê', 'Đầu mối đơn vị');
const secretary = person('thuky', 'Mạc Văn Trúc Lâm', 'Thư ký Hội thi');
const member = person('uyvien', 'Tống Thị Mai Hoa', 'Thành viên Ban Tổ chức');
const chair = person('chutich', 'Âu Dương Tùng Bách', 'Chủ tịch Hội đồng giám khảo');
const clerk = person('thukyhoidong', 'Ninh Thị Cẩm Chướng', 'Thư ký Hội đồng giám khảo');
const judges = ['Khúc Văn Sến', 'Tô Thị Hướng Dương', 'Lục Văn Đỗ Quyên'].map((name, index) => person(`giamkhao${index + 1}`, name, 'Giám khảo'));

const COMMITTEE = 'Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh';
const RULES = { kind: 'Quyết định', number: '85/QĐ-BTC', date: written(moved('2020-07-27')), issuer: COMMITTEE, subject: 'Ban hành Thể lệ Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ IX', rests: [] };
const LETTER = {
  subject: `Tổ chức triển khai ${TITLE}`,
  rests: [RULES.number],
  to: 'Ủy ban nhân dân các xã, phường, đặc khu',
  text: [
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh đề nghị Ủy ban nhân dân các xã, phường, đặc khu triển khai một số nội dung sau:',
    '- Chỉ đạo triển khai Thể lệ Hội thi tại địa phương; báo cáo kết quả thực hiện về Cơ quan Thường trực;',
    '- Tổ chức tuyên truyền, phổ biến Thể lệ; vận động gửi giải pháp dự thi;',
    '- Có hình thức khen thưởng phù hợp đối với tập thể, cá nhân có thành tích xuất sắc.',
  ].join('\n'),
  signer: leader.name,
  recipients: 'Như trên;\nBan Tổ chức Hội thi (b/c);\nLưu: VT, KHCN.',
};

const author = { login: 'bichdao', name: 'Lục Thị Bích Đào' };
const OWN = {
  title: 'Thiết bị cảnh báo sạt lở taluy bằng cảm biến nghiêng giá rẻ, gửi tin nhắn khi độ nghiêng vượt ngưỡng',
  category: 'Công nghiệp, giao thông vận tải, xây dựng',
  summary: 'Cọc cảm biến tự chế từ vật tư sẵn có, pin dùng một năm, tự gửi tin nhắn khi độ nghiêng vượt ngưỡng; đã báo đúng 5 lần trước khi đất trượt.',
  shares: { [author.name]: '60', 'Nông Văn Ửng': '40' },
  marks: { 'Tính mới, tính sáng tạo': ['38', '37', '39,5'], 'Khả năng áp dụng': ['28', '28,5', '28'], 'Hiệu quả kinh tế, kỹ thuật, xã hội': ['27', '27', '27'] },
  result: '93,33',
  prize: 'Giải Nhất',
};
const BROUGHT = {
  title: 'Giàn phơi rong biển hai tầng có mái trượt, dùng lại tre và lưới cũ',
  category: 'Nông, lâm, ngư nghiệp, tài nguyên và môi trường',
  summary: 'Giàn hai tầng có mái trượt giúp phơi gấp đôi lượng rong trên cùng diện tích, che kịp khi mưa; vật liệu dùng lại nên rẻ.',
  shares: { 'Chìu Sáng Mùi': '100' },
  marks: { 'Tính mới, tính sáng tạo': ['30', '31', '29'], 'Khả năng áp dụng': ['22', '22', '22'], 'Hiệu quả kinh tế, kỹ thuật, xã hội': ['23', '22', '24'] },
  result: '75',
  prize: 'Giải Ba',
};
// What the letter asks of every commune, as the form of sending names it.
const TASKS = ['Chỉ đạo triển khai Kế hoạch, Thể lệ; báo cáo kết quả', 'Tuyên truyền', 'Khen thưởng'];
const HIDDEN = [...Object.keys(OWN.shares), ...Object.keys(BROUGHT.shares), COMMUNE, contact.name, 'QN9-'];

export default async function (house) {
  const keeper = await signedIn(house, 'quantri', firstPassword(house.said));
  await choosePassword(keeper, firstPassword(house.said), password);
  await openHouse(house, keeper);
  const desk = await signedIn(house, officer.login, password);
  await bringUnits(desk);
  await welcome(house, keeper, contact, { unit: COMMUNE });
  await keeper.shot('90-account');
  await setUp(desk);
  await launch(house);
  await seat(house, keeper);

  await writeLetter(desk);
  await signLetter(house);
  await sendLetter(desk);
  const unit = await signedIn(house, contact.login, password);
  await answer(unit);
  await readAnswers(desk);

  await enter(house);
  await bringDossier(unit);
  const office = await signedIn(house, secretary.login, password);
  await screen(office);

  await appoint(house);
  await start(house, office);
  for (const [index, judge] of judges.entries()) await mark(house, judge, index);
  await sealAndOpen(house, office);
  await propose(office);
  await onlyTheRanking(house);

  await decide(desk);
  const code = await certify(desk);
  await announce(house, desk);
  await readByAnyone(house, code);
  await closedTo(unit, ['ho-so', 'kiem-tra', 'xep-hang', 'giai-thuong', 'chung-nhan']);
  await tellsWhoWasTold(keeper);
  await standsWhole(house);
}

// ——— the house ———————————————————————————————————————————————————————————————————————————————

async function openHouse(house, page) {
  await page.shot('90-empty-house');
  await welcome(house, page, leader);
  await welcome(house, page, officer);
}

// The register of units as the state has it: districts until 1/7/2025, communes since.
async function bringUnits(page) {
  await page.shot('90-first-desk');
  await follow(page, 'Đơn vị hành chính');
  await follow(page, 'Nhập từ tệp');
  const list = await readFile(join(root, 'office', 'units', 'data', 'units_quangninh.csv'));
  await page.getByLabel('Tệp CSV').setInputFiles(file('don-vi.csv', list, 'text/csv'));
  await press(page, 'Nhập danh mục');
  await says(page, 'Đã nhập danh mục');
  await page.shot('90-units');
}

async function setUp(page) {
  await follow(page, 'Các kỳ hội thi');
  await follow(page, 'Lập kỳ hội thi');
  await page.getByLabel('Tệp sổ thể lệ').setInputFiles(file(`${SLUG}.toml`, await book(), 'text/plain'));
  await press(page, 'Lập kỳ hội thi');
  await says(page, 'Đã lập kỳ hội thi');
  await says(page, TITLE);
}

async function launch(house) {
  const page = await signedIn(house, leader.login, password);
  await follow(page, 'Các kỳ hội thi');
  await follow(page, TITLE);
  await follow(page, 'Phát động', page.locator('main'));
  await press(page, 'Phát động Hội thi');
  await says(page, 'Đã phát động Hội thi.');
}

// Everybody else works for this edition alone.
async function seat(house, page) {
  for (const one of [secretary, member, chair, clerk, ...judges]) await welcome(house, page, one, { edition: TITLE });
}

// ——— the letter —————————————————————————————————————————————————————————————————————————————

/** The edition's place in the left column, from wherever the person is. */
async function go(page, place) {
  await follow(page, 'Các kỳ hội thi');
  await follow(page, TITLE);
  await follow(page, place, page.getByRole('navigation', { name: 'Danh mục công việc' }));
}

async function writeLetter(page) {
  await go(page, 'Văn bản');
  await register(page, RULES);
  await go(page, 'Văn bản');
  await draftLetter(page, LETTER);
  await press(page, 'Lưu vào sổ');
  await says(page, 'Đã lưu dự thảo vào sổ.');
}

// The leader signs in this time, so nobody's scan is asked for.
async function signLetter(house) {
  const page = await signedIn(house, leader.login, password);
  await go(page, 'Văn bản');
  await follow(page, LETTER.subject);
  const draft = await readPdf(page, await page.getByRole('link', { name: 'Xem bản PDF' }).getAttribute('href'));
  for (const words of [...SHEET, 'Căn cứ', RULES.number, 'KT. CHỦ TỊCH']) assert.ok(draft.includes(words), `the draft does not say “${words}”: ${draft}`);
  await follow(page, 'Ghi số và ngày');
  await page.getByLabel('Số, ký hiệu').fill('221/LHH-KHCN');
  await page.getByLabel('Ngày ban hành').fill(written(today()));
  await press(page, 'Đọc lại');
  await press(page, 'Đúng, ghi vào sổ');
  await says(page, 'Đã ghi số và ngày của văn bản.');
}

async function sendLetter(page) {
  await go(page, 'Văn bản');
  await follow(page, LETTER.subject);
  await follow(page, 'Gửi văn bản', page.locator('main'));
  await page.getByLabel('Cấp, loại đơn vị').selectOption({ label: 'Cấp xã' });
  await press(page, 'Hiện danh sách đơn vị');
  assert.equal(await page.getByRole('group', { name: /Đơn vị nhận/ }).getByRole('checkbox', { checked: true }).count(), 54);
  // The letter asks three things of a commune, the form knows five and presumes none.
  for (const task of TASKS) await page.getByRole('checkbox', { name: task }).check();
  await page.shot('90-send');
  await press(page, 'Đọc lại và gửi');
  await says(page, 'Đọc lại trước khi gửi');
  await press(page, 'Gửi');
  await says(page, 'Đã gửi văn bản đến các đơn vị.');
}

// The unit has one letter to answer: its place of work is that letter.
async function answer(page) {
  await follow(page, 'Công việc của đơn vị');
  await press(page, 'Xác nhận đã nhận');
  await says(page, 'Đã xác nhận nhận công văn.');
  await publicise(page);
  await answerTask(page);
  await report(page);
}

async function publicise(page) {
  await follow(page, /Ghi nhận tuyên truyền/);
  await page.getByLabel('Kênh').selectOption({ label: 'Hội nghị, cuộc họp' });
  await page.getByLabel('Tên tin, bài, hoạt động').fill('Phổ biến Thể lệ tại hội nghị giao ban của xã');
  await page.getByLabel('Ngày đăng, ngày làm').fill(written(today()));
  await page.getByLabel('Số người tiếp cận').fill('120');
  await press(page, 'Lưu');
  await says(page, 'Đã ghi nhận.');
}

async function answerTask(page) {
  await follow(page, 'Công việc của đơn vị');
  await follow(page, 'Tuyên truyền, phổ biến; vận động gửi giải pháp dự thi');
  await page.getByLabel('Đã thực hiện').check();
  await page.getByLabel('Đã làm gì').fill('Phổ biến tại hội nghị giao ban; phát thanh hai lượt.');
  await press(page, 'Gửi trả lời');
  await says(page, 'Đã gửi trả lời nhiệm vụ.');
}

async function report(page) {
  await follow(page, 'Công việc của đơn vị');
  await follow(page, 'Lập báo cáo');
  const figures = {
    'Văn bản chỉ đạo đã ban hành': '1', 'Tin, bài, hoạt động tuyên truyền': '1', 'Lượt người tiếp cận': '120',
    'Giải pháp đã vận động gửi dự thi': '2', 'Sáng kiến được công nhận': '3', 'Tập thể, cá nhân được khen thưởng': '1',
  };
  for (const [label, figure] of Object.entries(figures)) await page.getByLabel(label).fill(figure);
  await page.getByRole('radio', { name: 'Không', exact: true }).check();
  await press(page, 'Gửi báo cáo');
  await says(page, 'Đã gửi báo cáo.');
  await page.shot('90-report-sent');
}

async function readAnswers(page) {
  await go(page, 'Tiến độ đơn vị');
  await page.shot('90-board');
  await follow(page, COMMUNE);
  await says(page, 'Đã xác nhận');
  await says(page, 'Đã báo cáo');
  await go(page, 'Tổng hợp báo cáo');
  await says(page, '1 trên 54 đơn vị đã báo cáo.');
}

// ——— two dossiers ———————————————————————————————————————————————————————————————————————————

// An author who never heard of this house before.
async function enter(house) {
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
}

async function tellUnit(page) {
  await follow(page, 'Đơn vị nơi tạo ra, áp dụng');
  await page.getByLabel('Đơn vị').selectOption({ label: COMMUNE });
  await press(page, 'Lưu và quay lại hồ sơ');
}

// The unit's contact enters what an author brought on paper.
async function bringDossier(page) {
  await page.goto(at('ho-so-don-vi'));
  await follow(page, 'Nộp hộ hồ sơ');
  await begin(page, BROUGHT);
  await page.getByLabel('Đơn vị').selectOption({ label: COMMUNE });
  await press(page, 'Lập hồ sơ và điền tiếp');
  await fill(page, BROUGHT, 'Cá nhân');
  await submit(page);
  await says(page, 'QN9-0002');
  await page.goto(at('ho-so-don-vi'));
  await says(page, BROUGHT.title);
  await page.shot('90-unit-entries');
}

async function fill(page, { summary, shares }, entrant) {
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

async function screen(page) {
  assert.deepEqual([await admitNext(page, SLUG), await admitNext(page, SLUG)], [OWN.title, BROUGHT.title]);
  await go(page, 'Hồ sơ dự thi');
  await page.shot('90-entries');
  assert.equal(await page.getByRole('row').filter({ hasText: 'Đủ điều kiện' }).count(), 2);
}

// ——— the jury ———————————————————————————————————————————————————————————————————————————————

async function appoint(house) {
  const page = await signedIn(house, leader.login, password);
  await go(page, 'Hội đồng giám khảo');
  await page.getByLabel('Số và ký hiệu quyết định').fill('18/QĐ-BTC');
  await page.getByLabel('Ngày quyết định').fill(written(today()));
  await page.getByLabel('Tên tiểu ban 1').fill('Hội đồng chấm thi');
  for (const judge of await page.locator('main').getByRole('checkbox').all()) await judge.check();
  await page.shot('90-jury');
  await press(page, 'Ghi Hội đồng giám khảo');
  await says(page, 'Đã ghi Hội đồng giám khảo.');
}

// The intake is open for months to come: the chair says that the jury does not wait for it.
async function start(house, office) {
  await giveOut(office, SLUG);
  const page = await signedIn(house, chair.login, password);
  await follow(page, 'Tiến độ chấm');
  await page.getByLabel('Vẫn bắt đầu chấm, không chờ các hồ sơ này').check();
  await press(page, 'Bắt đầu chấm');
  await says(page, 'Vòng chấm đã bắt đầu.');
}

async function mark(house, judge, index) {
  const page = await signedIn(house, judge.login, password);
  for (const entry of [OWN, BROUGHT]) {
    await openSheet(page, entry.title);
    await readBlind(page);
    if (index === 0 && entry === OWN) await page.shot('90-sheet');
    const marks = Object.entries(entry.marks).map(([criterion, given]) => [criterion, given[index]]);
    await markAndLock(page, Object.fromEntries(marks));
  }
  await page.goto('/cham');
  keepsQuiet(await page.content(), HIDDEN);
  await says(page, 'Anh/chị đã khóa tất cả phiếu chấm của vòng này.');
  await closedTo(page, ['ho-so', 'kiem-tra', 'xep-hang', 'ket-qua-cham', 'tien-do-cham']);
}

// A judge reads the dossier and its files, and nowhere whose it is.
async function readBlind(page) {
  keepsQuiet(await page.content(), HIDDEN);
  for (const link of await page.locator('main').getByRole('link', { name: /Mở tệp PDF/ }).all()) {
    keepsQuiet(await readPdf(page, await link.getAttribute('href')), HIDDEN);
  }
}

/** None of these places of the edition opens to that person. */
async function closedTo(page, places) {
  for (const place of places) {
    const answer = await page.goto(at(place));
    assert.equal(answer.status(), 403, `${place} answers ${answer.status()}`);
  }
}

async function sealAndOpen(house, office) {
  const page = await signedIn(house, chair.login, password);
  await follow(page, 'Tiến độ chấm');
  await press(page, 'Niêm phong');
  // Sealed is sealed: nobody reads a mark before two persons have opened it.
  await office.goto(at('xep-hang'));
  for (const { result } of [OWN, BROUGHT]) assert.ok(!(await office.locator('main').innerText()).includes(result));
  await confirmOpening(page, SLUG, password);
  await says(page, 'Đã ghi xác nhận. Cần thêm người thứ hai.');
  const second = await signedIn(house, clerk.login, password);
  await confirmOpening(second, SLUG, password);
  await second.goto(at('mo-niem-phong'));
  await says(second, 'Vòng chấm đã được mở niêm phong');
  await second.shot('90-opened');
}

async function propose(page) {
  await go(page, 'Xếp hạng và xét giải');
  const text = await page.locator('main').innerText();
  assert.ok(text.indexOf(OWN.title) < text.indexOf(BROUGHT.title), 'the better entry stands first');
  for (const { result } of [OWN, BROUGHT]) await says(page, result);
  await page.shot('90-ranking');
  await follow(page, 'Giải thưởng', page.locator('main'));
  await press(page, 'Trình đề nghị trao giải');
  await says(page, 'Đã trình đề nghị trao giải.');
}

// A member of the committee reads the opened ranking and no dossier.
async function onlyTheRanking(house) {
  const page = await signedIn(house, member.login, password);
  await go(page, 'Xếp hạng và xét giải');
  await says(page, OWN.result);
  keepsQuiet(await page.content(), Object.keys(OWN.shares));
  await closedTo(page, ['ho-so', 'kiem-tra', 'tien-do-cham']);
}

// ——— the award ——————————————————————————————————————————————————————————————————————————————

// The leader signed on paper; the officer records it.
async function decide(page) {
  await go(page, 'Xếp hạng và xét giải');
  await follow(page, 'Giải thưởng', page.locator('main'));
  await follow(page, 'Ghi quyết định trao giải', page.locator('main'));
  await fillDecision(page, { number: '25/QĐ-BTC', date: written(today()), issuer: COMMITTEE, inPlaceOf: 'Ban Tổ chức', position: 'Trưởng ban', signer: leader.name });
  await page.getByLabel('Bản quét quyết định đã ký').setInputFiles(scan('25/QĐ-BTC'));
  await press(page, 'Đọc lại trước khi ghi');
  await press(page, 'Ghi quyết định');
  await says(page, 'Đã ghi quyết định trao giải và vào sổ văn bản.');
  await page.shot('90-prizes');
  const paper = await readPdf(page, await page.getByRole('link', { name: 'Quyết định và danh sách (PDF)' }).getAttribute('href'));
  const [, month, year] = written(today()).split('/');
  for (const words of [...SHEET, 'Số: 25/QĐ-BTC', `tháng ${month} năm ${year}`, 'QUYẾT ĐỊNH', 'Căn cứ', RULES.number, 'Điều 1.', 'TM. BAN TỔ CHỨC', 'TRƯỞNG BAN', leader.name, 'Phụ lục']) {
    assert.ok(paper.includes(words), `the decision does not say “${words}”: ${paper}`);
  }
  // Titles break over the lines of their column.
  for (const { title, prize } of [OWN, BROUGHT]) assert.match(paper, new RegExp(`${title.slice(0, 20)}.*${prize}`));
  assert.ok(!paper.includes('DỮ LIỆU MINH HỌA'), 'a real decision is marked as a sample');
}

async function certify(page) {
  await go(page, 'Giấy chứng nhận');
  await press(page, 'Cấp giấy chứng nhận');
  await says(page, 'Đã cấp giấy chứng nhận và vào sổ.');
  await page.shot('90-certificates');
  const row = page.getByRole('row').filter({ hasText: author.name });
  const code = codeIn(await row.innerText());
  const paper = await readPdf(page, await row.getByRole('link', { name: 'PDF' }).getAttribute('href'));
  for (const words of ['GIẤY CHỨNG NHẬN', author.name, OWN.prize.toUpperCase(), '/xac-minh/', code]) assert.ok(paper.includes(words), `the certificate does not say “${words}”: ${paper}`);
  return code;
}

async function announce(house, page) {
  const anyone = await house.person();
  await anyone.goto(at('ket-qua'));
  await says(anyone, 'Kết quả sẽ hiện ở đây sau khi công bố.');
  await go(page, 'Giấy chứng nhận');
  await follow(page, 'Công bố kết quả', page.locator('main'));
  await page.getByRole('checkbox', { name: /Tôi đã đọc lại/ }).check();
  await press(page, 'Công bố');
  await says(page, 'Đã công bố kết quả.');
}

async function readByAnyone(house, code) {
  const anyone = await house.person();
  await anyone.goto(`/ky/${SLUG}`);
  await anyone.shot('90-portal-announced');
  await follow(anyone, 'Xem kết quả');
  for (const words of [OWN.prize, OWN.title, author.name, BROUGHT.prize, BROUGHT.title]) await says(anyone, words);
  await anyone.shot('90-result');
  const phone = await checkByHand(house, code);
  await says(phone, author.name);
  await phone.goto(`/xac-minh/${code}`);
  await says(phone, OWN.title);
  await phone.shot('90-verified');
}

// The administrator sees what mail went out, and no dossier.
async function tellsWhoWasTold(page) {
  await follow(page, 'Hộp thư đi');
  for (const { login } of [contact, author]) await says(page, `${login}@vidu.invalid`);
  await closedTo(page, ['ho-so', 'xep-hang', 'hoi-dong']);
}

// The data is sound and the journal whole, beside the running program and after its end.
async function standsWhole(house) {
  await looksSound(house);
  await house.endServing();
  await looksSound(house);
}

async function looksSound(house) {
  await house.command('doctor');
  await house.command('journal', 'verify');
}
