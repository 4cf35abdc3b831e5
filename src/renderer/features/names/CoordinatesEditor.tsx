import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { isSamePoint, mostUncertaintyM, type PlaceCoordinates, readPoint } from '#shared/domain/place-coordinates.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';

interface CoordinatesEditorProps {
	known: readonly PlaceCoordinates[];
	onSave(coordinates: PlaceCoordinates): Promise<unknown>;
	onClose(): void;
}

/** Takes a point as it is written or pasted, how far off it may be, and who says so. */
export function CoordinatesEditor({ known, onSave, onClose }: CoordinatesEditorProps) {
	const [written, setWritten] = useState('');
	const [uncertainty, setUncertainty] = useState('');
	const [source, setSource] = useState('');
	const [error, setError] = useState<string | null>(null);

	function submit(event: FormEvent): void {
		event.preventDefault();
		const point = readPoint(written);
		const uncertaintyM = uncertainty.trim() === '' ? null : Number(uncertainty.trim().replace(',', '.'));
		const isFar = uncertaintyM !== null && !(uncertaintyM >= 0 && uncertaintyM <= mostUncertaintyM);
		if (!point) setError(message('names.coordinates.error'));
		else if (isFar) setError(message('names.coordinates.uncertainty-error'));
		else if (known.some((other) => isSamePoint(other, point))) setError(message('names.coordinates.twice'));
		else
			onSave({ ...point, uncertaintyM, source: source.trim() }).catch((failure: unknown) =>
				setError(errorMessage(toErrorData(failure))),
			);
	}
	return (
		<form
			className={styles.editor}
			aria-label={message('names.coordinates.add')}
			onSubmit={submit}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				onClose();
			}}
		>
			<TextField
				label={message('names.coordinates.point')}
				hint={message('names.coordinates.hint')}
				value={written}
				onChange={setWritten}
				autoFocus
			/>
			<TextField
				label={message('names.coordinates.uncertainty')}
				hint={message('names.coordinates.uncertainty-hint')}
				inputMode="decimal"
				value={uncertainty}
				onChange={setUncertainty}
			/>
			<TextField label={message('names.coordinates.source')} value={source} onChange={setSource} />
			{error === null ? null : (
				<p role="alert" className={styles.error}>
					{error}
				</p>
			)}
			<div className={styles.line}>
				<Button type="submit" variant="primary">
					{message('dialog.save')}
				</Button>
				<Button onPress={onClose}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}
