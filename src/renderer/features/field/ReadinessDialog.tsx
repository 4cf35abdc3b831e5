import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { ReadinessItem } from '#shared/domain/readiness.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './field.module.css';

/** Answers the command that looks whether all is here that the network cannot bring. */
export function ReadinessDialog() {
	const [isOpen, setOpen] = useState(false);
	useCommand('device.ready', () => setOpen(true), readingCopy === undefined);
	return (
		<Dialog title={message('command.device.ready')} isOpen={isOpen} onClose={() => setOpen(false)}>
			{isOpen ? <Readiness /> : null}
		</Dialog>
	);
}

function Readiness() {
	// Looked at anew whenever it is asked for: what was missing may have been brought.
	const { data: items, error } = useQuery({ ...queries.device.readiness(), staleTime: 0, gcTime: 0 });
	if (error) return <ErrorNotice error={error} />;
	if (!items) return null;
	const isReady = items.every(({ missing }) => missing.length === 0);
	return (
		<div className={styles.ready}>
			<p role="status">{message(isReady ? 'ready.all' : 'ready.not-all')}</p>
			<ul className={styles.parts}>
				{items.map((item) => (
					<Part key={item.part} item={item} />
				))}
			</ul>
		</div>
	);
}

function Part({ item: { part, missing } }: { item: ReadinessItem }) {
	const isHere = missing.length === 0;
	return (
		<li className={styles.part}>
			<span>{message(`ready.part.${part}`)}</span>
			{isHere ? <Chip tone="ok">{message('ready.present')}</Chip> : null}
			{isHere ? null : (
				<div className={styles.lacking}>
					<p>{message('ready.lacking', { files: missing.join(', ') })}</p>
					<p className={styles.note}>{message(part === 'recognition' ? 'ready.how.recognition' : 'ready.how')}</p>
				</div>
			)}
		</li>
	);
}
