import type { Name } from '#shared/domain/name.ts';
import { type PlaceCoordinates, writePoint } from '#shared/domain/place-coordinates.ts';
import { message } from '#shared/messages/messages.ts';
import { CoordinatesEditor } from './CoordinatesEditor.tsx';
import { FactList } from './FactList.tsx';
import styles from './NameDetails.module.css';
import { updateName } from './name-mutations.ts';

/** Where a place lies, as each source states it; several are shown beside each other. */
export function PlaceCoordinatesList({ name, isReadOnly }: { name: Name; isReadOnly: boolean }) {
	const { coordinates } = name;
	return (
		<FactList<PlaceCoordinates>
			title={message('names.coordinates')}
			facts={coordinates}
			isReadOnly={isReadOnly}
			textOf={writePoint}
			keyOf={writePoint}
			copiedText={message('names.coordinates.copied')}
			addText={message('names.coordinates.add')}
			onSave={(next) => updateName(name, { coordinates: next })}
			editor={(onSave, onClose) => <CoordinatesEditor known={coordinates} onSave={onSave} onClose={onClose} />}
		>
			{(one) => (
				<>
					<span className={styles.value}>{writePoint(one)}</span>
					{one.uncertaintyM === null ? null : (
						<span className={styles.source}>{message('names.coordinates.within', { metres: one.uncertaintyM })}</span>
					)}
					{one.source === '' ? null : (
						<span className={styles.source}>{message('names.forms.source', { source: one.source })}</span>
					)}
				</>
			)}
		</FactList>
	);
}
