import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { memoryBelow } from './process-memory.ts';
import { type OpenedPage, seenTitle } from './timed-page.ts';

const executablePath = process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium';
const pollMillis = 100;
/** What a browser that was just started does by itself, before somebody opens anything. */
const startingMillis = 2000;

/**
 * In a browser that was just started and has come to rest, with an empty profile. Nothing inspects the page: to be ready
 * for a question about any error, an inspected one has a large script parsed a second time (V8 then wants the place of
 * each). So the page, which has `tellWhenSeen` in it, says in its title what it saw, and that is looked up in the list of
 * pages.
 */
export async function openInChromium(url: string): Promise<OpenedPage> {
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-chromium-'));
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
	const own = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--window-size=1280,720', ...quiet];
	const browser = spawn(executablePath, ['--headless', ...sandbox, ...own, 'about:blank'], { stdio: 'ignore' });
	const ended = once(browser, 'exit');
	try {
		const origin = `http://127.0.0.1:${await portOf(profile)}`;
		await wait(startingMillis);
		await fetch(`${origin}/json/new?${encodeURIComponent(url)}`, { method: 'PUT' });
		const [drawnMillis, foundMillis] = await seenIn(origin);
		return { drawnMillis, foundMillis, memory: memoryBelow(process.pid) };
	} finally {
		browser.kill();
		await ended;
		fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function portOf(profile: string): Promise<number> {
	const file = path.join(profile, 'DevToolsActivePort');
	while (!fs.existsSync(file)) await wait(pollMillis);
	return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
}

async function seenIn(origin: string): Promise<[drawnMillis: number, foundMillis: number]> {
	for (;;) {
		const pages = (await (await fetch(`${origin}/json/list`)).json()) as { title: string }[];
		const told = pages.find(({ title }) => title.startsWith(seenTitle));
		if (told) return JSON.parse(told.title.slice(seenTitle.length)) as [number, number];
		await wait(pollMillis);
	}
}
