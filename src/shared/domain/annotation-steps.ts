import type { Annotation, Purpose } from './annotation.ts';

/** What undo says it took back: the last part of the catalogue key `history.step.<label>`. */
interface StepLabels {
	added: string;
	changed: string;
	removed: string;
}

const labels: Record<Purpose, StepLabels> = {
	note: { added: 'annotationAdded', changed: 'annotationChanged', removed: 'annotationRemoved' },
	claim: { added: 'claimAdded', changed: 'claimChanged', removed: 'claimRemoved' },
	evidence: { added: 'evidenceAdded', changed: 'evidenceChanged', removed: 'evidenceRemoved' },
	dispute: { added: 'disputeAdded', changed: 'disputeChanged', removed: 'disputeRemoved' },
	question: { added: 'questionAdded', changed: 'questionChanged', removed: 'questionRemoved' },
};

/** The label of a step that does this with one annotation. */
export function annotationStep(done: keyof StepLabels, purpose: Purpose): string {
	return labels[purpose][done];
}

/** The label of a step that removes these; replies go with what they answer, and are not counted then. */
export function removalStep(removed: readonly Pick<Annotation, 'id' | 'purpose' | 'replyToId'>[]): string {
	const ids = new Set(removed.map(({ id }) => id));
	const [only, ...others] = removed.filter(({ replyToId }) => replyToId === null || !ids.has(replyToId));
	return only && others.length === 0 ? annotationStep('removed', only.purpose) : 'annotationsRemoved';
}
