// Somebody with a telephone of 360 px: every page that they come to fits it and is sound.

import assert from 'node:assert/strict';

import { follow, press } from './office.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** A person with a telephone who has not signed in. */
export async function onPhone(house) {
  return house.person(PHONE);
}

/** Opens an address on the telephone. */
export async function open(page, address) {
  await page.goto(address);
  await fits(page);
}

/** Follows a link on the telephone. */
export async function tap(page, name, within) {
  await follow(page, name, within);
  await fits(page);
}

/** Presses a button on the telephone. */
export async function send(page, name) {
  await press(page, name);
  await fits(page);
}

async function fits(page) {
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  assert.ok(width <= PHONE.viewport.width, `${page.url()} is ${width} px wide on a phone`);
  await page.axe();
}
