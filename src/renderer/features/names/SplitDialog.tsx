import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { activeLocale, errorMessage, message } from '#shared/messages/messages.ts';
import { FormLine } from './FormLine.tsx';
import styles from './NameDialogs.module.css';
import { splitName } from './name-mutations.ts';

interface SplitDialogProps {
	name: Name;
	onShow(id: NameId): void;
	onClose(): void;
}

/** Makes a name of its own of the forms that are ticked, and shows before what each of the two will be. */
export function SplitDialog({ name, onShow, onClose }: SplitDialogProps) {
	const [places, setPlaces] = useState<readonly number[]>([]);
	const [error, setError] = useState<string | null>(null);
	const going = name.forms.filter((_, place) => places.includes(place));
	const staying = name.forms.filter((_, place) => !places.includes(place));
	const isPossible = going.length > 0 && staying.length > 0;

	function split(): void {
		splitName(name, [...places]).then(
			({ id }) => {
				onShow(id);
				onClose();
			},
			(failure) => setError(errorMessage(toErrorData(failure))),
		);
	}
	function tick(place: number, isTicked: boolean): void {
		setPlaces(isTicked ? [...places, place] : places.filter((other) => other !== place));
	}

	const titleOf = (forms: Name['forms']) => displayForm({ forms }, activeLocale());
	return (
		<Dialog
			title={message('names.split.title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={!isPossible} onPress={split}>
						{message('names.split.do')}
					</Button>
				</>
			}
		>
			<div className={styles.form}>
				<p>{message('names.split.which')}</p>
				<ul className={styles.forms}>
					{name.forms.map((form, place) => (
						<li key={`${form.language} ${form.text}`}>
							<Checkbox isSelected={places.includes(place)} onChange={(isTicked) => tick(place, isTicked)}>
								<FormLine form={form} />
							</Checkbox>
						</li>
					))}
				</ul>
				<p className={styles.preview} role="status">
					{isPossible
						? message('names.split.preview', { going: titleOf(going), staying: titleOf(staying) })
						: message(going.length === 0 ? 'names.split.none' : 'names.split.all')}
				</p>
				<FormError>{error}</FormError>
			</div>
		</Dialog>
	);
}
