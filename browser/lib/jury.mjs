// From screening to the opened round: what the secretary, a judge and the openers of any contest do.

import assert from 'node:assert/strict';

import { follow, press } from './office.mjs';

/** Answers every question of the check list with yes. */
export async function pass(page) {
  for (const question of await page.locator('#quyet-dinh').getByRole('radio', { name: 'Đạt', exact: true }).all()) await question.check();
}

/** Admits the dossier that has waited longest. Gives its title. */
export async function admitNext(page, slug) {
  await page.goto(`/ky/${slug}/kiem-tra`);
  await follow(page, 'Kiểm tra hồ sơ tiếp theo');
  const title = (await page.locator('h1').innerText()).trim();
  await pass(page);
  await press(page, 'Đủ điều kiện, đưa vào chấm');
  return title;
}

/** Reads what judges get of every entry that waits for it, and releases it. */
export async function releaseCopies(page, slug) {
  const waiting = () => page.locator('#ban-cham tbody tr').filter({ hasText: 'Chưa thả' }).getByRole('link');
  for (;;) {
    await page.goto(`/ky/${slug}/ban-cham`);
    if ((await waiting().count()) === 0) return;
    await page.goto(await waiting().first().getAttribute('href'));
    for (const box of await page.locator('main').getByRole('checkbox').all()) await box.check();
    await press(page, 'Thả bản cho giám khảo');
  }
}

/** Gives the entries of the round to the judges of their panels. */
export async function giveOut(page, slug) {
  await page.goto(`/ky/${slug}/tien-do-cham`);
  await follow(page, 'Phân công chấm', page.locator('main'));
  await press(page, 'Phân công chấm');
}

/** Opens the judge's sheet of that entry. */
export async function openSheet(page, title) {
  await page.goto('/cham');
  await follow(page, /./, page.getByRole('row').filter({ hasText: title }));
}

/** Marks the entry whose sheet is open, reads the sheet back and locks it. `marks` names the criteria. */
export async function markAndLock(page, marks) {
  for (const [criterion, mark] of Object.entries(marks)) await page.getByLabel(`Điểm ${criterion}`, { exact: true }).fill(mark);
  await press(page, 'Đọc lại và khóa phiếu');
  await press(page, 'Xác nhận và khóa phiếu');
}

/** Nothing of what a judge was given names these people and places. */
export function keepsQuiet(text, names) {
  for (const name of names) assert.ok(!text.includes(name), `a judge can read “${name}”`);
}

/** One of the two persons confirms with their password that the round be opened. */
export async function confirmOpening(page, slug, password) {
  await page.goto(`/ky/${slug}/mo-niem-phong`);
  await page.getByLabel('Nhập lại mật khẩu của anh/chị').fill(password);
  await press(page, 'Mở niêm phong phiếu chấm');
}
