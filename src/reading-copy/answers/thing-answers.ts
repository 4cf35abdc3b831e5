import type { ArchiveHandlers } from '#shared/api/contract.ts';
import { quoteOf } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import type { Evidence } from '#shared/domain/evidence.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { mainDate } from '#shared/domain/record.ts';
import type { OpenCopy } from '../open-copy.ts';

type Answered = Pick<ArchiveHandlers, 'names' | 'mentions' | 'events' | 'links' | 'evidence'>;

/** Names and where they stand, events, and what joins them to records and to each other. */
export function thingAnswers({ source, notes, locale }: OpenCopy) {
	/** Names are said in the language of the interface, whichever the copy was made in. */
	async function inOwnWords(views: readonly LinkView[]): Promise<LinkView[]> {
		if (!views.some(({ other }) => other.kind === 'name')) return [...views];
		const titleOf = await nameTitles();
		return views.map((view) => ({ ...view, other: { ...view.other, title: titleOf(view.other) } }));
	}
	async function evidenceInOwnWords(evidence: readonly Evidence[]): Promise<Evidence[]> {
		if (!evidence.some(({ end }) => end.kind === 'name')) return [...evidence];
		const titleOf = await nameTitles();
		return evidence.map((one) => ({ ...one, title: titleOf({ ...one.end, title: one.title }) }));
	}
	async function nameTitles(): Promise<(end: { kind: string; id: string; title: string }) => string> {
		const names = new Map<string, string>();
		for (const name of (await source.things()).names) names.set(name.id, displayForm(name, locale()));
		return ({ kind, id, title }) => (kind === 'name' ? (names.get(id) ?? title) : title);
	}

	return {
		names: {
			list: async () => (await source.things()).names,
			async get({ id }) {
				const found = (await source.things()).names.find((name) => name.id === id);
				if (!found) throw new AppError('not-found', { what: id });
				return found;
			},
		},
		mentions: {
			async list({ nameId }) {
				const { mentions } = await source.things();
				return (mentions[nameId] ?? []).map((mention) => ({ ...mention, author: '', judgedAt: '' }));
			},
		},
		events: {
			list: async () => (await source.things()).events,
			async get({ id }) {
				const found = (await source.things()).events.find((event) => event.id === id);
				if (!found) throw new AppError('not-found', { what: id });
				return found;
			},
		},
		links: {
			async list({ kind, id }) {
				if (kind === 'record') return inOwnWords((await source.record(id as never)).links);
				if (kind === 'name') return inOwnWords((await source.links()).ofNames[id] ?? []);
				// Nothing in a copy shows the links of an event or a note by themselves, so it does not carry them.
				throw new AppError('read-only');
			},
			onAnnotations: async ({ recordId }) => inOwnWords((await source.notes()).links[recordId] ?? []),
		},
		evidence: {
			async list() {
				const { claims } = await source.notes();
				const { records } = await source.core();
				const known = new Map(claims.map((one) => [one.claim.id, one]));
				const recordOf = new Map(records.map((record) => [record.id, record]));
				const made = (await notes()).book.list().filter(({ purpose }) => purpose === 'claim');
				// What was there comes first, in its order; claims made in the copy follow, which nothing is linked to yet.
				const order = new Map(claims.map(({ claim }, at) => [claim.id, at]));
				made.sort((a, b) => (order.get(a.id) ?? claims.length) - (order.get(b.id) ?? claims.length));
				return Promise.all(
					made.flatMap((claim) => {
						const record = recordOf.get(claim.recordId);
						if (!record) return [];
						const { id, title, holding } = record;
						const numbers = claim.number === null ? '' : String(claim.number);
						const plain = { numbers, supports: [], contradicts: [], ...known.get(claim.id) };
						return [
							(async () => ({
								...{ claim, record: { id, title, dateEdtf: mainDate(record.dates), holding } },
								...{ words: known.get(claim.id)?.words ?? quoteOf(claim), numbers: plain.numbers },
								supports: await evidenceInOwnWords(plain.supports),
								contradicts: await evidenceInOwnWords(plain.contradicts),
							}))(),
						];
					}),
				);
			},
			async ofEvent({ id }) {
				const found = (await source.links()).eventEvidence[id];
				return {
					attests: await evidenceInOwnWords(found?.attests ?? []),
					contradicts: await evidenceInOwnWords(found?.contradicts ?? []),
				};
			},
		},
	} satisfies { [N in keyof Answered]: Partial<Answered[N]> };
}
