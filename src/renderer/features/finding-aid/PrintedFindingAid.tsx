import { createElement } from 'react';
import { PrintedSheet } from '#renderer/ui/PrintedSheet.tsx';
import type { FindingAidUnit } from '#shared/domain/finding-aid.ts';
import { findingAidStyle, headingLevel } from '#shared/finding-aid/finding-aid-style.ts';
import { useFindingAidView } from './finding-aid-store.ts';

/** The finding aid for paper, while it is printed: what its page says, in the same layout. */
export function PrintedFindingAid() {
	const sheet = useFindingAidView(({ printed }) => printed);
	if (!sheet) return null;
	const { title, about, units } = sheet;
	return (
		<PrintedSheet style={findingAidStyle}>
			<h1 dir="auto">{title}</h1>
			<p className="about">{about}</p>
			<Units units={units} depth={0} />
		</PrintedSheet>
	);
}

function Units({ units, depth }: { units: readonly FindingAidUnit[]; depth: number }) {
	return units.map(({ id, title, facts, parts }) => (
		<section key={id}>
			{createElement(`h${headingLevel(depth)}`, { dir: 'auto' }, title)}
			<dl>
				{facts.map(([label, value]) => [
					<dt key={`${label} label`}>{label}</dt>,
					<dd key={label} dir="auto">
						{value}
					</dd>,
				])}
			</dl>
			<Units units={parts} depth={depth + 1} />
		</section>
	));
}
