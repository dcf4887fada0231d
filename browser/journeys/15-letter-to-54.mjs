// One letter to the 54 communes of a province, from the accounts to the consolidated report: one of them
// answers on a telephone, three have no account and answer by the link on their slip, the others by
// a program of their own, two stay silent. What the officer approved adds up to what was typed.

import assert from 'node:assert/strict';

import { choosePassword, firstPassword, welcome } from '../lib/accounts.mjs';
import { ASKED, BY_LINK, FIGURES, NUMBER, REPORT_DUE, SILENT, SLUG, TODAY, WAITING, figuresOf, personOf, sumsOf } from '../lib/communes.mjs';
import { file, follow, pagesOf, pdf, press, pressInVain, readPdf, says, signIn, signedIn } from '../lib/office.mjs';
import { draftLetter, register, scan } from '../lib/papers.mjs';
import { onPhone, open, send, tap } from '../lib/phone.mjs';
import { acknowledge, each, firstVisit, hidden, list, openContact, post, read, report } from '../lib/programs.mjs';
import { bringUnits, go, launch, setUp } from '../lib/whole/agency.mjs';
import { COMMUNE, RULES, at, contact, leader, officer, password } from '../lib/whole/facts.mjs';

export const prepare = [['admin', 'quantri', '--email', 'quantri@vidu.invalid']];
export const serve = ['serve'];

export default async function (house) {
  const keeper = await signedIn(house, 'quantri', firstPassword(house.said));
  await choosePassword(keeper, firstPassword(house.said), password);
  for (const person of [leader, officer]) await welcome(house, keeper, person);
  const desk = await signedIn(house, officer.login, password);
  await bringUnits(desk);
  await setUp(desk);
  await launch(house);
  const communes = await seat(house, keeper);
  const letter = await writeLetter(desk);
  await sendLetter(desk, letter);
  await markPlaces(desk.request, communes);

  await onOnesTelephone(house, desk, communes.find(({ name }) => name === COMMUNE));
  const slips = await printSlips(desk, letter, communes.filter(({ name }) => BY_LINK.includes(name)));
  for (const [commune, address] of slips) await bySlip(house, desk, commune, address);
  await byPrograms(house, communes);
  await approveAll(desk, communes);

  await addsUp(desk, communes);
  await comesDown(desk, communes);
  await standsOnTheBoard(desk, letter, communes);
  await drawnAsTilesAndOnAMap(desk, letter);
  await nobodyIsLate(desk, letter);
}

/** An account for the contact of every commune but three. Gives the communes, each with its place. */
async function seat(house, keeper) {
  const form = await read(keeper.request, '/quan-tri/tai-khoan/moi');
  const options = [...form.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>((?:Xã|Phường|Đặc khu) [^<]+)</g)];
  const communes = options.map(([, id, name], place) => ({ id, name: name.trim(), place, login: `xa${place}` }));
  assert.equal(communes.length, 54, communes.map(({ name }) => name).join(', '));
  await welcome(house, keeper, contact, { unit: COMMUNE });
  const others = communes.filter(({ name }) => name !== COMMUNE && !BY_LINK.includes(name));
  await each(others, ({ login, place, ...unit }) => openContact(keeper.request, form, { login, name: personOf(place), unit }));
  await keeper.goto('/quan-tri/tai-khoan');
  assert.equal(await keeper.getByRole('row').filter({ hasText: 'Đầu mối đơn vị' }).count(), 51);
  return communes;
}

async function writeLetter(page) {
  await go(page, 'Văn bản');
  await register(page, RULES);
  await go(page, 'Văn bản');
  await draftLetter(page, ASKED);
  await press(page, 'Lưu vào sổ');
  const draft = await readPdf(page, await page.getByRole('link', { name: 'Xem bản PDF' }).getAttribute('href'));
  for (const words of ['Kính gửi', 'xã, phường, đặc khu', RULES.number, 'KT. CHỦ TỊCH']) assert.ok(draft.includes(words), draft);
  const letter = new URL(page.url()).pathname.split('/').at(-1);
  await follow(page, 'Ghi số và ngày');
  await page.getByLabel('Số, ký hiệu').fill(NUMBER);
  await page.getByLabel('Ngày ban hành').fill(TODAY);
  await press(page, 'Đọc lại');
  await page.getByLabel('Bản quét đã ký, đóng dấu').setInputFiles(scan(NUMBER));
  await page.getByRole('checkbox', { name: /Chữ ký trên bản giấy là của/ }).check();
  await press(page, 'Đúng, ghi vào sổ');
  return letter;
}

async function sendLetter(page, letter) {
  await page.goto(at(`gui/${letter}`));
  await page.getByLabel('Cấp, loại đơn vị').selectOption({ label: 'Cấp xã' });
  await press(page, 'Hiện danh sách đơn vị');
  // The communes lie folded by their former districts.
  assert.equal(await page.locator('input[name=units]:checked').count(), 54);
  assert.equal(await page.getByLabel('Hạn gửi báo cáo').inputValue(), REPORT_DUE);
  await press(page, 'Đọc lại và gửi');
  await says(page, 'Gửi đến 54 đơn vị');
  // The three without an account are named, so that somebody brings them the letter.
  for (const name of BY_LINK) await says(page, name);
  await page.shot('15-read-back');
  await press(page, 'Gửi');
  await says(page, 'Đã gửi văn bản đến ');
  await page.goto(at(`noi-nhan/${letter}?xem=unreached`));
  assert.equal(await page.getByRole('table', { name: 'Nơi nhận' }).getByRole('row').count(), 1 + BY_LINK.length);
  await page.shot('15-recipients');
}

/** Under which ids each commune has the letter and the duty to report. */
async function markPlaces(program, communes) {
  const [letters, duties] = [await list(program, 'letters', SLUG), await list(program, 'reports', SLUG)];
  assert.deepEqual([letters.length, duties.length], [54, 54]);
  for (const commune of communes) {
    commune.sending = letters.find(({ unit }) => unit === commune.id).id;
    commune.duty = duties.find(({ unit }) => unit === commune.id).request;
  }
}

// The commune's contact does everything on the telephone, between two meetings.
async function onOnesTelephone(house, desk, commune) {
  const phone = await onPhone(house);
  await signIn(phone, contact.login, password);
  await open(phone, '/don-vi/cong-viec');
  await send(phone, 'Xác nhận đã nhận');
  await says(phone, 'Đã xác nhận nhận văn bản.');
  await phone.shot('15-phone-letter');
  await tap(phone, /Ghi nhận tuyên truyền/);
  await publicise(phone, 'Phát thanh, truyền hình', 'Phổ biến Thể lệ Hội thi trên hệ thống truyền thanh xã, ba lượt');
  await tap(phone, ASKED.subject);
  await tap(phone, 'Lập báo cáo');
  await fillReport(phone, { ...figuresOf(commune.place), initiatives: 'mười hai' });
  await pressInVain(phone, 'Gửi báo cáo');
  await phone.getByLabel(FIGURES.initiatives.label).fill('900');
  await send(phone, 'Gửi báo cáo');
  await says(phone, 'Đã gửi báo cáo.');
  await giveBack(desk, commune);
  await correct(phone, commune);
}

// 900 is a slip of the finger: the officer asks, the commune corrects, its papers come by camera.
async function giveBack(page, { duty }) {
  await page.goto(at(`bao-cao/${duty}`));
  await pressInVain(page, 'Trả lại để sửa');
  await page.getByLabel('Lý do').fill('Đề nghị kiểm tra lại số sáng kiến được công nhận: 900 là quá lớn so với các kỳ trước.');
  await page.shot('15-give-back');
  await press(page, 'Trả lại để sửa');
  await says(page, 'Đã trả lại báo cáo để sửa.');
}

async function correct(phone, { place }) {
  await open(phone, '/don-vi/cong-viec');
  await tap(phone, /Lập báo cáo|Sửa, gửi lại báo cáo/);
  await says(phone, '900 là quá lớn');
  assert.equal(await phone.getByLabel(FIGURES.initiatives.label).inputValue(), '900');
  await phone.getByLabel(FIGURES.initiatives.label).fill(String(figuresOf(place).initiatives));
  await phone.getByLabel('Bản đã ký, đóng dấu').setInputFiles(file('bao-cao.pdf', pdf('Bao cao da ky')));
  await phone.shot('15-phone-report');
  await send(phone, 'Gửi báo cáo');
  await says(phone, 'bản 2');
}

async function publicise(phone, channel, title) {
  await phone.getByLabel('Kênh').selectOption({ label: channel });
  await phone.getByLabel('Tên tin, bài, hoạt động').fill(title);
  await phone.getByLabel('Ngày đăng, ngày làm').fill(TODAY);
  await phone.getByLabel('Số người tiếp cận').fill('240');
  await send(phone, 'Lưu');
  await says(phone, title);
}

async function fillReport(page, figures) {
  for (const [code, { label }] of Object.entries(FIGURES)) await page.getByLabel(label).fill(String(figures[code]));
  await page.getByRole('radio', { name: 'Không', exact: true }).check();
  await page.getByLabel('Khó khăn, vướng mắc').fill('Tác giả ở thôn, bản còn lúng túng khi viết bản mô tả giải pháp.');
}

// One slip for each commune without an account, in one paper; the last one is lost on its way, and its
// commune gets another link by Zalo. Gives where each of them answers.
async function printSlips(page, letter, communes) {
  const recipients = at(`noi-nhan/${letter}`);
  const csrf = hidden(await read(page.request, recipients), 'csrf');
  const paper = await page.request.post(`${recipients}/phieu`, { form: { csrf, whom: 'unreached' } });
  const pages = await pagesOf(await paper.body());
  assert.equal(pages.length, communes.length);
  const slips = new Map(communes.map((commune) => [commune, typedFrom(pages.find((text) => text.includes(commune.name)))]));
  const last = communes.at(-1);
  await page.goto(`${recipients}/lien-ket/${last.sending}`);
  await press(page, 'Tạo liên kết để đọc hoặc gửi Zalo');
  assert.equal((await page.request.get(slips.get(last))).status(), 410, 'the lost slip opens nothing any more');
  return slips.set(last, addressIn(await page.locator('main code').innerText()));
}

// Who cannot read the square code types the letters below it, as they stand there.
const typedFrom = (text) => `/lien-ket/${text.match(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/)[0]}`;
const addressIn = (text) => text.match(/\/lien-ket\/[\w-]+/)[0];

// Somebody of a commune without an account opens its address on a telephone.
async function bySlip(house, desk, commune, address) {
  const phone = await onPhone(house);
  await open(phone, address);
  await says(phone, commune.name);
  await phone.getByLabel('Họ và tên người xác nhận').fill(personOf(commune.place));
  await phone.getByLabel('Chức vụ').fill('Công chức Văn phòng - Thống kê');
  await send(phone, 'Xác nhận đã nhận');
  if (commune.name === BY_LINK[0]) await phone.shot('15-link-letter');
  await tap(phone, /Ghi nhận tuyên truyền/);
  await publicise(phone, 'Hội nghị, cuộc họp', 'Phổ biến Thể lệ Hội thi tại hội nghị giao ban thôn, khu phố');
  await open(phone, address);
  await reportWithoutAccount(phone, desk, commune);
}

// By the link, which leads to the report's form; one sends paper, which the officer enters.
async function reportWithoutAccount(phone, desk, commune) {
  if (commune.name !== BY_LINK.at(-1)) {
    const form = phone.locator('main a[href$="/bao-cao"]');
    assert.equal(await form.count(), 1, `the link of ${commune.name} leads to the report's form`);
    await open(phone, await form.getAttribute('href'));
    await fillReport(phone, figuresOf(commune.place));
    if (commune.name === BY_LINK[0]) await phone.shot('15-link-report');
    await send(phone, 'Gửi báo cáo');
    await says(phone, 'Đã gửi báo cáo');
    return;
  }
  await desk.goto(at(`tien-do/${commune.id}`));
  await follow(desk, 'Nhập báo cáo thay đơn vị');
  await desk.getByLabel('Ngày nhận').fill(TODAY);
  await fillReport(desk, figuresOf(commune.place));
  await desk.getByLabel('Bản đã ký, đóng dấu').setInputFiles(scan('12/BC-UBND'));
  await press(desk, 'Gửi báo cáo');
  await says(desk, 'Đã ghi báo cáo của đơn vị.');
}

// The others confirm and report by programs; of the silent two one does not even confirm.
async function byPrograms(house, communes) {
  const others = communes.filter(({ name }) => name !== COMMUNE && !BY_LINK.includes(name) && name !== SILENT[0]);
  await each(others, async ({ name, login, place, sending, duty }) => {
    const visit = await firstVisit(house, login);
    await read(visit, `/don-vi/cong-viec/${sending}`);
    await acknowledge(visit, sending);
    if (!SILENT.includes(name)) await report(visit, duty, { ...figuresOf(place), local_contest: 0 });
    await visit.dispose();
  });
}

/** One by hand, the others by the same form, before their papers come; the last one stays open. */
async function approveAll(page, communes) {
  await page.goto(at(`bao-cao/${communes.find(({ name }) => name === COMMUNE).duty}`));
  await page.shot('15-corrected');
  await press(page, 'Duyệt và khóa');
  await says(page, 'Đã duyệt báo cáo.');
  const others = reporting(communes).filter(({ name }) => name !== COMMUNE && name !== WAITING);
  await each(others, async ({ duty }) => {
    const sheet = await read(page.request, at(`bao-cao/${duty}`));
    await post(page.request, at(`bao-cao/${duty}`), sheet, { form: { seen: hidden(sheet, 'seen'), verdict: 'unsigned', reason: 'Bản giấy gửi qua bưu điện.' } });
  });
}

const reporting = (communes) => communes.filter(({ name }) => !SILENT.includes(name));
const typed = (communes) => sumsOf(reporting(communes).filter(({ name }) => name !== WAITING).map(({ place }) => figuresOf(place)));

// What the system says is what this journey typed, for every figure, by unit and by former district.
async function addsUp(page, communes) {
  const sums = typed(communes);
  await go(page, 'Tổng hợp báo cáo');
  await says(page, '52 trên 54 đơn vị đã báo cáo, 51 báo cáo đã duyệt.');
  await says(page, '2 đơn vị chưa báo cáo');
  for (const name of [...SILENT, WAITING]) await says(page, name);
  await page.shot('15-summary');
  assert.deepEqual(pick((await table(page, '#tong-hop')).sum, sums), sums);
  await page.getByLabel('Gộp theo').selectOption({ label: 'Huyện, thị xã, thành phố trước 1/7/2025' });
  await press(page, 'Xem');
  const groups = await table(page, '#nhom-bang');
  assert.deepEqual(pick(groups.sum, sums), sums);
  const added = Object.fromEntries(Object.keys(sums).map((short) => [short, groups.rows.reduce((all, row) => all + row[short], 0)]));
  assert.deepEqual(added, sums);
  assert.equal(groups.rows.length, 13, 'twelve districts; every commune of Ba Chẽ crosses two, and nobody guesses for who does');
  await page.shot('15-districts');
  // A figure leads down to the reports that it was added up from.
  await follow(page, sums[FIGURES.initiatives.short].toLocaleString('vi-VN'));
  await says(page, FIGURES.initiatives.label);
  await says(page, COMMUNE);
}

const pick = (row, sums) => Object.fromEntries(Object.keys(sums).map((short) => [short, row[short]]));

/** A table of figures: its rows and its sum by the words of the columns; a dash, where nobody reported, adds nothing. */
async function table(page, id) {
  const cells = (row) => row.locator('th, td').allInnerTexts();
  const heads = await cells(page.locator(`${id} thead tr`));
  const numbers = (words) => Object.fromEntries(heads.map((head, place) => [head, Number(words[place].replace(/[.\s]/g, '').replace(/^–$/, '0'))]));
  const rows = await Promise.all((await page.locator(`${id} tbody tr`).all()).map(cells));
  return { rows: rows.map(numbers), sum: numbers(await cells(page.locator(`${id} tfoot tr`))) };
}

async function comesDown(page, communes) {
  await go(page, 'Tổng hợp báo cáo');
  const paper = await readPdf(page, await page.getByRole('link', { name: 'Dự thảo báo cáo (PDF)' }).getAttribute('href'));
  const reached = typed(communes)['Lượt người'].toLocaleString('vi-VN');
  for (const words of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BÁO CÁO', reached, COMMUNE, ...SILENT]) {
    assert.ok(paper.includes(words), `the consolidated report does not say “${words}”: ${paper.slice(0, 3000)}`);
  }
  const book = await page.request.get(await page.getByRole('link', { name: 'Bảng tính (XLSX)' }).getAttribute('href'));
  assert.equal(book.status(), 200);
  assert.equal((await book.body()).subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
}

async function standsOnTheBoard(page, letter, communes) {
  await page.goto(at(`tien-do?letter=${letter}`));
  const rows = page.locator('#bang tbody tr');
  const names = await rows.locator('th').allInnerTexts();
  assert.deepEqual(names.map((name) => name.trim()).sort(), communes.map(({ name }) => name).sort());
  assert.equal(await rows.filter({ hasText: 'Chưa báo cáo' }).count() + await rows.filter({ hasText: 'Đã báo cáo' }).count(), 54);
  await page.shot('15-board', { wide: true });
}

// The picture of the province: tiles, and shapes once the office loads borders; here invented squares.
async function drawnAsTilesAndOnAMap(page, letter) {
  const picture = at(`tien-do/ban-do?letter=${letter}`);
  await page.goto(picture);
  assert.equal(await page.locator('.ht-tiles a').count(), 54);
  assert.equal(await page.locator('svg.ht-map').count(), 0);
  await page.shot('15-picture');
  const units = await (await page.request.get('/api/v1/units?level=commune')).json();
  const squares = units.map(({ code }, place) => ({ type: 'Feature', properties: { code }, geometry: square(place) }));
  await page.goto('/don-vi-hanh-chinh/ranh-gioi');
  await page.getByLabel('Tệp GeoJSON').setInputFiles(file('ranh-gioi.geojson', Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: squares }))));
  await page.getByLabel('Áp dụng từ ngày').fill('1/7/2025');
  await page.getByLabel('Nguồn').fill('Hình vuông minh họa');
  await press(page, 'Nhập ranh giới');
  await says(page, 'Đã nhập ranh giới.');
  await page.shot('15-borders');
  await page.goto(picture);
  assert.equal(await page.locator('svg.ht-map a').count(), 54);
  await page.shot('15-map');
}

/** A square of a tenth of a degree, nine in a row. */
function square(place) {
  const [east, north] = [107 + (place % 9) / 10, 20.8 + Math.floor(place / 9) / 10];
  const corners = [[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1], [0, 0]].map(([right, up]) => [east + right, north + up]);
  return { type: 'Polygon', coordinates: [corners] };
}

// Everything is still in time: who owes something is named, nobody is overdue.
async function nobodyIsLate(page, letter) {
  await page.goto(at(`don-doc/${letter}`));
  const silent = page.locator('#report');
  for (const name of SILENT) assert.ok((await silent.innerText()).includes(name));
  await page.shot('15-remind');
  await follow(page, 'Việc quá hạn');
  await says(page, 'Không đơn vị nào có việc quá hạn.');
}
