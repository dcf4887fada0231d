// The program under test: started on a free port and a temporary folder, gone afterwards.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

// `hoithi demo` promises its first page within 30 s of its start, on a machine that does nothing else.
const PATIENCE = 120_000;
// Under cargo the release build may come first, which takes its time on a bare machine.
const PATIENCE_WITH_CARGO = 3_600_000;

export class Server {
  /**
   * Starts `binary words… --data FOLDER --listen ADDRESS` and waits until it answers. `prepared` are
   * commands that find the folder empty and make it ready.
   */
  static async start(binary, words, prepared = []) {
    const server = new Server();
    server.binary = binary;
    server.data = await mkdtemp(join(tmpdir(), 'hoithi-journey-'));
    const address = `127.0.0.1:${await freePort()}`;
    server.base = `http://${address}`;
    server.said = '';
    try {
      for (const command of prepared) server.said += await server.command(command);
      server.#spawn([...words, '--data', server.data, '--listen', address]);
      await server.#answering(words);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  #spawn(words) {
    this.process = spawn(this.binary, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => {
      this.process.once('exit', resolve);
      this.process.once('error', (error) => {
        this.said += `${error}\n`;
        resolve();
      });
    });
    this.process.stdout.on('data', (text) => { this.said += text; });
    this.process.stderr.on('data', (text) => { this.said += text; });
  }

  async #answering(words) {
    let over = false;
    this.ended.then(() => { over = true; });
    const until = Date.now() + (words.includes('--release') ? PATIENCE_WITH_CARGO : PATIENCE);
    for (;;) {
      if (await fetch(this.base).then((answer) => answer.ok, () => false)) return;
      if (over || Date.now() > until) {
        const why = over ? 'ended' : 'gave no page in time';
        throw new Error(`hoithi ${words.join(' ')} ${why}; it said:\n${this.said.slice(-4000)}`);
      }
      await pause(50);
    }
  }

  /** What `binary words… --data FOLDER` says; one that does not end well fails, with its words. */
  async command(words) {
    const { stdout, stderr } = await promisify(execFile)(this.binary, [...words, '--data', this.data]).catch((error) => {
      throw new Error(`hoithi ${words.join(' ')} ended with ${error.code}; it said:\n${error.stdout}${error.stderr}`);
    });
    return stdout + stderr;
  }

  /** Ends the program; its folder stays until `stop`. */
  async end() {
    if (!this.process) return;
    this.process.kill('SIGTERM');
    const hurry = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await this.ended;
    clearTimeout(hurry);
  }

  async stop() {
    await this.end();
    await rm(this.data, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createServer();
    socket.once('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}
