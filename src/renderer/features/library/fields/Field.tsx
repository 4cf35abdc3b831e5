import type { ReactNode } from 'react';
import { message } from '#shared/messages/messages.ts';
import styles from './fields.module.css';

type FieldName =
	| 'creators'
	| 'dates'
	| 'kind'
	| 'languages'
	| 'description'
	| 'source'
	| 'rights'
	| 'access'
	| 'embargoUntil'
	| 'tags';

/** One line of the record's list: what it is called, and what it is. */
export function Field({ name, children }: { name: FieldName; children: ReactNode }) {
	return (
		<>
			<dt className={styles.term}>{message(`record.field.${name}`)}</dt>
			<dd className={styles.value}>{children}</dd>
		</>
	);
}
