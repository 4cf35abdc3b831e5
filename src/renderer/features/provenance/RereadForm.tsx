import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';

/** When the letters came out wrong: reads the original again in the encoding that the person knows, as a new edition. */
export function RereadForm({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const current = String(record.editions.find(({ id }) => id === record.editionId)?.parameters.encoding ?? '');
	const { data: encodings = [] } = useQuery(queries.editions.encodings());
	const [encoding, setEncoding] = useState(current);
	const reread = useMutation({
		mutationFn: () => archive.calls.editions.reread({ recordId: record.id, encoding }),
	});
	if (isReadOnly || current === '' || encodings.length === 0) return null;
	const options = encodings.includes(current) ? encodings : [current, ...encodings];
	return (
		<section>
			<h2 className={styles.title}>{message('provenance.reread')}</h2>
			<p className={styles.none}>{message('provenance.reread-text')}</p>
			<div className={styles.row}>
				<Select
					label={message('edition.encoding')}
					isLabelHidden
					value={encoding}
					onChange={setEncoding}
					options={options.map((value) => ({ value, label: value }))}
				/>
				<Button isDisabled={encoding === current || reread.isPending} onPress={() => reread.mutate()}>
					{message(reread.isPending ? 'provenance.rereading' : 'provenance.reread-now')}
				</Button>
			</div>
			{reread.error ? <ErrorNotice error={reread.error} /> : null}
		</section>
	);
}
