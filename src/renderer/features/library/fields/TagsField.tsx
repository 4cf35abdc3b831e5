import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './fields.module.css';

/** The record's tags as chips; a new one is typed, or chosen from those in use. */
export function TagsField({ record, isReadOnly }: { record: RecordDetail; isReadOnly: boolean }) {
	const { data: all = [] } = useQuery(queries.tags.list());
	const [draft, setDraft] = useState<string | null>(null);
	const names = all.filter(({ id }) => record.tagIds.includes(id)).map(({ name }) => name);

	function set(tags: string[]): void {
		archive.calls.tags.setOnRecord({ recordId: record.id, tags }).catch(showError);
	}

	function submit(event: FormEvent): void {
		event.preventDefault();
		const tag = draft?.trim() ?? '';
		setDraft('');
		if (tag !== '' && !names.includes(tag)) set([...names, tag]);
	}

	return (
		<div className={styles.lines}>
			<div className={styles.tags}>
				{names.map((name) => (
					<Chip key={name}>
						{name}
						{isReadOnly ? null : (
							<IconButton
								label={message('list.remove', { item: name })}
								className={styles.remove}
								onPress={() => set(names.filter((other) => other !== name))}
							>
								<X size={12} />
							</IconButton>
						)}
					</Chip>
				))}
				{names.length === 0 && isReadOnly ? <span className={styles.none}>–</span> : null}
			</div>
			{isReadOnly ? null : draft === null ? (
				<button
					type="button"
					className={styles.show}
					aria-label={message('record.add-tag')}
					onClick={() => setDraft('')}
				>
					<span className={styles.none}>{message('record.add-field')}</span>
				</button>
			) : (
				<form
					onSubmit={submit}
					onKeyDown={(event) => {
						if (event.key === 'Escape') setDraft(null);
					}}
				>
					<TextField
						label={message('record.add-tag')}
						isLabelHidden
						placeholder={message('record.add-tag')}
						value={draft}
						onChange={setDraft}
						onBlur={() => draft === '' && setDraft(null)}
						autoFocus
					/>
				</form>
			)}
		</div>
	);
}
