import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { KeyForm, lookInto, type MergeKey, PassphraseForm } from '#renderer/features/merge/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { fileNameOf, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { asksForKey, asksForPassphrase } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { BagFinding, BagReport } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './packages.module.css';

interface Asked {
	path: string;
	key?: MergeKey;
}

/** Reads a bag that anybody made, and says whether it is whole. One that is encrypted asks for what opens it. */
export function CheckBagDialog({ onClose }: { onClose(): void }) {
	const [path, setPath] = useState<string | null>(null);
	const navigate = useNavigate();
	const check = useMutation({
		mutationFn: async ({ path, key }: Asked) => ({
			path,
			openedBy: key,
			report: await archive.calls.packages.check({ path, ...key }),
		}),
	});

	async function choose(asking: Promise<string | null | undefined>): Promise<void> {
		const chosen = await asking;
		if (!chosen) return;
		setPath(chosen);
		check.mutate({ path: chosen });
	}

	/** A package of Lectern's is looked into first, as another archive is; the files of other bags are added. */
	function bringIn({ path, openedBy, report }: Checked): void {
		onClose();
		if (!report.isOwn) {
			archive.calls.packages.importFrom({ id: newId<JobId>(), path, ...openedBy }).catch(showError);
			return;
		}
		void navigate({ to: '/merge' });
		lookInto({ kind: 'path', path }, openedBy).catch(showError);
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
				{/* Never disabled: a button that is would lose the focus, and with it Escape. A check that is overtaken is not shown. */}
				<div className={styles.buttons}>
					<Button
						variant={path === null ? 'primary' : 'plain'}
						onPress={() => void choose(chooseFolder()).catch(showError)}
					>
						{message('package.check.choose-folder')}
					</Button>
					<Button onPress={() => void choose(chooseFile()).catch(showError)}>
						{message('package.check.choose-file')}
					</Button>
				</div>
				<div aria-live="polite">
					{check.isPending ? <p className={styles.hint}>{message('package.check.running')}</p> : null}
					{check.error ? <ErrorNotice error={check.error} /> : null}
					{check.data ? <Report {...check.data} onBringIn={bringIn} onAgain={check.mutate} /> : null}
				</div>
				{path !== null && check.error ? (
					<Opening error={check.error} onOpen={(key) => check.mutate({ path, key })} />
				) : null}
			</div>
		</Dialog>
	);
}

function Opening({ error, onOpen }: { error: unknown; onOpen(key: MergeKey): void }) {
	if (asksForPassphrase(error)) return <PassphraseForm label={message('package.check.passphrase')} onOpen={onOpen} />;
	return asksForKey(error) ? <KeyForm text={message('package.check.key')} onOpen={onOpen} /> : null;
}

interface Checked {
	path: string;
	openedBy: MergeKey | undefined;
	report: BagReport;
}

interface ReportProps extends Checked {
	onBringIn(checked: Checked): void;
	onAgain(asked: Asked): void;
}

function Report({ onBringIn, onAgain, ...checked }: ReportProps) {
	const { path, openedBy, report } = checked;
	const { reasons, warnings, fileCount, isOwn, partCount } = report;
	const isReadOnly = useIsReadOnly();
	const name = fileNameOf(path);
	return (
		<div className={styles.report}>
			<p className={reasons.length > 0 ? styles.invalid : styles.valid}>
				{reasons.length > 0
					? message('package.check.invalid', { name, count: reasons.length })
					: message(partCount > 1 ? 'package.check.valid-parts' : 'package.check.valid', {
							...{ name, count: fileCount, parts: partCount },
						})}
			</p>
			<Findings findings={reasons} />
			{warnings.length > 0 ? <h3 className={styles.title}>{message('package.check.warnings')}</h3> : null}
			<Findings findings={warnings} />
			{reasons.length > 0 ? (
				<div className={styles.buttons}>
					<Button onPress={() => onAgain({ path, ...(openedBy && { key: openedBy }) })}>
						{message('package.check.again')}
					</Button>
				</div>
			) : null}
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
