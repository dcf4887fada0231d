// Runs the journeys in order, each against a server of its own on a fresh folder of data.
//
//   HOITHI_BIN=target/release/hoithi node browser/run.mjs [--guide] [--headed] [NAME…]
//
// A journey fails by its own assertions and by anything that a page should never do: an error on
// the console, a breach of the content security policy, a request to another host, a serious
// finding of axe, a page wider than a phone.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { House } from './lib/house.mjs';
import { Server } from './lib/server.mjs';

const here = import.meta.dirname;
const words = process.argv.slice(2);
const guide = words.includes('--guide');
const headed = words.includes('--headed');
const wanted = words.filter((word) => !word.startsWith('--'));

const out = join(here, 'out');
const guidePictures = guide ? join(here, '..', 'docs', 'guide', 'img') : undefined;

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine has an address: a page that asks another host fails at once.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];
// Chromium's sandbox refuses to start as root, where CI runs.
if (process.getuid() === 0) flags.push('--no-sandbox');

function needed(name) {
  if (process.env[name]) return process.env[name];
  console.error(`${name} is not set; cargo xtask browser sets it`);
  process.exit(2);
}

async function journeys() {
  const names = (await readdir(join(here, 'journeys'))).filter((name) => name.endsWith('.mjs')).sort();
  return wanted.length === 0 ? names : names.filter((name) => wanted.some((word) => name.startsWith(word)));
}

async function travel(browser, binary, name) {
  const journey = await import(`./journeys/${name}`);
  const server = await Server.start(binary, journey.serve ?? ['demo']);
  const house = new House(browser, server, out, guidePictures);
  try {
    await journey.default(house);
    house.refuseProblems();
  } catch (error) {
    await house.keepLastSight(join(out, `failed-${name.replace('.mjs', '')}`));
    throw error;
  } finally {
    await house.close();
    await server.stop();
    await writeFile(join(out, `${name}.log`), server.said);
  }
}

async function main() {
  const binary = needed('HOITHI_BIN');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  if (guidePictures) await mkdir(guidePictures, { recursive: true });

  const names = await journeys();
  const browser = await chromium.launch({ executablePath: needed('HOITHI_CHROMIUM'), headless: !headed, args: flags });
  let failed = 0;
  for (const name of names) {
    const begun = Date.now();
    try {
      await travel(browser, binary, name);
      console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n${error.stack ?? error}\n        seen last: browser/out/failed-${name.replace('.mjs', '')}*`);
    }
  }
  await browser.close();
  console.log(`\njourneys: ${names.length - failed} passed, ${failed} failed`);
  return failed === 0 && names.length > 0 ? 0 : 1;
}

process.exit(await main());
