import fs from 'node:fs';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { electronEnvironment } from '../../e2e/fixtures/electron.ts';
import { projectRoot } from '../../e2e/fixtures/places.ts';

/** A window of the same Electron that shows a text as HTML and nothing else. */
export interface BareWindow {
	page: Page;
	close(): Promise<void>;
}

/** Writes the paragraphs of a plain text as the least page that shows them, set as the reader sets them at first. */
export function writeBarePage(textFile: string): string {
	const paragraphs = fs.readFileSync(textFile, 'utf8').trim().split('\n\n');
	const file = `${textFile}.html`;
	const style = 'html{font:18px/1.65 serif}body{max-width:66ch;margin:auto}';
	const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
	fs.writeFileSync(
		file,
		`<!doctype html><meta charset="utf-8"><title>Sample</title><style>${style}</style>\n${body}\n`,
	);
	return file;
}

export async function openBareWindow(folder: string, firstPage: string): Promise<BareWindow> {
	const executablePath = process.env.ELECTRON_EXEC_PATH;
	const app = await _electron.launch({
		...(executablePath ? { executablePath } : {}),
		args: [path.join(projectRoot, 'bench/desktop/bare-window')],
		env: {
			...electronEnvironment(),
			LECTERN_BENCH_PROFILE: path.join(folder, 'bare'),
			LECTERN_BENCH_PAGE: firstPage,
		},
		chromiumSandbox: process.getuid?.() !== 0,
	});
	const page = await app.firstWindow();
	await page.waitForLoadState();
	return { page, close: () => app.close() };
}

/** Milliseconds from the start of the way to a page to the first frame with words in it. */
export async function openBarePage(page: Page, file: string): Promise<number> {
	await page.goto(`file://${file}`, { waitUntil: 'load' });
	const painted = await page.waitForFunction(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
	);
	return (await painted.jsonValue()) ?? Number.NaN;
}
