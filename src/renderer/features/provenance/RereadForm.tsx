import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { isOldFont, type OldFont, oldFonts } from '#shared/domain/old-fonts.ts';
import { type PagePart, pagePartOf, pageParts } from '#shared/domain/page-part.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';
import { type Rereadable, rereadableOf } from './rereadable.ts';

/** When letters came out wrong, or too much or little of a page: reads the original again as a person says, as a new edition. */
export function RereadForm({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const found = isReadOnly ? null : rereadableOf(record);
	// Anew for each text, so that what is chosen is what it was read as.
	return found ? <Form key={found.shown?.id ?? none} record={record} {...found} /> : null;
}

const none = 'none';

interface FormProps extends Rereadable {
	record: RecordDetail;
}

function Form({ record, shown, read }: FormProps) {
	const parameters = read?.parameters ?? {};
	const currentPart = read && pagePartOf(read);
	const currentEncoding = String(parameters.encoding ?? '');
	const currentFont = isOldFont(parameters.font) ? parameters.font : none;
	const { data: encodings = [] } = useQuery(queries.editions.encodings());
	const [encoding, setEncoding] = useState(currentEncoding);
	const [font, setFont] = useState<OldFont | typeof none>(currentFont);
	const [part, setPart] = useState(currentPart);
	const hasOtherEncoding = encoding !== currentEncoding;
	const reread = useMutation({
		mutationFn: () =>
			archive.calls.editions.reread({
				recordId: record.id,
				...(hasOtherEncoding && { encoding }),
				...(font !== none && { font }),
				...(part !== null && part !== currentPart && { part }),
			}),
		onSuccess: ({ id }) => {
			if (id === shown?.id) showToast(message('provenance.reread-same'));
			else if (record.editions.some((known) => known.id === id)) showToast(message('provenance.reread-older'));
		},
	});
	const choices = encodings.includes(currentEncoding) ? encodings : [currentEncoding, ...encodings];
	return (
		<section>
			<h2 className={styles.title}>{message('provenance.reread')}</h2>
			<p className={styles.none}>{message(shown ? 'provenance.reread-text' : 'provenance.reread-without-text')}</p>
			{read === shown ? null : <p className={styles.none}>{message('provenance.reread-by-hand')}</p>}
			<div className={styles.row}>
				{currentEncoding === '' ? null : (
					<Select
						label={message('edition.encoding')}
						value={encoding}
						onChange={setEncoding}
						options={choices.map((value) => ({ value, label: value }))}
					/>
				)}
				<Select<OldFont | typeof none>
					label={message('edition.font')}
					value={font}
					onChange={setFont}
					options={([none, ...oldFonts] as const).map((value) => ({ value, label: message(`edition.font.${value}`) }))}
				/>
				{part === null ? null : (
					<Select<PagePart>
						label={message('edition.part')}
						value={part}
						onChange={setPart}
						options={pageParts.map((value) => ({ value, label: message(`edition.part.${value}`) }))}
					/>
				)}
				{/* Also with nothing chosen: this version may read more than the one that made the text. */}
				<Button isDisabled={reread.isPending} onPress={() => reread.mutate()}>
					{message(reread.isPending ? 'provenance.rereading' : 'provenance.reread-now')}
				</Button>
			</div>
			{reread.error ? <ErrorNotice error={reread.error} /> : null}
		</section>
	);
}
