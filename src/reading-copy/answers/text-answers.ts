import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { citedItem } from '#shared/cite/cited-item.ts';
import { formatReference } from '#shared/cite/reference.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { citedNumber } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { shownPictureTypes } from '#shared/domain/figure.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { placeWords } from '#shared/domain/placed-words.ts';
import { isWithin, openingRanges, outlineOf } from '#shared/domain/text-outline.ts';
import { bytesOf } from '../base64.ts';
import type { OpenCopy } from '../open-copy.ts';

type Answered = Pick<ArchiveHandlers, 'editions' | 'references'>;

/** Texts, and references to their words. */
export function textAnswers({ source, locale }: OpenCopy) {
	async function placedWords({ editions }: RecordDetail, asked: TextRange) {
		const edition = editions.find(({ id }) => id === asked.editionId);
		if (!edition) throw new AppError('not-found', { what: asked.editionId });
		const blocks = await source.blocks(edition.id);
		return placeWords(edition, blocks, asked, {
			numberBefore: (ordinal) => citedNumber(blocks, ordinal),
			notesFrom: (ordinal) => blocks.slice(ordinal).filter(({ kind }) => kind === 'note'),
		});
	}
	/** The record of which an edition is a translation. */
	async function translatedIn(id: EditionId): Promise<RecordId | undefined> {
		const { owners } = await source.search();
		return owners.find(({ translations }) => translations?.some(({ editionId }) => editionId === id))?.id as
			| RecordId
			| undefined;
	}
	return {
		editions: {
			async get({ id }): Promise<Edition> {
				const { records } = await source.core();
				const holderId = records.find(({ editionId }) => editionId === id)?.id ?? (await translatedIn(id));
				const editions = holderId ? (await source.record(holderId)).detail.editions : [];
				const edition = editions.find((each) => each.id === id);
				if (!edition) throw new AppError('not-found', { what: id });
				return edition;
			},
			async opening({ id, ordinal }) {
				const blocks = await source.blocks(id);
				const outline = outlineOf(blocks);
				const ranges = openingRanges(outline, ordinal);
				return {
					outline,
					blocks: blocks.filter((block) => block.kind === 'heading' || isWithin(ranges, block.ordinal)),
				};
			},
			async blocks({ id, from = 0, to = Number.POSITIVE_INFINITY }) {
				return (await source.blocks(id)).slice(from, to + 1);
			},
			async picture({ id, ordinal }) {
				const picture = (await source.blocks(id))[ordinal]?.figure?.picture;
				if (!picture || !shownPictureTypes.includes(picture.mediaType))
					throw new AppError('not-found', { what: `${id}/${ordinal}` });
				return { mediaType: picture.mediaType, bytes: bytesOf(await source.picture(picture.sha256)) };
			},
			layout: ({ page }) => ({ page, runs: [] }),
			recognised: ({ id }) => ({ editionId: id, pages: [], blocks: [] }),
			encodings: () => [],
		},
		references: {
			async quotation({ recordId, range, style }) {
				const { archive } = await source.core();
				const { detail: record, description } = await source.record(recordId);
				const placed = range && (await placedWords(record, range));
				const place = placed ? `/${placed.edition.id}/${placed.range.startOrdinal}` : '';
				const address = `lectern:${archive.id}/record/${recordId}${place}`;
				const { words = '', numbers = '', times = '', language = '', edition = null } = placed ?? {};
				const item = citedItem(
					{ ...record, referenceCode: description.referenceCode },
					{
						...{ paragraphs: numbers, times, edition, archiveTitle: archive.title, address },
						fileNames: record.files.map(({ fileName }) => fileName),
					},
				);
				return { words, language, numbers, address, reference: formatReference(item, style, locale()) };
			},
		},
	} satisfies { [N in keyof Answered]: Partial<Answered[N]> };
}
