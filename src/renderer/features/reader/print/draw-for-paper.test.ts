import { expect, test, vi } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId, Sha256 } from '#shared/domain/ids.ts';

// What a desktop window can do beyond a browser tab is looked for as soon as the modules are loaded.
vi.stubGlobal('window', {});
const { queryClient } = await import('#renderer/lib/query-client.ts');
const { pictureQuery } = await import('../figures/pictures.ts');
const { drawForPaper } = await import('./draw-for-paper.ts');
const { usePrint } = await import('./print-store.ts');
const { loadPrintedPictures } = await import('./printed-pictures.ts');
// Tests of one process share what is global.
vi.unstubAllGlobals();

const editionId = '01890000-0000-7000-8000-000000000001' as EditionId;
const place = { start: 0, length: 1, coding: 'stored' as const, width: 3, height: 4 };
const picture = { ...place, mediaType: 'image/png' as const, sha256: 'a'.repeat(64) as Sha256 };
const blocks = [0, 1].map((ordinal) => ({ ordinal, kind: 'figure', text: '', figure: { picture } }) as StoredBlock);
const text = { editionId, blocks };
for (const { ordinal } of blocks)
	queryClient.setQueryData(pictureQuery(editionId, ordinal).queryKey, `data:,${ordinal}`);

test('the pictures of a text come as addresses, by ordinal; none more once they are not wanted', async () => {
	const order = new AbortController();
	expect([...(await loadPrintedPictures(text, order.signal))]).toEqual([
		[0, 'data:,0'],
		[1, 'data:,1'],
	]);
	const loading = loadPrintedPictures(text, order.signal);
	order.abort();
	expect([...(await loading)]).toEqual([[0, 'data:,0']]);
});

test('what is cancelled while its pictures come is not drawn', async () => {
	const order = new AbortController();
	const drawn = drawForPaper({ text, notes: 'none', signal: order.signal }, true);
	order.abort();
	expect(await drawn).toBe(false);
	expect(usePrint.getState()).toMatchObject({ notes: null, editionId: null, pictures: new Map() });
});
