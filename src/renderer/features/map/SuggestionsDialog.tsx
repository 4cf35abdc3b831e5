import { useQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { findCoordinates } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ReviewList } from '#renderer/ui/ReviewList.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { layerKey } from '#shared/domain/map.ts';
import type { Name } from '#shared/domain/name.ts';
import { writePoint } from '#shared/domain/place-coordinates.ts';
import type { SuggestedCoordinates } from '#shared/map/suggest-coordinates.ts';
import { message } from '#shared/messages/messages.ts';
import type { LoadedLayer } from './layers/use-layers.tsx';
import { useMap } from './map-store.ts';
import styles from './SuggestionsDialog.module.css';

interface SuggestionsDialogProps {
	names: readonly Name[];
	layers: readonly LoadedLayer[];
}

/** Points of the layers that are called like places, to be taken one by one or together. Nothing is taken unasked. */
export function SuggestionsDialog({ names, layers }: SuggestionsDialogProps) {
	const read = layers.flatMap(({ layer, content }) =>
		content?.kind === 'shapes' ? { layer, features: content.shapes.named, source: layer.title } : [],
	);
	const { data: suggested, error } = useQuery({
		queryKey: ['suggested-coordinates', read.map(({ layer }) => layerKey(layer)), names],
		queryFn: () =>
			findCoordinates(
				read.map(({ features, source }) => ({ features, source })),
				names,
			),
		gcTime: 0,
		placeholderData: (before) => before,
	});
	const plain = (suggested ?? []).filter(({ isOnlyOne }) => isOnlyOne);
	return (
		<Dialog
			title={message('map.suggest-title')}
			isOpen
			size="wide"
			onClose={() => useMap.setState({ dialog: null })}
			actions={
				<Button variant="primary" isDisabled={plain.length === 0} onPress={() => void take(plain)}>
					{message('map.suggest.take-all', { count: plain.length })}
				</Button>
			}
		>
			<p className={styles.about}>{message('map.suggest.about')}</p>
			{error ? <ErrorNotice error={error} /> : null}
			{suggested?.length === 0 ? <p role="status">{message('map.suggest.none')}</p> : null}
			{suggested && suggested.length > 0 ? (
				<div className={styles.list}>
					<ReviewList label={message('map.suggest-title')} items={suggested} keyOf={({ key }) => key}>
						{(one, onSettled) => <Suggestion one={one} names={names} onSettled={onSettled} />}
					</ReviewList>
				</div>
			) : null}
		</Dialog>
	);
}

interface SuggestionProps {
	one: SuggestedCoordinates;
	names: readonly Name[];
	onSettled(): void;
}

function Suggestion({ one, names, onSettled }: SuggestionProps) {
	const name = names.find(({ id }) => id === one.nameId);
	if (!name) return null;
	const title = nameTitle(name);
	return (
		<div className={styles.item}>
			<div>
				<strong dir="auto">{title}</strong>
				<p className={styles.soft}>
					{message('map.suggest.found', {
						...{ feature: one.featureName, form: one.form, source: one.coordinates.source },
						point: writePoint(one.coordinates),
					})}
				</p>
				{one.isOnlyOne ? null : <p className={styles.soft}>{message('map.suggest.several')}</p>}
			</div>
			<Button
				aria-label={message('map.suggest.take-one', { name: title, point: writePoint(one.coordinates) })}
				onPress={() => void take([one]).then((isTaken) => isTaken && onSettled())}
			>
				{message('map.suggest.take')}
			</Button>
		</div>
	);
}

/** One step to undo, however many; false where they could not be taken, which the person is told. */
async function take(suggested: readonly SuggestedCoordinates[]): Promise<boolean> {
	try {
		await archive.calls.names.addCoordinates({
			places: suggested.map(({ nameId: id, coordinates }) => ({ id, coordinates })),
		});
		showToast(message('map.suggest.taken', { count: suggested.length }), undoAction());
		return true;
	} catch (error) {
		showError(error);
		return false;
	}
}
