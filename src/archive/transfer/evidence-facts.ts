import type { ClaimEvidence, Evidence, SourceRecord } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { paragraphWords } from '#shared/messages/paragraph-words.ts';

/** A claim with what of its evidence may be shown, and how much may not. */
export interface ExportedClaim extends ClaimEvidence {
	withheld: number;
}

/** What heads a piece of evidence: the record or thing, ¶, date and holding. */
export function evidenceFacts({ record, title, numbers, page, dateEdtf, placement, isOnPassage }: Evidence): string[] {
	return [
		...(record ? [record.title] : [title]),
		...(numbers === '' ? [] : [paragraphWords(numbers, placement)]),
		...regionFacts(page),
		...(record ? sourceFacts(record) : dateEdtf === '' ? [] : [dateEdtf]),
		...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
		...(isOnPassage ? [message('evidence.on-passage')] : []),
	];
}

/** What is known of the record of a claim, beside its title. */
export function claimFacts({ claim, numbers, record }: ClaimEvidence): string[] {
	return [
		...(numbers === '' ? [] : [paragraphWords(numbers, claim.placement)]),
		...regionFacts(claim.region?.page ?? null),
		...(claim.author === '' ? [] : [claim.author]),
		claim.changedAt.slice(0, 10),
		...sourceFacts(record),
		...(claim.placement === 'placed' ? [] : [message(`annotations.placement.${claim.placement}`)]),
	];
}

/** What is said in place of evidence, or beside it. */
export function claimRemarks({ supports, contradicts, withheld }: ExportedClaim): string[] {
	return [
		...(supports.length + contradicts.length + withheld === 0 ? [message('evidence.none')] : []),
		...(withheld > 0 ? [message('evidence.withheld', { count: withheld })] : []),
	];
}

function regionFacts(page: number | null): string[] {
	return page === null ? [] : [message('annotations.region.place', { page })];
}

function sourceFacts({ dateEdtf, holding }: SourceRecord): string[] {
	return [...(dateEdtf === '' ? [] : [dateEdtf]), message(`record.holding.${holding}`)];
}
