import type { ClaimEvidence } from '#shared/domain/evidence.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** What a claim must be to be shown; '' lets all pass. */
export interface EvidenceFilter {
	recordId: RecordId | '';
	tag: string;
	/** Only claims that nothing supports and nothing contradicts. */
	isWithoutEvidence: boolean;
}

export const noFilter: EvidenceFilter = { recordId: '', tag: '', isWithoutEvidence: false };

export function filterClaims(claims: readonly ClaimEvidence[], filter: EvidenceFilter): ClaimEvidence[] {
	return claims.filter(
		(each) =>
			(filter.recordId === '' || each.record.id === filter.recordId) &&
			(filter.tag === '' || each.claim.tags.includes(filter.tag)) &&
			(!filter.isWithoutEvidence || isWithoutEvidence(each)),
	);
}

export function isWithoutEvidence({ supports, contradicts }: ClaimEvidence): boolean {
	return supports.length === 0 && contradicts.length === 0;
}
