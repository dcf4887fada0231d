// What a journey is handed: the server's address, and people who sit at a browser of their own.

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { GUIDE } from './guide.mjs';
import { watch } from './watch.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

export class House {
  #browser;
  #server;
  #pictures;
  #guide;
  #problems = new Set();
  #people = [];

  /** `guide` is the folder of the guide's pictures when they are to be written anew. */
  constructor(browser, server, pictures, guide) {
    this.#browser = browser;
    this.#server = server;
    this.#pictures = pictures;
    this.#guide = guide;
    this.base = server.base;
  }

  /** What the server has printed so far, such as the demo's table of accounts. */
  get said() {
    return this.#server.said;
  }

  /** The server's folder of data. */
  get data() {
    return this.#server.data;
  }

  /** Runs `hoithi words…` on that folder. Gives what it says, or fails. */
  async command(...words) {
    return this.#server.command(words);
  }

  /** Closes the house for good: the program ends, its folder can still be looked at. */
  async endServing() {
    await this.#server.end();
  }

  /**
   * A person with a browser of their own (no cookies of anybody else's). Gives Playwright's page,
   * with two more verbs: `page.shot(name)` and `page.axe()`.
   */
  async person(options = {}) {
    const context = await this.#browser.newContext({
      baseURL: this.base,
      viewport: DESK,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(15_000);
    await watch(context, this.base, this.#problems);
    const page = await context.newPage();
    page.shot = (name, how) => this.#shot(page, name, how);
    page.axe = () => this.#axe(page);
    this.#people.push(page);
    return page;
  }

  /**
   * Pictures of the whole page at a desk's width and at a phone's, and axe on it. `{ wide: true }`
   * lets a page be wider than a phone: a board to be printed, say.
   */
  async #shot(page, name, { wide = false } = {}) {
    await page.axe();
    if (this.#guide && GUIDE[name]) {
      const path = join(this.#guide, `${GUIDE[name]}.jpg`);
      await page.screenshot({ path, type: 'jpeg', quality: 80, animations: 'disabled', caret: 'hide' });
    }
    const own = page.viewportSize();
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      const path = join(this.#pictures, `${name}-${size.width}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' });
    }
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    if (!wide && width > PHONE.width) {
      this.#problems.add(`${page.url()} is ${width} px wide on a phone of ${PHONE.width} px`);
    }
    await page.setViewportSize(own);
  }

  /** Fails on what axe calls serious or critical, with the rule, its help and the places. */
  async #axe(page) {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const { id, impact, help, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      const places = nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join(';')}`);
      this.#problems.add(`axe at ${page.url()}: ${id} (${impact}): ${help}\n      ${places.join('\n      ')}`);
    }
  }

  refuseProblems() {
    if (this.#problems.size > 0) throw new Error([...this.#problems].join('\n    '));
  }

  /** The pages as they stood when a journey failed, for whoever mends it. */
  async keepLastSight(place) {
    for (const [number, page] of this.#people.entries()) {
      if (page.isClosed()) continue;
      try {
        await page.screenshot({ path: `${place}-${number}.png`, fullPage: true });
        await writeFile(`${place}-${number}.html`, await page.content());
      } catch (error) {
        console.error(`the last sight could not be kept: ${error.message}`);
      }
    }
    if (this.#problems.size > 0) await writeFile(`${place}-problems.txt`, [...this.#problems].join('\n'));
  }

  async close() {
    for (const page of this.#people) await page.context().close();
  }
}
