// The program under test: started on a free port and a temporary folder, gone afterwards.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// `hoithi demo` promises its first page within 30 s of its start, on a machine that does nothing else.
const PATIENCE = 120_000;
// Under cargo the release build may come first, which takes its time on a bare machine.
const PATIENCE_WITH_CARGO = 3_600_000;

export class Server {
  /** Starts `binary words… --data FOLDER --listen ADDRESS` and waits until it answers. */
  static async start(binary, words) {
    const server = new Server();
    server.data = await mkdtemp(join(tmpdir(), 'hoithi-journey-'));
    const address = `127.0.0.1:${await freePort()}`;
    server.base = `http://${address}`;
    server.said = '';
    server.process = spawn(binary, [...words, '--data', server.data, '--listen', address], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.ended = new Promise((resolve) => {
      server.process.once('exit', resolve);
      server.process.once('error', (error) => {
        server.said += `${error}\n`;
        resolve();
      });
    });
    server.process.stdout.on('data', (text) => { server.said += text; });
    server.process.stderr.on('data', (text) => { server.said += text; });
    try {
      await server.#answering(words);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
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

  async stop() {
    this.process.kill('SIGTERM');
    const hurry = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await this.ended;
    clearTimeout(hurry);
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
