// The house stands: its door, its sign-in page and its two languages.

import assert from 'node:assert/strict';

export default async function (house) {
  const page = await house.person();

  const home = await page.goto('/');
  assert.equal(home.status(), 200);
  assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
  assert.equal(await page.locator('h1').count(), 1);
  const vietnamese = (await page.locator('h1').innerText()).trim();
  assert.notEqual(vietnamese, '');
  await page.shot('home');

  const door = await page.goto('/dang-nhap');
  assert.equal(door.status(), 200);
  const form = page.locator('form:has(input[name=login])');
  await form.locator('input[name=login]').fill('khong-co-nguoi-nay');
  await form.locator('input[name=password]').fill('mot mat khau sai');
  assert.equal(await form.locator('input[name=password]').getAttribute('type'), 'password');
  await page.shot('sign-in');
  await form.locator('[type=submit]').click();
  // Refused, and what was typed is still there (but never the password).
  assert.equal(await page.locator('input[name=login]').inputValue(), 'khong-co-nguoi-nay');
  assert.equal(await page.locator('input[name=password]').inputValue(), '');

  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('h1').count(), 1);
  await page.shot('home-english');

  const nowhere = await page.goto('/khong-co-trang-nay');
  assert.equal(nowhere.status(), 404);
}
