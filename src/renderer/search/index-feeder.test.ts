import { expect, test } from 'vitest';
import { createConnection } from '#shared/api/client.ts';
import type { ArchiveMessage, CallMessage, Channel } from '#shared/api/envelope.ts';
import type { SearchDocument, SearchOwner, SearchPage } from '#shared/api/search-api.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { createSupplies } from '#shared/search/supplies.ts';
import { createIndexFeeder } from './index-feeder.ts';
import type { IndexState } from './search-messages.ts';

/** An archive's search calls over a channel: owners and their one passage each, two owners a page. */
function createArchive(texts: Map<string, string>) {
	const listeners: ((message: ArchiveMessage) => void)[] = [];
	const tell = (message: ArchiveMessage) => {
		for (const listener of listeners) listener(structuredClone(message));
	};
	const pageOf = (ids: string[], next: string | null): SearchPage => ({
		owners: ids.map((id): SearchOwner => ({ id, title: id, recordKind: 'letter', dateEdtf: '', holding: 'held' })),
		documents: ids.map(
			(id): SearchDocument => ({ key: id, kind: 'passage', ownerId: id, text: texts.get(id) ?? '', language: 'en' }),
		),
		next,
		changeNumber: 0,
		total: texts.size,
	});
	const answer = ({ call, argument }: CallMessage): unknown => {
		if (call === 'segments') return [];
		if (call === 'documentsOf') {
			return pageOf(
				(argument as { ownerIds: string[] }).ownerIds.filter((id) => texts.has(id)),
				null,
			);
		}
		const after = (argument as { after: string | null }).after;
		const ids = [...texts.keys()].filter((id) => after === null || id > after);
		return pageOf(ids.slice(0, 2), ids.length > 2 ? (ids[1] ?? null) : null);
	};
	const channel: Channel = {
		send: (message) =>
			queueMicrotask(() => {
				const call = message as CallMessage;
				tell({ id: call.id, ok: true, value: answer(call) });
			}),
		onMessage: (listener) => void listeners.push(listener),
		onClose: () => undefined,
	};
	return { channel, tell };
}

function feed(texts: Map<string, string>) {
	const index = createSearchIndex();
	const states: IndexState[] = [];
	let wake: (() => void) | null = null;
	const feeder = createIndexFeeder(
		index,
		createSupplies({ pages: async () => [], texts: async () => [] }),
		(state) => {
			states.push(state);
			wake?.();
		},
		(run) => queueMicrotask(run),
	);
	const archive = createArchive(texts);
	feeder.feedFrom(createConnection(archive.channel));
	const found = (text: string) => index.search({ text }, { offset: 0, limit: 9 }).hits.map((hit) => hit.ownerId);
	const nextState = async () =>
		new Promise<void>((resolve) => {
			wake = resolve;
		});
	const until = async (isDone: () => boolean) => {
		while (!isDone()) await nextState();
	};
	return { ...archive, states, found, until, isReady: () => states.at(-1)?.phase === 'ready' };
}

test('takes everything page by page and says how far it is', async () => {
	const { states, found, until, isReady } = feed(new Map([...'abcde'].map((id) => [id, `sample ${id}`])));
	await until(isReady);
	expect(states.map(({ phase, done, total }) => [phase, done, total])).toEqual([
		['loading', 0, 0],
		['loading', 2, 5],
		['loading', 4, 5],
		['loading', 5, 5],
		['ready', 5, 5],
	]);
	expect(states.at(-1)?.passageCount).toBe(5);
	expect(found('sample').sort()).toEqual([...'abcde']);
});

test('follows what changes, and what goes', async () => {
	const texts = new Map([...'abc'].map((id) => [id, `sample ${id}`]));
	const { tell, found, until, isReady } = feed(texts);
	await until(isReady);
	texts.set('a', 'altered').delete('b');
	tell({ fact: 'records.changed', data: { ids: ['a', 'b'] } });
	await until(() => found('altered').length > 0);
	expect(found('sample')).toEqual(['c']);
});

test('says that it is behind from a change until that is taken in, without a new version', async () => {
	const texts = new Map([...'abc'].map((id) => [id, `sample ${id}`]));
	const { tell, found, until, isReady, states } = feed(texts);
	await until(isReady);
	const { version } = states.at(-1) ?? {};
	texts.set('a', 'altered');
	tell({ fact: 'records.changed', data: { ids: ['a'] } });
	expect(states.at(-1)).toMatchObject({ phase: 'ready', isBehind: true, version });
	await until(() => states.at(-1)?.isBehind === false);
	expect(found('altered')).toEqual(['a']);
});

test('a change during loading is not lost', async () => {
	const texts = new Map([...'abcde'].map((id) => [id, `sample ${id}`]));
	const { tell, found, until, states } = feed(texts);
	await until(() => (states.at(-1)?.done ?? 0) > 0);
	texts.set('a', 'altered');
	tell({ fact: 'annotations.changed', data: { ids: [], recordIds: ['a'] } });
	await until(() => found('altered').length > 0);
	expect(found('sample').sort()).toEqual([...'bcde']);
});

test('another archive takes the place of the one before', async () => {
	const texts = new Map([['a', 'sample']]);
	const { tell, found, until, isReady } = feed(texts);
	await until(isReady);
	texts.delete('a');
	texts.set('z', 'other');
	tell({ fact: 'archive.opened', data: {} });
	await until(() => isReady() && found('other').length > 0);
	expect(found('sample')).toEqual([]);
});
