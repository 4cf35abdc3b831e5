import { holdingTone } from '#renderer/features/library/index.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { SourceRecord } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './SourceFacts.module.css';

interface SourceFactsProps {
	record: SourceRecord | null;
	others: readonly string[];
}

/** What decides how much words weigh: when their record was made, whether it is held, and what else is known. */
export function SourceFacts({ record, others }: SourceFactsProps) {
	const facts = [...(record && record.dateEdtf !== '' ? [edtfWords(record.dateEdtf)] : []), ...others];
	return (
		<p className={styles.facts}>
			{record ? <Chip tone={holdingTone(record.holding)}>{message(`record.holding.${record.holding}`)}</Chip> : null}
			{facts.length > 0 ? <span>{facts.join(' · ')}</span> : null}
		</p>
	);
}
