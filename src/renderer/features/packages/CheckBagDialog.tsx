import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { lookInto } from '#renderer/features/merge/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { fileNameOf, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { BagFinding, BagReport } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './packages.module.css';

/** Reads a bag that anybody made, and says whether it is whole. */
export function CheckBagDialog({ onClose }: { onClose(): void }) {
	const [passphrase, setPassphrase] = useState('');
	const navigate = useNavigate();
	const check = useMutation({
		mutationFn: async (choose: () => Promise<string | null | undefined>) => {
			const path = await choose();
			if (!path) return null;
			const report = await archive.calls.packages.check({ path, ...(passphrase !== '' && { passphrase }) });
			return { path, report };
		},
	});
	/** A package of Lectern's is looked into first, as another archive is; the files of other bags are added. */
	function bringIn({ path, report }: Checked): void {
		const key = passphrase !== '' && { passphrase };
		onClose();
		if (!report.isOwn) {
			archive.calls.packages.importFrom({ id: newId<JobId>(), path, ...key }).catch(showError);
			return;
		}
		void navigate({ to: '/merge' });
		lookInto({ kind: 'path', path }, passphrase === '' ? undefined : { passphrase }).catch(showError);
	}

	const chooseFolder = async () => (await desktop?.chooseFolder())?.[0];
	const chooseFile = async () => desktop?.choosePackage();
	return (
		<Dialog
			title={message('package.check.title')}
			isOpen
			onClose={onClose}
			size="wide"
			actions={<Button onPress={onClose}>{message('dialog.close')}</Button>}
		>
			<div className={styles.fields}>
				<p className={styles.hint}>{message('package.check.hint')}</p>
				<TextField
					type="password"
					autoComplete="off"
					label={message('package.check.passphrase')}
					value={passphrase}
					onChange={setPassphrase}
				/>
				<div className={styles.buttons}>
					<Button variant="primary" isDisabled={check.isPending} onPress={() => check.mutate(chooseFolder)}>
						{message('package.check.choose-folder')}
					</Button>
					<Button isDisabled={check.isPending} onPress={() => check.mutate(chooseFile)}>
						{message('package.check.choose-file')}
					</Button>
				</div>
				<div aria-live="polite">
					{check.isPending ? <p className={styles.hint}>{message('package.check.running')}</p> : null}
					{check.error ? <ErrorNotice error={check.error} /> : null}
					{check.data ? <Report {...check.data} onBringIn={bringIn} /> : null}
				</div>
			</div>
		</Dialog>
	);
}

interface Checked {
	path: string;
	report: BagReport;
}

function Report({ onBringIn, ...checked }: Checked & { onBringIn(checked: Checked): void }) {
	const { path, report } = checked;
	const { reasons, warnings, fileCount, isOwn } = report;
	const isReadOnly = useIsReadOnly();
	const name = fileNameOf(path);
	return (
		<div className={styles.report}>
			<p className={reasons.length > 0 ? styles.invalid : styles.valid}>
				{reasons.length > 0
					? message('package.check.invalid', { name, count: reasons.length })
					: message('package.check.valid', { name, count: fileCount })}
			</p>
			<Findings findings={reasons} />
			{warnings.length > 0 ? <h3 className={styles.title}>{message('package.check.warnings')}</h3> : null}
			<Findings findings={warnings} />
			{reasons.length === 0 && !isReadOnly ? (
				<div className={styles.buttons}>
					<Button onPress={() => onBringIn(checked)}>
						{message(isOwn ? 'package.check.look-into' : 'package.check.import')}
					</Button>
				</div>
			) : null}
		</div>
	);
}

/** As many as anybody reads; the command line prints them all. */
const mostShown = 200;

function Findings({ findings }: { findings: readonly BagFinding[] }) {
	if (findings.length === 0) return null;
	return (
		<ul className={styles.list}>
			{findings.slice(0, mostShown).map(({ kind, what }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a report is shown once, and one line may stand in it twice
				<li key={index}>{message(`package.finding.${kind}`, { what })}</li>
			))}
			{findings.length > mostShown ? (
				<li>{message('package.check.more', { count: findings.length - mostShown })}</li>
			) : null}
		</ul>
	);
}
