import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PurgeDialog.module.css';
import { WhatGoes } from './WhatGoes.tsx';
import { askToWithdraw, useWithdrawal } from './withdrawal-store.ts';

const formId = 'purge-form';

/** Asks before records are withdrawn for good, wherever that was chosen. */
export function PurgeDialog() {
	const { recordIds } = useWithdrawal();
	return recordIds.length > 0 ? <Asking recordIds={recordIds} onClose={() => askToWithdraw([])} /> : null;
}

/** Says all that goes, what stays and what is out of reach. */
function Asking({ recordIds, onClose }: { recordIds: RecordId[]; onClose(): void }) {
	const [hasParts, setHasParts] = useState(false);
	const [takesAll, setTakesAll] = useState(false);
	const [reason, setReason] = useState('');
	const [typed, setTyped] = useState('');
	const { data: alone } = useQuery({ ...queries.withdrawals.preview({ recordIds }), gcTime: 0 });
	const parts = alone?.parts ?? [];
	const chosen = hasParts ? [...recordIds, ...parts.map(({ id }) => id)] : recordIds;
	const { data: preview, error } = useQuery({ ...queries.withdrawals.preview({ recordIds: chosen }), gcTime: 0 });
	const navigate = useNavigate();
	const word = message('purge.word');
	const isReady = preview !== undefined && reason.trim() !== '' && isSameWord(typed, word);

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (!isReady) return;
		const id = newId<JobId>();
		archive.calls.withdrawals
			.purge({ id, recordIds: chosen, reason, takesAll })
			.then((jobId) => navigate({ to: '/adding/{-$jobId}', params: { jobId } }))
			.catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('purge.title', { count: chosen.length })}
			isOpen
			role="alertdialog"
			size="wide"
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="danger" type="submit" form={formId} isDisabled={!isReady}>
						{message('purge.do')}
					</Button>
				</>
			}
		>
			<form id={formId} className={styles.form} onSubmit={submit}>
				<p className={styles.warning}>{message('purge.text')}</p>
				{error ? <ErrorNotice error={error} /> : null}
				{preview ? (
					<WhatGoes preview={preview} newestStays={!(preview.canBeCopied || takesAll)} />
				) : (
					<p>{message('place.loading')}</p>
				)}
				{preview && !preview.canBeCopied ? (
					<>
						<p className={styles.warning}>{message('purge.last-copy')}</p>
						<Checkbox isSelected={takesAll} onChange={setTakesAll}>
							{message('purge.takes-all')}
						</Checkbox>
					</>
				) : null}
				{parts.length > 0 ? (
					<Checkbox isSelected={hasParts} onChange={setHasParts}>
						{message('purge.with-parts', { count: parts.length })}
					</Checkbox>
				) : null}
				<p>{message('purge.stays')}</p>
				<TextField label={message('purge.reason')} value={reason} onChange={setReason} maxLength={2000} autoFocus />
				<TextField
					label={message('purge.type', { word })}
					value={typed}
					onChange={setTyped}
					autoComplete="off"
					spellCheck="false"
				/>
			</form>
		</Dialog>
	);
}

function isSameWord(typed: string, word: string): boolean {
	return typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
}
