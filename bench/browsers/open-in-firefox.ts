import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { memoryBelow } from './process-memory.ts';
import { type OpenedPage, waitForResult } from './timed-page.ts';

const executable = process.env.LECTERN_FIREFOX ?? '/usr/bin/firefox-esr';

export function hasFirefox(): boolean {
	return fs.existsSync(executable);
}

/** In the system's own Firefox, just started with an empty profile, spoken to in WebDriver BiDi. */
export async function openInFirefox(url: string): Promise<OpenedPage> {
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-firefox-'));
	const browser = spawn(executable, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, HOME: profile },
	});
	try {
		const ask = await connect(await addressOf(browser));
		await ask('session.new', { capabilities: {} });
		const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
		const context = contexts[0]?.context;
		await ask('browsingContext.navigate', { context, url, wait: 'none' });
		const evaluated = await ask('script.evaluate', {
			...{ expression: waitForResult, target: { context }, awaitPromise: true, resultOwnership: 'none' },
		});
		const { result } = evaluated as { result: { value: string } };
		const [drawnMillis = 0, foundMillis = 0] = JSON.parse(result.value) as number[];
		return { drawnMillis, foundMillis, memory: memoryBelow(process.pid) };
	} finally {
		browser.kill();
		await new Promise((resolve) => browser.once('close', resolve));
		fs.rmSync(profile, { recursive: true, force: true });
	}
}

/** Firefox says it on its error stream once it listens. */
function addressOf(browser: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		browser.stderr?.on('data', (text) => {
			said += text;
			const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
			if (found) resolve(`${found}/session`);
		});
		browser.once('close', () => reject(new Error(`Firefox ended: ${said}`)));
	});
}

type Ask = (method: string, params: object) => Promise<unknown>;

async function connect(address: string): Promise<Ask> {
	const socket = new WebSocket(address);
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
	const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
	let lastId = 0;
	socket.on('message', (data) => {
		const answer = JSON.parse(String(data)) as { id?: number; type: string; result?: unknown; message?: string };
		const call = waiting.get(answer.id ?? 0);
		waiting.delete(answer.id ?? 0);
		if (answer.type === 'success') call?.resolve(answer.result);
		else call?.reject(new Error(answer.message));
	});
	return (method, params) =>
		new Promise((resolve, reject) => {
			lastId += 1;
			waiting.set(lastId, { resolve, reject });
			socket.send(JSON.stringify({ id: lastId, method, params }));
		});
}
