import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { isRecognisable } from './is-recognisable.ts';
import styles from './RecogniseOffer.module.css';
import { askToRecognise } from './recognition-store.ts';

interface RecogniseOfferProps {
	record: RecordDetail;
	/** Where it is the main thing that can be done here. */
	isMain?: boolean;
}

/** For a record with a picture or PDF: what recognising its text would give, and the way to it. */
export function RecogniseOffer({ record, isMain = false }: RecogniseOfferProps) {
	const isReadOnly = useIsReadOnly();
	if (isReadOnly || !isRecognisable(record)) return null;
	return (
		<div className={styles.offer}>
			<p className={styles.text}>{message(record.editionId ? 'recognition.offer-again' : 'recognition.offer')}</p>
			<Button variant={isMain ? 'primary' : 'plain'} onPress={() => askToRecognise([record.id])}>
				{message('command.recognition.start')}
			</Button>
		</div>
	);
}
