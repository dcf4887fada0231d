// A college's own contest judged and announced by its own people, as quickly as the pages let them: for journeys
// that are about what comes before and after.

import { fillDecision } from './awards.mjs';
import { confirmOpening, giveOut, markAndLock, openSheet, releaseCopies } from './jury.mjs';
import { COLLEGE, PASSWORD, follow, press, pressInVain, says, signedIn } from './office.mjs';

const at = (place) => `/ky/${COLLEGE}/${place}`;
const JUDGES = ['gk-cdmh1', 'gk-cdmh2', 'gk-cdmh3'];

/** Judges the one entry that was admitted; `marks` names the criteria. Ends when the round is open. */
export async function judge(house, secretary, title, marks) {
  const rector = await signedIn(house, 'hieutruong-cdmh');
  await rector.goto(at('hoi-dong'));
  await rector.getByLabel('Số và ký hiệu quyết định').fill('57/QĐ-CĐMH');
  await rector.getByLabel('Ngày quyết định').fill('15/3/2021');
  await rector.getByLabel('Tên tiểu ban 1').fill('Hội đồng chấm thi');
  for (const box of await rector.locator('main').getByRole('checkbox').all()) await box.check();
  await press(rector, 'Ghi Hội đồng giám khảo');

  await giveOut(secretary, COLLEGE);
  await releaseCopies(secretary, COLLEGE);
  const chair = await signedIn(house, 'chutich-cdmh');
  await chair.goto(at('tien-do-cham'));
  await follow(chair, 'Bắt đầu chấm');
  // Other dossiers wait for their screening; the chair is told so and begins all the same.
  await pressInVain(chair, 'Bắt đầu chấm');
  await chair.getByLabel('Vẫn bắt đầu chấm, không chờ các hồ sơ này').check();
  await press(chair, 'Bắt đầu chấm');
  for (const login of JUDGES) {
    const person = await signedIn(house, login);
    await openSheet(person, title);
    await markAndLock(person, marks);
  }
  await chair.goto(at('tien-do-cham'));
  await follow(chair, 'Niêm phong');
  await press(chair, 'Niêm phong');
  await confirmOpening(chair, COLLEGE, PASSWORD);
  await confirmOpening(await signedIn(house, 'thukyhd-cdmh'), COLLEGE, PASSWORD);
}

/** Prizes are proposed, decided, certified and announced. */
export async function announce(house, secretary) {
  await secretary.goto(at('giai-thuong'));
  await press(secretary, 'Trình đề nghị trao giải');
  const rector = await signedIn(house, 'hieutruong-cdmh');
  await rector.goto(at('giai-thuong/quyet-dinh'));
  await fillDecision(rector, { number: '64/QĐ-CĐMH', date: '15/3/2021', issuer: 'Trường Cao đẳng Minh Họa', position: 'Hiệu trưởng', signer: 'Khuất Phúc Bạch Dương' });
  await press(rector, 'Đọc lại trước khi ghi');
  await press(rector, 'Ghi quyết định');
  await rector.goto(at('chung-nhan'));
  await follow(rector, 'Cấp giấy chứng nhận');
  await press(rector, 'Cấp giấy chứng nhận');
  await follow(rector, 'Công bố kết quả', rector.locator('main'));
  await rector.getByRole('checkbox', { name: /Tôi đã đọc lại/ }).check();
  await press(rector, 'Công bố');
  await says(rector, 'Đã công bố kết quả.');
}

/** The entry goes up with the rector's letter behind it. */
export async function sendUp(house, title) {
  const organiser = await signedIn(house, 'hoithi-cdmh');
  await organiser.goto(at('gui-len'));
  await organiser.getByRole('row').filter({ hasText: title }).getByRole('radio').check();
  await organiser.getByLabel('Số và ký hiệu').fill('71/CĐMH-KHHT');
  await organiser.getByLabel('Ngày văn bản').fill('15/3/2021');
  await organiser.getByLabel('Người ký').fill('Khuất Phúc Bạch Dương');
  await press(organiser, 'Gửi lên Hội thi cấp trên');
  await says(organiser, 'Đã gửi hồ sơ lên Hội thi cấp trên.');
}
