import { expect, test } from 'vitest';
import type { NameId, RecordId } from '../domain/ids.ts';
import type { Name } from '../domain/name.ts';
import { type EventContext, eventContext, isSameContext } from './event-context.ts';
import { sampleEvent } from './testing/events.ts';

const [place, elsewhere] = ['place' as NameId, 'elsewhere' as NameId];
const [attesting, unrelated] = ['attesting' as RecordId, 'unrelated' as RecordId];
const events = [sampleEvent('a', '2001', { placeIds: [place], recordIds: [attesting] })];

function context(change: {
	places?: NameId[];
	called?: string;
	title?: string;
	unrelatedTitle?: string;
	tags?: string[];
}): EventContext {
	const {
		places = [place],
		called = 'Nowhere',
		title = 'Sample letter',
		unrelatedTitle = 'Another',
		tags = [],
	} = change;
	const form = { text: called, script: 'Latn', language: 'en', kind: 'main', source: '' };
	const record = {
		kind: 'letter',
		languages: ['en'],
		holding: 'held' as const,
		source: '',
		tagIds: [],
		collectionIds: [],
	};
	return eventContext(
		{
			events,
			names: places.map((id) => ({ id, kind: 'place', description: '', source: '', forms: [form] }) as unknown as Name),
			records: [
				{ id: attesting, title, ...record },
				{ id: unrelated, title: unrelatedTitle, ...record },
			],
			collections: [],
			tags: tags.map((name) => ({ id: name as never, name })),
		},
		'en',
	);
}

test('what no event points at changes nothing that is drawn', () => {
	const known = context({});
	expect(isSameContext(known, context({}), events)).toBe(true);
	expect(isSameContext(known, context({ unrelatedTitle: 'Called otherwise' }), events)).toBe(true);
	expect(isSameContext(known, context({ places: [place, elsewhere] }), events)).toBe(true);
});

test('what an event points at does, and when it comes or goes', () => {
	const known = context({});
	expect(isSameContext(known, context({ title: 'Called otherwise' }), events)).toBe(false);
	expect(isSameContext(known, context({ called: 'Somewhere' }), events)).toBe(false);
	expect(isSameContext(known, context({ places: [] }), events)).toBe(false);
	expect(isSameContext(context({ places: [] }), known, events)).toBe(false);
	expect(isSameContext(known, context({ tags: ['urgent'] }), events)).toBe(false);
});
