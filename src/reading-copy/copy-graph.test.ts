import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import atlasJson from 'world-atlas/countries-50m.json?raw';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { EventId, LinkId, NameId } from '#shared/domain/ids.ts';
import { narrowGraph } from '#shared/graph/narrow-graph.ts';
import { drawBaseMap, type WorldAtlas } from '#shared/map/base-map.ts';
import { allText, copyWriter, openAt, sampleArchive } from './testing/sample-copy.ts';

const write = copyWriter(temporaryFolders());

/** A place of the archive with coordinates, and an event there that the record attests. */
function addPlace({ copy, open, nameId }: ReturnType<typeof sampleArchive>, text: string, latitude: number) {
	const { names, events, links, mentions } = copy.services;
	const [placeId, eventId] = [copy.freshId<NameId>(), copy.freshId<EventId>()];
	const form = { text, script: 'Latn', language: 'en', kind: 'main' as const, source: '' };
	const point = { latitude, longitude: 20.5, uncertaintyM: null, source: `${text} sheet` };
	names.add({
		id: placeId,
		fields: { kind: 'place', forms: [form], description: '', source: '', coordinates: [point] },
	});
	const event = { kind: '', edtf: '', dateWords: '', inferred: '', duration: '', description: '', source: '' };
	events.add({
		...{ id: eventId, sameAs: null, attestedBy: [{ kind: 'record', id: open.id }] },
		fields: { ...event, title: 'Event there', placeIds: [placeId], participantIds: [nameId], relations: [] },
	});
	links.add({
		...{ id: copy.freshId<LinkId>(), type: 'cites' },
		...{ from: { kind: 'record', id: open.id }, to: { kind: 'name', id: placeId } },
	});
	const passage = { recordId: open.id, editionId: open.editionId, ordinal: 1, words: 'epsilon' };
	mentions.judge({ nameId: placeId, places: [passage], verdict: 'confirmed' });
	return { placeId, eventId };
}

test('graph and map have what is in the copy, and join nothing else', async () => {
	const sample = sampleArchive();
	const { copy, open, other, closed, nameId, eventId, claimId } = sample;
	const { services } = copy;
	const { placeId, eventId: eventThere } = addPlace(sample, 'Sample Place', 10.25);
	services.map.setLabels({ labels: 'ru' });
	const { path } = await write(copy);
	const { calls } = openAt(path);
	const graph = await calls.graph.read({});
	const whole = (await services.onDemand()).graph.read({});
	const passages = whole.nodes.filter(({ kind, recordId }) => kind === 'passage' && recordId === open.id);
	const ids = [open.id, other.id, nameId, placeId, eventId, eventThere, claimId, ...passages.map(({ id }) => id)];
	expect(passages).toHaveLength(2);
	expect(graph.nodes.map(({ id }) => id).sort()).toEqual([...ids].sort());
	const isHeld = (id: string) => ids.includes(id as never);
	expect(graph.edges).toEqual(whole.edges.filter(({ fromId, toId }) => isHeld(fromId) && isHeld(toId)));
	expect(whole.nodes.map(({ id }) => id)).toContain(closed.id);
	// Names are said in the language of the reader.
	expect(graph.nodes.find(({ id }) => id === nameId)?.title).toBe('Образец');
	const around = await calls.graph.read({ around: { id: placeId, steps: 1 } });
	expect(around).toEqual(narrowGraph(graph, { around: { id: placeId, steps: 1 } }));
	// No word stands in the graph alone, so that the sweep has seen each.
	const others = allText(path, (name) => name !== 'graph.js');
	for (const text of [...whole.nodes.map(({ title }) => title), ...whole.edges.map(({ words }) => words)])
		if (allText(path, (name) => name === 'graph.js').includes(text)) expect(others).toContain(text);

	expect(await calls.map.labels(undefined)).toBe('ru');
	expect(await calls.map.layers(undefined)).toEqual([]);
	const placed = (await calls.names.list(undefined)).filter(({ coordinates }) => coordinates.length > 0);
	expect(placed).toMatchObject([{ id: placeId, coordinates: [{ latitude: 10.25, source: 'Sample Place sheet' }] }]);
	copy.close();
});

test('the graph of a copy follows the notes that are made in it', async () => {
	const { copy, claimId } = sampleArchive();
	const { calls } = openAt((await write(copy)).path);
	const claim = async () => (await calls.graph.read({})).nodes.find(({ id }) => id === claimId);
	expect(await claim()).toMatchObject({ kind: 'claim', title: 'claimed words' });
	const [{ revision = 0 } = {}] = await calls.annotations.some({ ids: [claimId] });
	await calls.annotations.update({ id: claimId, revision, fields: { body: 'other words', purpose: 'question' } });
	expect(await claim()).toMatchObject({ kind: 'note', type: 'question', title: 'other words' });
	await calls.annotations.remove({ ids: [claimId] });
	expect(await claim()).toBeUndefined();
	expect((await calls.graph.read({})).edges.filter(({ fromId, toId }) => [fromId, toId].includes(claimId))).toEqual([]);
	copy.close();
});

test('a withheld name is no place on the map and nothing in the graph, nor are its coordinates anywhere', async () => {
	const sample = sampleArchive();
	const { placeId } = addPlace(sample, 'Withheldname', 12.3456);
	const { copy, nameId } = sample;
	const { path, everything } = await write(copy);
	const { calls } = openAt(path);
	for (const trace of ['Withheldname', '12.3456', placeId]) expect(everything).not.toContain(trace);
	const { nodes } = await calls.graph.read({});
	// What took place there is known, and where is not.
	expect(nodes.map(({ title }) => title)).toContain('Event there');
	expect((await calls.names.list(undefined)).map(({ id }) => id)).toEqual([nameId]);
	for (const { placeIds } of await calls.events.list(undefined)) expect(placeIds).toEqual([]);
	copy.close();
});

test('what lies under the map goes along where a place has coordinates, without any name of its own', async () => {
	const sample = sampleArchive();
	const part = 'data/base-map.js';
	expect(existsSync(join((await write(sample.copy)).path, part))).toBe(false);
	addPlace(sample, 'Sample Place', 10.25);
	const { path } = await write(sample.copy);
	expect(readFileSync(join(path, part), 'utf8')).not.toContain('name');
	const { baseMap } = openAt(path);
	const plane = { parallel: 0, perLongitude: 1 };
	const drawn = drawBaseMap((await baseMap()) as WorldAtlas, plane);
	expect(drawn).toEqual(drawBaseMap(JSON.parse(atlasJson), plane));
	sample.copy.close();
});
