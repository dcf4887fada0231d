// After the day: the unit that never reported is named, with a text for the chat group and a draft of
// the letter that urges it. Nothing goes out by itself.

import assert from 'node:assert/strict';

import { PROVINCE, follow, press, readPdf, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'screened'];

export default async function (house) {
  const officer = await signedIn(house, 'chuyenvien');
  await officer.goto(`/ky/${PROVINCE}/tien-do`);
  await follow(officer, 'Đôn đốc');
  await officer.shot('16-remind');
  await follow(officer, 'Việc quá hạn');
  await says(officer, 'Huyện Cô Tô');
  const chat = await officer.getByLabel('Tin nhắn để chép vào nhóm').inputValue();
  assert.match(chat, /213\/LHH-KHCN[^]*Huyện Cô Tô/);
  await officer.shot('16-overdue');
  await press(officer, 'Lập dự thảo công văn đôn đốc');
  await says(officer, 'Đã lập dự thảo trong sổ văn bản.');
  await officer.shot('16-urging');
  const draft = await readPdf(officer, await officer.getByRole('link', { name: 'Xem bản PDF' }).getAttribute('href'));
  for (const words of ['Kính gửi', 'V/v đôn đốc thực hiện', '213/LHH-KHCN', 'Cô Tô']) assert.ok(draft.includes(words), draft);
  await stillADraft(house);
}

// It waits in the register to be read and signed; no unit has it.
async function stillADraft(house) {
  const unit = await signedIn(house, 'dv-mongcai');
  await unit.goto('/don-vi/cong-viec');
  assert.ok(!(await unit.locator('main').innerText()).includes('Đôn đốc thực hiện'));
}
