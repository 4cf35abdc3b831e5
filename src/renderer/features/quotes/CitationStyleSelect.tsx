import { Select } from '#renderer/ui/Select.tsx';
import { type CitationStyle, citationStyles } from '#shared/domain/citation.ts';
import { message } from '#shared/messages/messages.ts';
import { useCitationStyle } from './citation-style.ts';

/** Chooses the style of references, for all places at once. */
export function CitationStyleSelect() {
	const [style, choose] = useCitationStyle();
	return (
		<Select<CitationStyle>
			label={message('citation.style')}
			value={style}
			onChange={choose}
			options={citationStyles.map((value) => ({ value, label: message(`citation.style.${value}`) }))}
		/>
	);
}
