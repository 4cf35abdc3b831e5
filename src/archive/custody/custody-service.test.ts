import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordsService } from '#archive/records/records-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { CustodyEvent } from '#shared/domain/custody.ts';
import type { RecordId, ReplicaId } from '#shared/domain/ids.ts';
import { checkChains } from './chain-check.ts';
import { chainStart, hashCustodyEvent, hashHeads } from './custody-hash.ts';
import { CustodyService } from './custody-service.ts';

function open() {
	const archive = openTestArchive();
	const custody = new CustodyService(archive.database);
	return { ...archive, custody, records: new RecordsService(archive.database, archive.editions) };
}

/** A chain of that many entries, as a device makes it. */
function chainOf(length: number, replica = 'a'): CustodyEvent[] {
	const events: CustodyEvent[] = [];
	for (let sequence = 1; sequence <= length; sequence++) {
		const event = {
			replicaId: replica as ReplicaId,
			sequence,
			at: `2020-01-01T00:00:${String(sequence % 60).padStart(2, '0')}.000Z`,
			kind: 'edited' as const,
			subject: `subject ${sequence}`,
			detail: { fields: 'title' },
			agent: 'A. Reader',
			software: 'Sample 1',
			previousHash: events.at(-1)?.hash ?? chainStart,
		};
		events.push({ ...event, hash: hashCustodyEvent(event) });
	}
	return events;
}

test('each entry says who made it with what program, and both are covered by its hash', () => {
	const { database, custody } = open();
	database.write((writer) => custody.append(writer, 'exported', '', { file: 'sample' }));
	const [event] = custody.list({ limit: 10 });
	expect(event).toMatchObject({ sequence: 1, agent: 'A. Reader', software: expect.stringMatching(/^Lectern \d/) });
	const made = event as CustodyEvent;
	expect(hashCustodyEvent({ ...made, agent: 'Another' })).not.toBe(made.hash);
	expect(hashCustodyEvent({ ...made, software: '' })).not.toBe(made.hash);
});

test('entries from before agent and software were kept still fit', () => {
	const { connection, custody, database } = open();
	const old = {
		replicaId: database.replicaId,
		sequence: 1,
		at: '2020-01-01T00:00:00.000Z',
		kind: 'created' as const,
		subject: '',
		detail: { title: 'Sample' },
		agent: '',
		software: '',
		previousHash: chainStart,
	};
	// As programs before hashed it: RFC 8785 of the seven fields there were, computed without Lectern.
	const hash = 'f361b49c97f2a371035b9831b9190d0b5bf372b2e827bbd6a5c01916de6dd15b';
	connection.run(
		`INSERT INTO custody_events (replica_id, sequence, at, kind, subject, detail, previous_hash, hash) VALUES (?, 1, ?, 'created', '', ?, ?, ?)`,
		old.replicaId,
		old.at,
		JSON.stringify(old.detail),
		chainStart,
		hashCustodyEvent(old),
	);
	expect(hashCustodyEvent(old)).toBe(hash);
	database.write((writer) => custody.append(writer, 'edited', 'x', {}));
	expect(custody.check()).toMatchObject({ entryCount: 2, firstBad: null });
});

describe('what is described anew', () => {
	test('is logged with the step, also when it is undone, without its words', () => {
		const { records, history, custody, addRecord } = open();
		const id = addRecord(1);
		records.update({ id, revision: 1, fields: { title: 'Sample title', rights: 'Sample rights' } });
		history.undo();
		const entries = custody.list({ subject: id, limit: 10 });
		expect(entries.map(({ kind, detail }) => ({ kind, ...detail }))).toEqual([
			{ kind: 'edited', fields: 'title, rights', step: 'recordChanged', as: 'undo' },
			{ kind: 'edited', fields: 'title, rights', step: 'recordChanged' },
		]);
		expect(JSON.stringify(entries)).not.toContain('Sample title');
		expect(custody.check().firstBad).toBeNull();
	});

	test('leaves nothing when the step fails', () => {
		const { records, custody, addRecord } = open();
		const id = addRecord(1);
		expect(() => records.update({ id, revision: 7, fields: { title: 'Sample title' } })).toThrow('conflict');
		expect(custody.list({ limit: 10 })).toEqual([]);
	});
});

test('entries are found by kind, by subject and by words, a page at a time', () => {
	const { database, custody, addRecord } = open();
	const id = addRecord(1, { title: 'Пример письма' });
	database.write((writer) => {
		for (let at = 0; at < 5; at++) custody.append(writer, 'received', `digest ${at}`, { file: `Sample-${at}.txt` });
		custody.append(writer, 'edited', id, { fields: 'title' });
	});
	const find = (filter: Parameters<typeof custody.find>[0]['filter'], offset = 0, limit = 10) =>
		custody.find({ filter, offset, limit });
	expect(find({}).total).toBe(6);
	expect(find({ kinds: ['received'] }, 3, 10).entries.map(({ subject }) => subject)).toEqual(['digest 1', 'digest 0']);
	expect(find({ words: 'sample-3' })).toMatchObject({ total: 1, entries: [{ subject: 'digest 3', recordId: null }] });
	expect(find({ words: 'ПРИМЕР' })).toMatchObject({
		total: 1,
		entries: [{ subjectName: 'Пример письма', recordId: id }],
	});
	expect(find({ subject: testId<RecordId>(9) }).total).toBe(0);
});

describe('a chain', () => {
	const check = (events: readonly CustodyEvent[], head?: string) => checkChains(() => events, head);

	test('shows whatever was altered, dropped, inserted or put elsewhere within it, at its first entry', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: 12 }), fc.nat(), fc.nat(), (length, a, b) => {
				const chain = chainOf(length);
				const at = a % (length - 1);
				const altered = chain.with(at, { ...(chain[at] as CustodyEvent), detail: { fields: 'other' } });
				expect(check(altered).firstBad).toEqual({ replicaId: 'a', sequence: at + 1 });
				const dropped = chain.toSpliced(at, 1);
				expect(check(dropped).firstBad?.sequence).toBe(at + 2);
				const doubled = chain.toSpliced(at + 1, 0, chain[at] as CustodyEvent);
				expect(check(doubled).firstBad?.sequence).toBe(at + 1);
				const other = b % length;
				const moved = chain.with(at, chain[other] as CustodyEvent).with(other, chain[at] as CustodyEvent);
				expect(check(moved).firstBad === null).toBe(at === other);
				expect(check(chain).firstBad).toBeNull();
			}),
		);
	});

	test('written anew, or cut at its end, is found against a head that was written down', () => {
		const chain = chainOf(8);
		const { head } = check(chain);
		expect(check(chain, head).match).toEqual({ state: 'current' });
		expect(check(chainOf(11), head).match).toEqual({ state: 'earlier', entriesSince: 3 });
		expect(check(chain.slice(0, 5), head)).toMatchObject({ firstBad: null, match: { state: 'unknown' } });
		const anew = chainOf(8, 'b').map((event) => ({ ...event, replicaId: 'a' as ReplicaId }));
		expect(check(anew, head).match).toEqual({ state: 'unknown' });
	});

	test('an earlier head is found when another device’s chain came in by a merge', () => {
		const [own, others] = [chainOf(6), chainOf(4, 'b')];
		const alone = hashHeads([own[3]?.hash ?? '']);
		expect(check([...own, ...others], alone).match).toEqual({ state: 'earlier', entriesSince: 6 });
		const merged = hashHeads([own[4]?.hash ?? '', others[3]?.hash ?? '']);
		expect(check([...own, ...others], merged).match).toEqual({ state: 'earlier', entriesSince: 1 });
	});
});
