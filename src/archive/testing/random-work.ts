import { createHash } from 'node:crypto';
import { purposes } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, CollectionId, LinkId, NameId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { linkTypes } from '#shared/domain/link.ts';
import { verdicts } from '#shared/domain/mention.ts';
import type { NameForm } from '#shared/domain/name.ts';
import { sourceStatuses } from '#shared/domain/wanted-source.ts';
import type { Copy } from './merge-copies.ts';

/** One thing a person does: which, on what (any number picks one of what is there), and with which words. */
export interface Work {
	do: (typeof workKinds)[number];
	which: number;
	other: number;
	word: string;
}

export const workKinds = [
	'annotate',
	'note',
	'reply',
	'word',
	'word',
	'purpose',
	'tag',
	'untag',
	'remove',
	'record',
	'title',
	'describe',
	'bin',
	'restore',
	'join',
	'tagRecord',
	'collect',
	'uncollect',
	'collection',
	'renameCollection',
	'removeCollection',
	'name',
	'form',
	'describeName',
	'mergeNames',
	'identify',
	'locate',
	'judge',
	'rejectName',
	'rejectDate',
	'want',
	'translate',
	'link',
	'unlink',
	'align',
	'settle',
	'undo',
	'redo',
] as const;

/** Records with a file and a text that all copies begin with. */
export function fillCopy(copy: Copy): void {
	const { services, database, freshId } = copy;
	for (const [at, title] of ['Alpha', 'Beta', 'Gamma'].entries()) {
		const id = freshId<RecordId>();
		const bytes = Uint8Array.of(at);
		const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
		database.step(
			'setup',
			(step) => {
				const blocks = [`${title} one two three`, `${title} four five six`].map((text) => ({
					kind: 'paragraph' as const,
					text,
				}));
				const maker = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
				services.records.addWithin(step, id, { title }, { holding: 'held', editionId: null });
				services.originals.addWithin(step.writer, { sha256, mediaType: 'image/png', sizeBytes: 1 }, bytes);
				services.records.addPartWithin(step, id, sha256, `${title}.png`);
				const edition = services.editions.addWithin(step, id, { ...maker, parameters: {}, language: 'en', blocks });
				step.update('records', id, { edition_id: edition.id });
			},
			{ kind: 'setup' },
		);
	}
	const begin = (kind: Work['do'], count: number, word: string) => {
		for (let which = 0; which < count; which += 1)
			doWork(copy, { do: kind, which, other: 0, word: `${word} ${which}` });
	};
	begin('annotate', 6, 'base');
	begin('name', 3, 'Base');
	begin('collection', 2, 'Base');
}

/** Does it, where there is something to do it to; what the services refuse is not done. */
export function doWork(copy: Copy, work: Work): void {
	try {
		kindsOfWork[work.do](deskOf(copy, work), work);
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'unexpected') throw error;
	}
}

/** What lies before a person: one of each, as the number of the work picks it; looked for only where it is asked for. */
export type Desk = ReturnType<typeof deskOf>;

export function deskOf({ services, freshId }: Copy, { which, other, word }: Work) {
	const { annotations, records, collections, names } = services;
	const pick = <T>(list: readonly T[], number = which): T | undefined => list[number % Math.max(1, list.length)];
	const shown = () => records.list({}).filter(({ isInBin }) => !isInBin);
	return {
		services,
		freshId,
		pick,
		get record() {
			return pick(shown());
		},
		get otherRecord() {
			return pick(shown(), other);
		},
		get inBin() {
			return pick(records.list({ inBin: true }));
		},
		get annotation() {
			return pick(annotations.list({}));
		},
		get collection() {
			return pick(collections.list());
		},
		get name() {
			return pick(names.list());
		},
		get otherName() {
			return pick(names.list(), other);
		},
		fields: { purpose: purposes[which % purposes.length] ?? 'note', body: word, tags: [], isResolved: false },
	};
}

const kindsOfWork: Readonly<Record<Work['do'], (desk: Desk, work: Work) => void>> = {
	annotate({ services, freshId, record, fields }, { which, other }) {
		if (!record?.editionId) return;
		const start = { editionId: record.editionId, startOrdinal: which % 2, startOffset: other % 5 };
		const range = { ...start, endOrdinal: which % 2, endOffset: (other % 5) + 3 };
		services.annotations.add({ id: freshId<AnnotationId>(), recordId: record.id, range, fields });
	},
	note({ services, freshId, record, fields }) {
		if (record) services.annotations.add({ id: freshId<AnnotationId>(), recordId: record.id, range: null, fields });
	},
	reply({ services, freshId, annotation, fields }) {
		if (!annotation) return;
		const { recordId, id: replyToId } = annotation;
		services.annotations.add({ id: freshId<AnnotationId>(), recordId, range: null, fields, replyToId });
	},
	word({ services, annotation }, { word }) {
		if (!annotation) return;
		services.annotations.update({ id: annotation.id, revision: annotation.revision, fields: { body: word } });
	},
	purpose({ services, annotation, fields }) {
		if (annotation) services.annotations.change({ ids: [annotation.id], change: { purpose: fields.purpose } });
	},
	tag({ services, annotation }, { word }) {
		if (annotation) services.annotations.change({ ids: [annotation.id], change: { addTags: [word] } });
	},
	untag({ services, annotation }) {
		if (annotation) services.annotations.change({ ids: [annotation.id], change: { removeTags: annotation.tags } });
	},
	remove({ services, annotation }) {
		if (annotation) services.annotations.remove({ ids: [annotation.id] });
	},
	record({ services, freshId }, { word }) {
		services.records.add({ id: freshId<RecordId>(), fields: { title: word } });
	},
	title({ services, record }, { word }) {
		if (record) services.records.update({ id: record.id, revision: record.revision, fields: { title: word } });
	},
	describe({ services, record }, { word }) {
		if (record) services.records.update({ id: record.id, revision: record.revision, fields: { description: word } });
	},
	bin({ services, record }) {
		if (record) services.records.moveToBin({ ids: [record.id] });
	},
	restore({ services, inBin }) {
		if (inBin) services.records.restore({ ids: [inBin.id] });
	},
	join({ services, record, otherRecord }) {
		if (record && otherRecord) services.recordJoining.join({ id: record.id, ids: [otherRecord.id, record.id] });
	},
	tagRecord({ services, record }, { word }) {
		if (record) services.tags.setOnRecord({ recordId: record.id, tags: [word] });
	},
	collect({ services, record, collection }) {
		if (record && collection) services.collections.addRecords({ id: collection.id, recordIds: [record.id] });
	},
	uncollect({ services, record, collection }) {
		if (record && collection) services.collections.removeRecords({ id: collection.id, recordIds: [record.id] });
	},
	collection({ services, freshId, collection }, { other, word }) {
		const parentId = other % 2 ? (collection?.id ?? null) : null;
		services.collections.add({ id: freshId<CollectionId>(), name: word, parentId });
	},
	renameCollection({ services, collection }, { word }) {
		if (collection) services.collections.rename({ id: collection.id, name: word, revision: collection.revision });
	},
	removeCollection({ services, collection }) {
		if (collection) services.collections.remove({ id: collection.id });
	},
	name({ services, freshId }, { word }) {
		const fields = { kind: 'person' as const, forms: [form(word)], description: '', source: '' };
		services.names.add({ id: freshId<NameId>(), fields });
	},
	form({ services, name }, { word }) {
		if (!name) return;
		const forms = [...name.forms, form(word)];
		services.names.update({ id: name.id, revision: name.revision, fields: { forms } });
	},
	describeName({ services, name }, { word }) {
		if (name) services.names.update({ id: name.id, revision: name.revision, fields: { description: word } });
	},
	mergeNames({ services, name, otherName }) {
		if (name && otherName && name.id !== otherName.id) services.nameJoining.merge({ names: [name, otherName] });
	},
	identify({ services, name }, { other }) {
		if (!name) return;
		const identifiers = [...name.identifiers, { scheme: 'viaf' as const, value: String(1 + (other % 4)) }];
		services.names.update({ id: name.id, revision: name.revision, fields: { identifiers } });
	},
	locate({ services, name }, { which, other }) {
		if (!name) return;
		const point = { latitude: other % 3, longitude: which % 3, uncertaintyM: null, source: `sample map ${other % 2}` };
		services.names.addCoordinates({ places: [{ id: name.id, coordinates: point }] });
	},
	judge({ services, name, record }, { which, other, word }) {
		if (!name || !record?.editionId) return;
		const place = { recordId: record.id, editionId: record.editionId, ordinal: which % 2, words: word };
		const verdict = ([...verdicts, null] as const)[other % 3] ?? null;
		services.mentions.judge({ nameId: name.id, places: [place], verdict });
	},
	rejectName({ services, pick }, { other, word }) {
		const known = pick(services.nameSuggestions.rejected());
		if (known && other % 3 === 0) services.nameSuggestions.readmit({ ids: [known.id] });
		else services.nameSuggestions.reject({ texts: [word] });
	},
	rejectDate({ services, pick, record }, { which, other, word }) {
		if (!record?.editionId) return;
		const known = pick(services.foundDates.rejected({ recordId: record.id }));
		const place = { editionId: record.editionId, ordinal: which % 2, words: word, occurrence: 0 };
		if (known && other % 3 === 0) services.foundDates.readmit({ ids: [known.id] });
		else services.foundDates.reject({ recordId: record.id, places: [place] });
	},
	want({ services, record }, { other, word }) {
		if (!record) return;
		const revision = services.wantedSources.list().find(({ recordId }) => recordId === record.id)?.revision ?? 0;
		const status = sourceStatuses[other % sourceStatuses.length] ?? 'wanted';
		services.wantedSources.update({ recordId: record.id, revision, fields: { status, note: word } });
	},
	/** Asked for, sent out, brought in by typing, and taken off the list again. */
	translate({ services, record }, { other, word }) {
		if (!record?.editionId) return;
		const { translations, translating } = services;
		const [recordId, language] = [record.id, word.length % 2 ? 'hy' : 'ru'];
		const awaited = translations.list({ recordId }).find(({ status }) => status !== 'home');
		if (awaited && other % 4 === 2) translations.stop({ recordIds: [recordId], language: awaited.language });
		else if (other % 4 === 1) translations.noteSent([{ recordId, language }]);
		else if (other % 4 === 3) {
			const { base, text } = translating.begun({ recordId, language });
			const written = `${text}\n${word}`;
			translating.write({ recordId, baseEditionId: base.id, language, text: written, translator: word });
		} else translations.ask({ recordIds: [recordId], language });
	},
	link({ services, freshId, record, annotation }, { other }) {
		if (!record || !annotation) return;
		const ends = { from: { kind: 'annotation', id: annotation.id }, to: { kind: 'record', id: record.id } } as const;
		services.links.add({ id: freshId<LinkId>(), type: linkTypes[other % linkTypes.length] ?? 'cites', ...ends });
	},
	unlink({ services, annotation, pick }, { other }) {
		const link = annotation && pick(services.links.list({ kind: 'annotation', id: annotation.id }), other);
		if (link) services.links.remove({ ids: [link.id] });
	},
	align({ services, record, otherRecord }, { which, other }) {
		if (!record?.editionId || !otherRecord?.editionId) return;
		const second = other % 3 === 2 ? [] : [other % 2];
		const texts = { firstId: record.editionId, secondId: otherRecord.editionId };
		services.alignments.settle({ ...texts, first: [which % 2], second });
	},
	settle({ services, pick }, { other, word }) {
		const conflict = pick(services.conflicts.list());
		if (!conflict) return;
		const { standing, kept, id, revision } = conflict;
		services.conflicts.settle({ ids: [id], revision, text: [standing.text, kept.text, word][other % 3] ?? word });
	},
	undo: ({ services }) => void services.history.undo(),
	redo: ({ services }) => void services.history.redo(),
};

function form(text: string): NameForm {
	return { text, script: 'Latn', language: 'en', kind: 'variant', source: '' };
}
