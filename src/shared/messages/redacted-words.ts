import type { BesideRedacted, RedactedGoing } from '../domain/package.ts';
import { type MessageKey, message } from './messages.ts';

const labels: Record<BesideRedacted, MessageKey> = {
	title: 'record.field.title',
	creators: 'record.field.creators',
	description: 'record.field.description',
	source: 'record.field.source',
	knownFrom: 'reader.known-from',
	rights: 'record.field.rights',
	tags: 'record.field.tags',
	referenceCode: 'description.field.referenceCode',
	extent: 'description.field.extent',
	accessConditions: 'description.field.accessConditions',
	notes: 'annotations.title',
	dates: 'record.field.dates',
	collections: 'navigation.collections',
	names: 'names.title',
	events: 'names.events',
	pictures: 'package.redacted.pictures',
};

/** That of a record only its redacted text leaves, or none. */
export function redactedWords({ title, hasText }: RedactedGoing): string {
	return message(hasText ? 'package.redacted.record' : 'package.redacted.no-text', { title });
}

/** Where words that were blacked out leave all the same, with them; '' where they do not. */
export function tellingWords({ tells }: RedactedGoing): string {
	if (tells.length === 0) return '';
	const places = tells.map(({ where, words }) => `${message(labels[where])} (${words.join(', ')})`);
	return message('package.redacted.tells', { places: places.join('; ') });
}
