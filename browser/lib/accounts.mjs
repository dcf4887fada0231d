// The administrator's part: accounts for the people of a contest, and their roles.

import { follow, press, says, signedIn } from './office.mjs';
import { today, written } from './days.mjs';

/** The first administrator's password, as `hoithi admin` printed it. */
export function firstPassword(said) {
  return said.match(/mật khẩu:\s+(\S+)/)[1];
}

/** What an administrator types for somebody else, who then chooses a password of their own. */
const GIVEN = 'mat khau lan dau';

/** Before anything else whoever got a password from somebody chooses another. */
export async function choosePassword(page, given, own) {
  await says(page, 'Đặt mật khẩu của anh/chị');
  await page.getByLabel('Mật khẩu hiện tại').fill(given);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(own);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(own);
  await press(page, 'Đổi mật khẩu');
  await says(page, 'Đã đổi mật khẩu.');
}

/** Opens an account, gives it a role, and lets the person choose a password of their own. */
export async function welcome(house, keeper, person, place = {}) {
  await openAccount(keeper, person, place);
  const page = await signedIn(house, person.login, GIVEN);
  await choosePassword(page, GIVEN, person.password);
}

/** Opens an account with a role from today: for the whole house, or `{ edition }`, or `{ unit }` by its name. */
async function openAccount(page, { name, login, role }, place) {
  await follow(page, 'Tài khoản');
  await follow(page, 'Mở tài khoản');
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Thư điện tử').fill(`${login}@vidu.invalid`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu ban đầu').fill(GIVEN);
  await page.getByLabel('Nhập lại mật khẩu').fill(GIVEN);
  await press(page, 'Mở tài khoản');
  await says(page, name);
  await page.getByRole('radio', { name: role, exact: true }).check();
  await choosePlace(page, place);
  await page.getByLabel('Từ ngày').fill(written(today()));
  await press(page, 'Giao vai trò');
  await says(page, 'Đã giao vai trò.');
  await says(page, place.edition ?? place.unit ?? 'Toàn hệ thống');
}

async function choosePlace(page, { edition, unit }) {
  if (edition) await page.getByLabel('Kỳ hội thi', { exact: true }).selectOption({ label: edition });
  if (unit) await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: unit });
}
