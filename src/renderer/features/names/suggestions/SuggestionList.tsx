import { ReviewList } from '#renderer/ui/ReviewList.tsx';
import type { FoundCandidate } from '#shared/domain/name-suggestion.ts';
import { message } from '#shared/messages/messages.ts';
import { SuggestionItem } from './SuggestionItem.tsx';

interface SuggestionListProps {
	candidates: readonly FoundCandidate[];
	onFormOf(candidate: FoundCandidate): void;
}

/** All suggestions. */
export function SuggestionList({ candidates, onFormOf }: SuggestionListProps) {
	return (
		<ReviewList label={message('names.suggestions')} items={candidates} keyOf={({ key }) => key}>
			{(candidate, onSettled) => (
				<SuggestionItem candidate={candidate} onFormOf={() => onFormOf(candidate)} onSettled={onSettled} />
			)}
		</ReviewList>
	);
}
