// The administrator's part: accounts for the people of a contest, and their roles.

import { follow, press, says } from './office.mjs';
import { today, written } from './days.mjs';

/** The first administrator's password, as `hoithi admin` printed it. */
export function firstPassword(said) {
  return said.match(/mật khẩu:\s+(\S+)/)[1];
}

/** Opens an account with a role from today: for the whole house, or `{ edition }`, or `{ unit }` by its name. */
export async function openAccount(page, { name, login, password, role }, place = {}) {
  await follow(page, 'Tài khoản');
  await follow(page, 'Mở tài khoản');
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Thư điện tử').fill(`${login}@vidu.invalid`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu ban đầu').fill(password);
  await page.getByLabel('Nhập lại mật khẩu').fill(password);
  await press(page, 'Mở tài khoản');
  await says(page, name);
  await page.getByLabel('Vai trò', { exact: true }).selectOption({ label: role });
  await choosePlace(page, place);
  await page.getByLabel('Từ ngày').fill(written(today()));
  await press(page, 'Giao vai trò');
  await says(page, 'Đã giao vai trò.');
  await says(page, place.edition ?? place.unit ?? 'Toàn hệ thống');
}

async function choosePlace(page, { edition, unit }) {
  if (edition) {
    await page.getByRole('radio', { name: 'Một kỳ hội thi' }).check();
    await page.getByLabel('Kỳ hội thi', { exact: true }).selectOption({ label: edition });
  } else if (unit) {
    await page.getByRole('radio', { name: 'Một đơn vị' }).check();
    await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: unit });
  } else {
    await page.getByRole('radio', { name: 'Toàn hệ thống' }).check();
  }
}
