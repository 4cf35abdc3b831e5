import { Group } from 'react-aria-components';
import { languageName } from '#renderer/lib/language-name.ts';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { FacetMenu } from '#renderer/ui/FacetMenu.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { YearsChip } from '#renderer/ui/YearsChip.tsx';
import type { EventContext } from '#shared/chronology/event-context.ts';
import {
	type EventFacet,
	eventFacets,
	type FilteredEvents,
	isNarrowed,
	noFilter,
} from '#shared/chronology/event-filter.ts';
import { eventKindName } from '#shared/chronology/event-words.ts';
import type { Holding } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { chooseValues, chooseYears, useChronology } from './chronology-store.ts';

interface EventFacetsProps {
	counts: FilteredEvents['counts'];
	context: EventContext;
}

const mostValues = 200;
const noValues: ReadonlySet<string> = new Set();

/** Chips that narrow by what the search narrows by, as far as events have it. One with a single value narrows nothing. */
export function EventFacets({ counts, context }: EventFacetsProps) {
	const filter = useChronology((view) => view.filter);
	return (
		<Group aria-label={message('library.facets')} className={page.facets ?? ''}>
			{eventFacets.map((facet) => {
				const chosen = filter.values[facet] ?? noValues;
				return counts[facet].length < 2 && chosen.size === 0 ? null : (
					<FacetMenu
						key={facet}
						name={message(`chronology.facet.${facet}`)}
						all={message(`chronology.facet.${facet}`)}
						counts={counts[facet].slice(0, mostValues)}
						chosen={chosen}
						words={(value) => valueWords(facet, value, context)}
						onChange={(values) => chooseValues(facet, values)}
					/>
				);
			})}
			<YearsChip fromYear={filter.fromYear} toYear={filter.toYear} onChange={chooseYears} />
			{isNarrowed(filter) ? (
				<ChipButton onPress={() => useChronology.setState({ filter: noFilter })}>
					{message('library.clear-filter')}
				</ChipButton>
			) : null}
		</Group>
	);
}

function valueWords(facet: EventFacet, value: string, { names, collections, tags }: EventContext): string {
	switch (facet) {
		case 'eventKinds':
			return eventKindName(value);
		case 'people':
		case 'places':
			return names.get(value as never)?.title ?? value;
		case 'recordKinds':
			return recordKindName(value);
		case 'languages':
			return languageName(value);
		case 'holdings':
			return message(`record.holding.${value as Holding}`);
		case 'tags':
			return tags.get(value as never) ?? value;
		case 'sources':
			return value;
		case 'collections':
			return collections.get(value as never) ?? value;
	}
}
