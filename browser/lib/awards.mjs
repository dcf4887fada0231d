// The award decision's form, the code on a certificate, and what the public learns from it.

import { press, says } from './office.mjs';

/** Fills the form of the decision; the scan is another matter. */
export async function fillDecision(page, { number, date, issuer, inPlaceOf, position, signer }) {
  await page.getByLabel('Số và ký hiệu').fill(number);
  await page.getByLabel('Ngày ký').fill(date);
  await page.getByLabel('Cơ quan ban hành').fill(issuer);
  if (inPlaceOf) await page.getByLabel('Thay mặt (TM.)').fill(inPlaceOf);
  await page.getByLabel('Chức vụ người ký').fill(position);
  await page.getByLabel('Họ tên người ký').fill(signer);
}

/** The code that some text of a certificate carries. */
export function codeIn(text) {
  return text.match(/Mã kiểm tra ([\w-]+)/)[1];
}

/** Anybody with a phone types the code, without its hyphens, and finds the certificate in the register. */
export async function checkByHand(house, code) {
  const anyone = await house.person({ viewport: { width: 360, height: 740 } });
  await anyone.goto('/xac-minh');
  await anyone.getByLabel('Mã kiểm tra').fill(code.toLowerCase().replaceAll('-', ''));
  await press(anyone, 'Kiểm tra');
  await says(anyone, 'Có trong sổ cấp, còn giá trị');
  return anyone;
}
