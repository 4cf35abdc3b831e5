import type { JSHandle, Page } from '@playwright/test';
import type { JobProgress } from '#shared/domain/job.ts';
import type { PagePort } from './archive-port.ts';

export interface AddedDocument {
	recordId: string;
	editionId: string;
}

const askedEveryMillis = 100;
let documentCount = 0;

/** Adds one file to the open archive and waits until its text is there. */
export async function addDocument(page: Page, port: JSHandle<PagePort>, file: string): Promise<AddedDocument> {
	documentCount += 1;
	const id = madeUpId(documentCount);
	await port.evaluate((open, argument) => open.call('jobs', 'add', argument), {
		id,
		sources: [{ kind: 'path', path: file }],
	});
	await ended(page, port, id);
	const { items } = (await port.evaluate((open, argument) => open.call('jobs', 'items', argument), {
		id,
		offset: 0,
		limit: 1,
	})) as { items: { recordId: string }[] };
	const recordId = items[0]?.recordId ?? '';
	const record = (await port.evaluate((open, id) => open.call('records', 'get', { id }), recordId)) as {
		editionId: string;
	};
	return { recordId, editionId: record.editionId };
}

/** An id that the archive takes, told from others by a number of at most twelve digits. Small ones are `addDocument`'s. */
export function madeUpId(number: number): string {
	return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Waits for a job; throws where it did not end well. */
export async function ended(page: Page, port: JSHandle<PagePort>, id: string): Promise<void> {
	// Asked again and again: facts are told to the app's own port.
	for (;;) {
		await page.waitForTimeout(askedEveryMillis);
		const job = (await port.evaluate((open, id) => open.call('jobs', 'get', { id }), id)) as JobProgress;
		if (job.state === 'done' && !job.counts.failed) return;
		if (job.state !== 'running') throw new Error(`the job ended otherwise: ${JSON.stringify(job)}`);
	}
}
