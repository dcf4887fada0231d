// A file on a bad line: the official client of the tus protocol is cut ten times and goes on, and what it brought is
// given by the part's page; then the page's own script sends another in pieces.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import * as tus from 'tus-js-client';

import { begin } from '../lib/dossier.mjs';
import { file, follow, pdf, press, says, signedIn } from '../lib/office.mjs';

export const serve = ['demo', '--moment', 'open'];

const CUTS = 10;

export default async function (house) {
  const page = await signedIn(house, 'tacgia1');
  await page.goto('/');
  await follow(page, 'Nộp hồ sơ dự thi');
  await begin(page, { title: 'Máy sấy nông sản bằng khí nóng tuần hoàn', category: 'Công nghiệp, giao thông vận tải, xây dựng' });
  await press(page, 'Lập hồ sơ và điền tiếp');
  await follow(page, 'Bản mô tả giải pháp');
  const part = new URL(page.url()).pathname;

  const content = pdf(`May say ${'nong san '.repeat(300_000)}`);
  const upload = await cutTenTimes(house, page, part, content);
  await give(page, upload);
  await readBack(page, part, content);

  await page.goto(part);
  await page.getByLabel('Chọn tệp khác để thay').setInputFiles(file('ban-hai.pdf', pdf(`Ban hai ${'cua may say '.repeat(100_000)}`)));
  const pieces = [];
  page.on('request', (request) => request.method() === 'PATCH' && pieces.push(request.headers()));
  await press(page, 'Tải tệp lên và lưu');
  assert.ok(pieces.length > 1, `the page sent ${pieces.length} pieces`);
  assert.ok(pieces.every((headers) => headers['upload-checksum'].startsWith('sha256 ')));
  await page.goto(part);
  await says(page, 'ban-hai.pdf');
  await page.shot('25-file');
}

// Each time the client is cut it knows nothing but the upload's address, as after a start of the machine.
async function cutTenTimes(house, page, part, content) {
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const options = {
    endpoint: `${house.base}${part}/tai-len`,
    headers: { Cookie: cookies },
    metadata: { filename: 'may-say.pdf', filetype: 'application/pdf' },
    chunkSize: Math.ceil(content.length / (CUTS + 3)),
    retryDelays: null,
  };
  let url = null;
  let last = 0;
  for (let cut = 0; cut <= CUTS; cut += 1) {
    url = await new Promise((done, failed) => {
      const upload = new tus.Upload(content, {
        ...options,
        uploadUrl: url,
        onError: failed,
        onSuccess: () => done(upload.url),
        onChunkComplete: (_, here) => {
          assert.ok(here > last, 'what was there before the cut is still there');
          last = here;
          if (cut < CUTS) upload.abort().then(() => done(upload.url), failed);
        },
      });
      upload.start();
    });
  }
  assert.equal(last, content.length);
  return url.split('/').pop();
}

/** Gives what was uploaded by the form of the page, as its script does. */
async function give(page, upload) {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('form[data-resume]').evaluate((form, value) => {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'upload', value }));
      form.submit();
    }, upload),
  ]);
}

async function readBack(page, part, content) {
  await page.goto(part);
  await says(page, 'may-say.pdf');
  const href = await page.getByRole('link', { name: 'may-say.pdf' }).getAttribute('href');
  const answer = await page.request.get(href);
  const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
  assert.equal(sum(await answer.body()), sum(content), 'what is kept is what was sent');
}
