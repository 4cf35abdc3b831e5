import { message } from '../../messages/messages.ts';
import type { ListHeadings } from './list-table.ts';

/** What stands above the columns of a saved table. */
export function tableHeadings(): ListHeadings {
	return {
		term: message('list-search.column.term'),
		hits: message('list-search.column.hits'),
		records: message('list-search.column.records'),
		how: message('list-search.column.how'),
		record: message('list-search.column.record'),
		date: message('list-search.column.date'),
		hitsInRecord: message('list-search.column.hits-in-record'),
		recordId: message('list-search.column.record-id'),
	};
}
