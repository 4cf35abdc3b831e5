import { type CustodyDetail, type CustodyEvent, custodyDetails } from '#shared/domain/custody.ts';
import { wordedFields } from '#shared/domain/merge.ts';
import { fixities } from '#shared/domain/record.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { formatBytes, formatNumber } from './format.ts';

/** One detail of an entry of the custody log, in the interface's language. */
export interface DetailWords {
	/** As it is stored, and hashed. */
	name: string;
	label: string;
	value: string;
}

/** Columns that `edited` entries name, beside those that hold what a person worded. */
const otherFieldKeys: Readonly<Record<string, MessageKey>> = {
	kind: 'record.field.kind',
	access: 'record.field.access',
	embargo_until: 'record.field.embargoUntil',
	parent_id: 'links.outgoing.part-of',
	level: 'description.field.level',
	giver: 'description.giver',
};

const rootStates = ['outdated', 'unknown'] as const;
const profiles = ['share', 'whole'] as const;

/** What a later version wrote stands as it is stored. */
export function detailWords(detail: CustodyEvent['detail']): DetailWords[] {
	return Object.entries(detail).map(([name, value]) => ({ name, label: labelOf(name), value: wordsOf(name, value) }));
}

export function outcomeWords(value: string | number): string {
	return isOneOf(fixities, value) ? message(`fixity.${value}`) : String(value);
}

function labelOf(name: string): string {
	if (isOneOf(custodyDetails, name)) return message(`custody.detail.${name}`);
	// What a verification counts, and a merge.
	if (isOneOf(fixities, name)) return message(`custody.counted.${name}`);
	const state = name.replace(/^text-/, '');
	return isOneOf(fixities, state)
		? message('custody.detail.texts', { state: message(`custody.counted.${state}`) })
		: name;
}

function wordsOf(name: string, value: string | number): string {
	switch (name as CustodyDetail) {
		case 'sizeBytes':
			return typeof value === 'number' ? formatBytes(value) : value;
		case 'outcome':
		case 'contentRootState':
			return isOneOf(rootStates, value) ? message(`custody.value.${value}`) : outcomeWords(value);
		case 'profile':
			return isOneOf(profiles, value) ? message(`custody.value.${value}`) : String(value);
		case 'occasion':
			return value === 'weekly' ? message('custody.value.weekly') : String(value);
		case 'elsewhere':
			return message(value === 1 ? 'custody.value.yes' : 'custody.value.no');
		case 'step':
			return stepWords(String(value));
		case 'as':
			return value === 'undo' || value === 'redo' ? message(`command.history.${value}`) : String(value);
		case 'fields':
			return String(value).split(', ').map(columnWords).join(', ');
		default:
			return typeof value === 'number' ? formatNumber(value) : value;
	}
}

/** A step that this version knows no sentence for is called as it is stored. */
function stepWords(label: string): string {
	const key = `history.step.${label}` as MessageKey;
	const words = message(key);
	return words === key ? label : words;
}

function columnWords(column: string): string {
	if (isOneOf(wordedFields, column)) return message(`conflicts.field.${column}`);
	const key = otherFieldKeys[column];
	return key ? message(key) : column;
}

function isOneOf<const T extends string>(known: readonly T[], value: string | number): value is T {
	return (known as readonly (string | number)[]).includes(value);
}
