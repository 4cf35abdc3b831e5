import { useState } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { isSamePoint, mostUncertaintyM, type PlaceCoordinates, readPoint } from '#shared/domain/place-coordinates.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { EditorForm } from './EditorForm.tsx';

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

	function submit(): void {
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
		<EditorForm label={message('names.coordinates.add')} error={error} onSubmit={submit} onClose={onClose}>
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
		</EditorForm>
	);
}
