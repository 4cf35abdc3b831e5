import { X } from 'lucide-react';
import { useState } from 'react';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { NameId } from '#shared/domain/ids.ts';
import { mergedForms, type Name } from '#shared/domain/name.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { FormLine } from './FormLine.tsx';
import { MergeConsequences } from './MergeConsequences.tsx';
import styles from './NameDialogs.module.css';
import { NamePicker } from './NamePicker.tsx';
import { mergeNames } from './name-mutations.ts';
import { setFilter } from './names-store.ts';

interface MergeDialogProps {
	names: readonly Name[];
	/** What is merged to begin with; others are picked. */
	chosen: readonly Name[];
	onShow(id: NameId): void;
	onClose(): void;
}

/** Makes one name of several, and shows before what it will be. */
export function MergeDialog({ names, chosen, onShow, onClose }: MergeDialogProps) {
	const [ids, setIds] = useState(() => chosen.map(({ id }) => id));
	const [keptId, setKeptId] = useState(ids[0]);
	const [error, setError] = useState<string | null>(null);
	const picked = ids.flatMap((id) => names.find((name) => name.id === id) ?? []);
	const kept = picked.find(({ id }) => id === keptId) ?? picked[0];
	const others = picked.filter((name) => name !== kept);

	function merge(): void {
		if (!kept || others.length === 0) return;
		mergeNames([kept, ...others]).then(
			() => {
				setFilter('all');
				onShow(kept.id);
				onClose();
			},
			(failure) => setError(errorMessage(toErrorData(failure))),
		);
	}

	return (
		<Dialog
			title={message('names.merge.title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={others.length === 0} onPress={merge}>
						{message('names.merge.do')}
					</Button>
				</>
			}
		>
			<div className={styles.form}>
				<ul className={styles.names} aria-label={message('names.merge.chosen')}>
					{picked.map((name) => (
						<li key={name.id} className={styles.name}>
							<span>
								{nameTitle(name)} <span className={styles.soft}>{message(`names.kind.${name.kind}`)}</span>
							</span>
							<IconButton
								label={message('list.remove', { item: nameTitle(name) })}
								isDisabled={picked.length === 1}
								onPress={() => setIds(ids.filter((id) => id !== name.id))}
							>
								<X size={14} />
							</IconButton>
						</li>
					))}
				</ul>
				<NamePicker
					label={message('names.merge.find')}
					names={names.filter(({ id }) => !ids.includes(id))}
					onPick={(id) => setIds([...ids, id])}
				/>
				{kept && others.length > 0 ? (
					<>
						<Select<NameId>
							label={message('names.merge.kept')}
							value={kept.id}
							onChange={(id) => setKeptId(id)}
							options={picked.map((name) => ({
								value: name.id,
								label: `${nameTitle(name)} (${message(`names.kind.${name.kind}`)})`,
							}))}
						/>
						<section className={styles.preview} aria-label={message('names.merge.preview')}>
							<h3 className={inspector.heading}>{message('names.merge.preview')}</h3>
							<ul className={styles.forms}>
								{mergedForms([kept, ...others]).map((form) => (
									<li key={`${form.language} ${form.text}`}>
										<FormLine form={form} />
									</li>
								))}
							</ul>
							<MergeConsequences ids={[kept, ...others].map(({ id }) => id)} />
						</section>
					</>
				) : (
					<p className={styles.soft}>{message('names.merge.pick')}</p>
				)}
				<FormError>{error}</FormError>
			</div>
		</Dialog>
	);
}
