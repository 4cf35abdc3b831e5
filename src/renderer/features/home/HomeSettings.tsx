import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { fileNameOf, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { formatDay } from '#renderer/lib/format.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import type { Home } from '#shared/domain/home.ts';
import { message } from '#shared/messages/messages.ts';
import { Digits } from './Digits.tsx';
import styles from './home.module.css';
import { RecipientField } from './RecipientField.tsx';

const home = queries.home.state();

/** For whom work that is done away from home is sealed: made, taken over, removed. */
export function HomeSettings() {
	const { data: state, error } = useQuery(home);
	const isWritable = useArchiveStatus()?.readOnly === 'none';
	return (
		<SettingsSection title={message('home.title')}>
			<p className={styles.note}>{message('home.text')}</p>
			{error ? <ErrorNotice error={error} /> : null}
			{state ? <Known state={state} isWritable={isWritable} /> : null}
			{state && state.recipient === null && isWritable ? <Unknown /> : null}
			{state && !isWritable ? <p className={styles.note}>{message('home.read-only')}</p> : null}
		</SettingsSection>
	);
}

function useSetHome(change: () => Promise<Home | null>, onDone: (next: Home) => void) {
	return useMutation({
		mutationFn: change,
		onSuccess(next) {
			if (!next) return;
			queryClient.setQueryData(home.queryKey, next);
			onDone(next);
		},
	});
}

function Known({ state: { recipient, setAt }, isWritable }: { state: Home; isWritable: boolean }) {
	const clearing = useSetHome(
		() => archive.calls.home.set({ recipient: null }),
		() => showToast(message('home.cleared')),
	);
	if (recipient === null) return <p role="status">{message('home.none')}</p>;
	return (
		<>
			<Digits label={message('home.key')} value={recipient} />
			{setAt ? <p className={styles.note}>{message('home.set-on', { day: formatDay(setAt) })}</p> : null}
			{clearing.error ? <ErrorNotice error={clearing.error} /> : null}
			{isWritable ? (
				<div className={styles.buttons}>
					<Button onPress={() => clearing.mutate()}>{message('home.clear')}</Button>
				</div>
			) : null}
		</>
	);
}

function Unknown() {
	const [isGiving, setGiving] = useState(false);
	const making = useSetHome(makeKey, () => undefined);
	return (
		<>
			{making.error ? <ErrorNotice error={making.error} /> : null}
			<div className={styles.buttons}>
				{desktop ? (
					<Button variant="primary" onPress={() => making.mutate()}>
						{message('home.make')}
					</Button>
				) : null}
				{isGiving ? null : <Button onPress={() => setGiving(true)}>{message('home.give')}</Button>}
			</div>
			{isGiving ? <GivenKey /> : null}
		</>
	);
}

function GivenKey() {
	const [recipient, setRecipient] = useState('');
	const setting = useSetHome(
		() => archive.calls.home.set({ recipient }),
		() => undefined,
	);

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (recipient.trim() !== '') setting.mutate();
	}

	return (
		<form className={styles.parts} onSubmit={submit}>
			<RecipientField value={recipient} onChange={setRecipient} />
			{setting.error ? <ErrorNotice error={setting.error} /> : null}
			<div className={styles.buttons}>
				<Button type="submit" isDisabled={recipient.trim() === '' || setting.isPending}>
					{message('home.keep')}
				</Button>
			</div>
		</form>
	);
}

/** Null where the dialog was closed. */
async function makeKey(): Promise<Home | null> {
	const path = await desktop?.chooseSavePath(`${message('home.key-file-name')}.txt`);
	if (!path) return null;
	const next = await archive.calls.home.makeKey({ path });
	showToast(message('home.made', { file: fileNameOf(path) }));
	return next;
}
