import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { SearchDocument, SearchOwner, SearchPage } from '#shared/api/search-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { searchedText } from '#shared/domain/searched-text.ts';
import { noteDocument } from '#shared/search/note-document.ts';
import { bytesOf } from '../base64.ts';
import type { OpenCopy } from '../open-copy.ts';

type Answered = Pick<ArchiveHandlers, 'search'>;

/** What the search worker asks for: packed passages by range, everything else at once, notes as they are now. */
export function searchAnswers({ source, notes, locale }: OpenCopy) {
	async function owners(): Promise<SearchOwner[]> {
		const names = new Map<string, string>();
		for (const name of (await source.things()).names) names.set(name.id, displayForm(name, locale()));
		return (await source.search()).owners.map((owner) => ({ ...owner, title: names.get(owner.id) ?? owner.title }));
	}

	async function page(isAsked: (ownerId: string) => boolean): Promise<SearchPage> {
		const fixed = (await source.search()).documents.filter(({ ownerId }) => isAsked(ownerId));
		const written = (await notes()).book.list().filter(({ recordId, body }) => body !== '' && isAsked(recordId));
		const documents = [...fixed, ...written.map(documentOf)];
		const asked = (await owners()).filter(({ id }) => isAsked(id));
		return { owners: asked, documents, next: null, changeNumber: 0, total: documents.length };
	}

	return {
		search: {
			owners: async () => ({ owners: await owners(), next: null }),
			documents: () => page(() => true),
			documentsOf({ ownerIds }) {
				const ids = new Set(ownerIds);
				return page((id) => ids.has(id));
			},
			segments: async () => (await source.search()).segments.map(({ id, header }) => ({ id, header })),
			async segmentPages({ segmentId, numbers }) {
				const segment = (await source.search()).segments.find(({ id }) => id === segmentId);
				return Promise.all(
					numbers.map(async (number) => {
						const place = segment?.pages[number];
						const base64 = place && (await source.index(place.part))[place.position];
						if (base64 === undefined) throw new AppError('not-found', { what: `search segment ${segmentId}` });
						return bytesOf(base64);
					}),
				);
			},
			texts: ({ places }) =>
				Promise.all(
					places.map(async ({ editionId, ordinal }) => {
						const blocks = await source.blocks(editionId as EditionId);
						const block = blocks[ordinal];
						return block?.text ? searchedText(block.text, block.marks) : null;
					}),
				),
		},
	} satisfies { [N in keyof Answered]: Partial<Answered[N]> };
}

function documentOf({ target, number, ...note }: Annotation): SearchDocument {
	return noteDocument({
		...note,
		place: target && { editionId: target.editionId, ordinal: target.startOrdinal, number },
	});
}
