import { ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Facets.module.css';
import { recordYear } from './library-order.ts';
import { setFilter, useLibrary } from './library-store.ts';

/** Years from and to; the chip says the span of what is there until one is chosen. */
export function DateFacet({ records }: { records: readonly RecordSummary[] }) {
	const { fromYear, toYear } = useLibrary((library) => library.filter);
	const span = useMemo(() => yearSpan(records), [records]);
	if (!span) return null;
	const isOn = fromYear !== null || toYear !== null;
	return (
		<DialogTrigger>
			<ChipButton isOn={isOn}>
				{spanWords(fromYear ?? span.first, toYear ?? span.last)}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Popover label={message('library.facet-date')}>
				<div className={styles.years}>
					<TextField
						label={message('library.from-year')}
						inputMode="numeric"
						value={fromYear === null ? '' : String(fromYear)}
						placeholder={String(span.first)}
						onChange={(text) => setFilter({ fromYear: yearOf(text) })}
					/>
					<TextField
						label={message('library.to-year')}
						inputMode="numeric"
						value={toYear === null ? '' : String(toYear)}
						placeholder={String(span.last)}
						onChange={(text) => setFilter({ toYear: yearOf(text) })}
					/>
				</div>
			</Popover>
		</DialogTrigger>
	);
}

function yearOf(text: string): number | null {
	return /^-?\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}

function spanWords(first: number, last: number): string {
	return first === last ? String(first) : message('date.years', { from: String(first), to: String(last) });
}

function yearSpan(records: readonly RecordSummary[]): { first: number; last: number } | null {
	const years = records.flatMap((record) => recordYear(record) ?? []);
	if (years.length === 0) return null;
	return years.reduce(({ first, last }, year) => ({ first: Math.min(first, year), last: Math.max(last, year) }), {
		first: years[0] ?? 0,
		last: years[0] ?? 0,
	});
}
