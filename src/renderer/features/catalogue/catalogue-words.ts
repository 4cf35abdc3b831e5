import type { ColumnUse } from '#shared/catalogue/column-use.ts';
import { message } from '#shared/messages/messages.ts';

/** What a column is taken for, as records call that field. */
export function columnUseName(use: ColumnUse): string {
	switch (use) {
		case 'note':
		case 'none':
		case 'created':
		case 'published':
		case 'knownFrom':
		case 'sha256':
			return message(`catalogue.use.${use}`);
		case 'referenceCode':
		case 'level':
		case 'extent':
		case 'custodialHistory':
		case 'accessConditions':
			return message(`description.field.${use}`);
		default:
			return message(`record.field.${use}`);
	}
}
