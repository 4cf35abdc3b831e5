import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatBytes } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SealPreview } from '#shared/domain/home.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { Digits } from './Digits.tsx';
import styles from './home.module.css';
import { RecipientField } from './RecipientField.tsx';
import { startSealing } from './seal-archive.ts';

interface AskingProps {
	onStarted(id: JobId): void;
	onClose(): void;
}

/** Says what would be sealed and for whom, and asks for home's key where the archive does not know it. */
export function AskingToSeal({ onStarted, onClose }: AskingProps) {
	const { data: home } = useQuery(queries.home.state());
	// What is in the archive may have changed since it was asked last.
	const { data: preview, error } = useQuery({ ...queries.home.preview(), staleTime: 0, gcTime: 0 });
	const [typed, setTyped] = useState('');
	const isKnown = home?.recipient != null;
	const isReady = home !== undefined && preview !== undefined && (isKnown || typed.trim() !== '');
	const starting = useMutation({
		mutationFn: async () => preview && startSealing(preview.matter, isKnown ? undefined : typed),
		onSuccess: (id) => id && onStarted(id),
	});

	return (
		<Dialog
			title={message('command.archive.seal')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button
						variant="primary"
						isDisabled={!isReady || starting.isPending}
						onPress={() => starting.mutate()}
						autoFocus={isKnown}
					>
						{message('backup.start')}
					</Button>
				</>
			}
		>
			<div className={styles.parts} aria-busy={preview === undefined}>
				{preview ? <p>{wordsOf(preview)}</p> : null}
				<p>{message('home.seal.only')}</p>
				{home?.recipient ? <Digits label={message('home.key')} value={home.recipient} /> : null}
				{home && !isKnown ? <RecipientField value={typed} onChange={setTyped} /> : null}
				{error || starting.error ? <ErrorNotice error={error ?? starting.error} /> : null}
			</div>
		</Dialog>
	);
}

function wordsOf({ matter, recordCount, annotationCount, originalCount, sizeBytes }: SealPreview): string {
	if (matter === 'notes') return message('home.seal.notes');
	return message('home.seal.archive', {
		records: recordCount,
		notes: annotationCount,
		originals: originalCount,
		size: formatBytes(sizeBytes),
	});
}
