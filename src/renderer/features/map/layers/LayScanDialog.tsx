import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { HeldPicture, ScanCorners } from '#shared/domain/map.ts';
import { readPoint } from '#shared/domain/place-coordinates.ts';
import { metresPerDegree } from '#shared/map/map-scene.ts';
import { fitCorners } from '#shared/map/scan/world-file.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { useMap } from '../map-store.ts';
import styles from './LayScanDialog.module.css';

const sides = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;

const close = () => useMap.setState({ dialog: null });

/** Has a person say where the corners of a picture of the archive lie. */
export function LayScanDialog() {
	const { data: pictures, error } = useQuery(queries.map.pictures());
	const formId = useId();
	const hasSome = pictures !== undefined && pictures.length > 0;
	return (
		<Dialog
			title={message('map.scan.title')}
			isOpen
			size="wide"
			onClose={close}
			actions={
				<Button variant="primary" type="submit" form={formId} isDisabled={!hasSome}>
					{message('dialog.save')}
				</Button>
			}
		>
			<p className={styles.about}>{message('map.scan.about')}</p>
			{error ? <ErrorNotice error={error} /> : null}
			{pictures?.length === 0 ? <p role="status">{message('map.scan.none')}</p> : null}
			{hasSome ? <CornersForm id={formId} pictures={pictures} /> : null}
		</Dialog>
	);
}

function CornersForm({ id, pictures }: { id: string; pictures: readonly HeldPicture[] }) {
	const [chosen, setChosen] = useState(0);
	const [written, setWritten] = useState<readonly string[]>(sides.map(() => ''));
	const [error, setError] = useState<string | null>(null);
	const picture = pictures[chosen];
	const corners = cornersIn(written);
	const fitted = picture && corners ? fitCorners(corners, picture) : null;
	const offM = fitted ? Math.round(Math.hypot(fitted.off.longitude, fitted.off.latitude) * metresPerDegree) : 0;

	async function submit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!picture) return;
		if (!corners) return setError(message('names.coordinates.error'));
		if (!fitted) return setError(message('map.scan.flat'));
		try {
			await archive.calls.map.layScan({ recordId: picture.recordId, sha256: picture.sha256, corners });
			showToast(message('map.scan.laid'), undoAction());
			close();
		} catch (failure) {
			setError(errorMessage(toErrorData(failure)));
		}
	}
	return (
		<form id={id} className={styles.form} onSubmit={(event) => void submit(event)}>
			<Select
				label={message('map.scan.picture')}
				value={String(chosen)}
				onChange={(value) => setChosen(Number(value))}
				options={pictures.map(({ title }, index) => ({ value: String(index), label: title }))}
			/>
			<div className={styles.corners}>
				{sides.map((side, index) => (
					<TextField
						key={side}
						label={message(`map.scan.${side}`)}
						value={written[index] ?? ''}
						onChange={(text) => setWritten((all) => all.with(index, text))}
					/>
				))}
			</div>
			{offM > 0 ? (
				<p className={styles.off} role="status">
					{message('map.scan.off', { metres: offM })}
				</p>
			) : null}
			<FormError>{error}</FormError>
		</form>
	);
}

/** Null while one of them cannot be read. */
function cornersIn(written: readonly string[]): ScanCorners | null {
	const [topLeft, topRight, bottomRight, bottomLeft] = written.map(readPoint);
	return topLeft && topRight && bottomRight && bottomLeft ? [topLeft, topRight, bottomRight, bottomLeft] : null;
}
