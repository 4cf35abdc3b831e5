import { useMutation, useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { copyText } from '#renderer/lib/copies.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { CustodyCheck } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CustodyHead.module.css';

/** As people copy it: with spaces, line ends, in either case. */
function headOf(typed: string): string {
	return typed.replace(/\s/g, '').toLowerCase();
}

/** The head of the log, to be written down elsewhere, and the check of the log against one that was. */
export function CustodyHead() {
	const { data: size } = useQuery(queries.custody.head());
	const [written, setWritten] = useState('');
	const known = headOf(written);
	const isUnlike = known !== '' && !/^[0-9a-f]{64}$/.test(known);
	const check = useMutation({
		mutationFn: () => archive.calls.custody.check(known === '' ? {} : { head: known }),
	});

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (!isUnlike) check.mutate();
	}

	return (
		<Card>
			<h2 className={styles.title}>{message('custody.head')}</h2>
			<p className={styles.head}>
				<code className={styles.digest}>{size?.head ?? ''}</code>
				<IconButton label={message('custody.copy-head')} onPress={() => copy(size?.head ?? '')}>
					<Copy size={14} />
				</IconButton>
			</p>
			<p className={styles.note}>{message('custody.head-text', { count: size?.entryCount ?? 0 })}</p>
			<form className={styles.check} onSubmit={submit}>
				<TextField
					label={message('custody.written-head')}
					value={written}
					onChange={(text) => {
						setWritten(text);
						check.reset();
					}}
					isInvalid={isUnlike}
					error={message('custody.not-a-head')}
				/>
				<Button type="submit" variant="primary" isDisabled={check.isPending || isUnlike}>
					{message(check.isPending ? 'custody.checking' : 'custody.check')}
				</Button>
			</form>
			<div role="status">{check.data ? <CheckResult check={check.data} /> : null}</div>
			{check.error ? <ErrorNotice error={check.error} /> : null}
		</Card>
	);
}

function CheckResult({ check: { firstBad, entryCount, match } }: { check: CustodyCheck }) {
	return (
		<div className={styles.result}>
			{firstBad ? (
				<p>
					<Chip tone="danger">{message('custody.broken')}</Chip>{' '}
					{message('cli.verify.custodyBroken', { sequence: firstBad.sequence, replica: firstBad.replicaId })}
				</p>
			) : (
				<p>
					<Chip tone="ok">{message('custody.unbroken')}</Chip> {message('custody.fits', { count: entryCount })}
				</p>
			)}
			{match ? (
				<p>
					<Chip tone={match.state === 'unknown' ? 'danger' : 'ok'}>
						{message(`custody.match-short.${match.state}`)}
					</Chip>{' '}
					{message(`custody.match.${match.state}`, {
						entries: match.state === 'earlier' ? match.entriesSince : 0,
					})}
				</p>
			) : null}
		</div>
	);
}

function copy(text: string): void {
	copyText(text).then(() => showToast(message('custody.head-copied')), showError);
}
