import { useMemo } from 'react';
import { Group } from 'react-aria-components';
import { languageName } from '#renderer/lib/language-name.ts';
import { Chip, ChipButton } from '#renderer/ui/Chip.tsx';
import { FacetMenu } from '#renderer/ui/FacetMenu.tsx';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { DateFacet } from './DateFacet.tsx';
import styles from './Facets.module.css';
import { countValues, languagesOf, textState } from './library-order.ts';
import { emptyFilter, setFilter, useLibrary } from './library-store.ts';

/** Chips that narrow the list; each counts what it would leave of all records of the place. */
export function Facets({ records }: { records: readonly RecordSummary[] }) {
	const filter = useLibrary((library) => library.filter);
	const counts = useMemo(
		() => ({
			kinds: countValues(records.map(({ kind }) => kind)),
			languages: countValues(records.flatMap(languagesOf)),
			holdings: countValues(records.map(({ holding }) => holding)),
			texts: countValues(records.map(textState)),
		}),
		[records],
	);
	if (records.length === 0) return null;
	return (
		<Group aria-label={message('library.facets')} className={styles.facets ?? ''}>
			<Facet
				name={message('library.column.kind')}
				all={message('library.all-kinds')}
				counts={counts.kinds}
				chosen={filter.kinds}
				words={recordKindName}
				onChange={(kinds) => setFilter({ kinds })}
			/>
			<DateFacet records={records} />
			<Facet
				name={message('library.facet-language')}
				all={message('library.all-languages')}
				counts={counts.languages}
				chosen={filter.languages}
				words={languageName}
				onChange={(languages) => setFilter({ languages })}
			/>
			<Facet
				name={message('library.column.holding')}
				all={message('library.all-holdings')}
				counts={counts.holdings}
				chosen={filter.holdings}
				words={(holding) => message(`record.holding.${holding}`)}
				onChange={(holdings) => setFilter({ holdings })}
			/>
			{counts.texts.some(([state]) => state === 'none') || filter.texts.size > 0 ? (
				<Facet
					name={message('library.facet-text')}
					all={message('library.all-texts')}
					counts={counts.texts}
					chosen={filter.texts}
					words={(state) => message(`library.text.${state}`)}
					onChange={(texts) => setFilter({ texts })}
				/>
			) : null}
			{filter === emptyFilter ? null : (
				<ChipButton onPress={() => useLibrary.setState({ filter: emptyFilter })}>
					{message('library.clear-filter')}
				</ChipButton>
			)}
		</Group>
	);
}

interface FacetProps<V extends string> {
	name: string;
	/** What the chip says while nothing is chosen. */
	all: string;
	counts: readonly [V, number][];
	chosen: ReadonlySet<V>;
	words(value: V): string;
	onChange(chosen: ReadonlySet<V>): void;
}

function Facet<V extends string>({ name, all, counts, chosen, words, onChange }: FacetProps<V>) {
	if (counts.length < 2 && chosen.size === 0) {
		const only = counts[0]?.[0];
		return only === undefined ? null : <Chip>{words(only)}</Chip>;
	}
	return (
		<FacetMenu
			{...{ name, all, chosen, words, onChange }}
			counts={counts.map(([value, count]) => ({ value, count }))}
		/>
	);
}
