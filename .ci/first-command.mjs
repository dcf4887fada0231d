// Starts the command that it is given, on a temporary folder and a free port, and proves that what
// it serves is the contest: its home and its sign-in page, marked as sample data.

import assert from 'node:assert/strict';

import { Server } from '../browser/lib/server.mjs';

const [program, ...words] = process.argv.slice(2);
const begun = Date.now();
const server = await Server.start(program, words);
try {
  console.log(`${program} ${words.join(' ')}: serves after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  for (const [path, expected] of [['/', '<h1'], ['/dang-nhap', 'name="password"']]) {
    const answer = await fetch(server.base + path);
    const text = await answer.text();
    assert.equal(answer.status, 200, path);
    for (const phrase of [expected, 'DỮ LIỆU MINH HỌA']) {
      assert.ok(text.includes(phrase), `${path} does not say ${phrase}:\n${text.slice(0, 2000)}`);
    }
    console.log(`${path} is served`);
  }
} finally {
  await server.stop();
}
