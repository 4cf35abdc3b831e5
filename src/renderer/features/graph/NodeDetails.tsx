import { useNavigate, useSearch } from '@tanstack/react-router';
import { QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { type GraphEdge, type GraphPlace, mostSteps } from '#shared/domain/graph.ts';
import { type LinkRow, linkGroups, nodeRow } from '#shared/graph/graph-table.ts';
import { originWords, titleWords } from '#shared/graph/graph-words.ts';
import type { ShownGraph, ShownNode } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import type { GraphSearch } from './graph-address.ts';
import { toggleFold } from './graph-store.ts';
import styles from './NodeDetails.module.css';
import { PlaceLink } from './PlaceLink.tsx';

interface NodeDetailsProps {
	shown: ShownGraph;
	chosen: ShownNode;
	onChoose(id: string): void;
}

/** What is chosen, and every link that it has: which way, to what, who says so, and the way to the words. */
export function NodeDetails({ shown, chosen, onChoose }: NodeDetailsProps) {
	const { title, type, when, where } = nodeRow(chosen);
	const { node } = chosen;
	return (
		<article className={styles.details} aria-label={title}>
			<h2 className={styles.title}>
				<bdi>{title}</bdi>
			</h2>
			<p className={styles.chips}>
				<Chip tone="accent">{type}</Chip>
				{when === '' ? null : <Chip>{when}</Chip>}
			</p>
			{where === '' ? null : <p className={styles.soft}>{where}</p>}
			{node ? (
				<>
					<p>
						<PlaceLink place={node.place}>{message(`graph.open.${node.kind}`)}</PlaceLink>{' '}
						<PlaceCard place={node.place} />
					</p>
					<AroundField id={node.id} />
				</>
			) : (
				<p>
					<Button onPress={() => toggleFold(shown, chosen.id)}>{message('graph.unfold')}</Button>
				</p>
			)}
			<Links shown={shown} chosen={chosen} onChoose={onChoose} />
		</article>
	);
}

const wholeGraph = '0';

/** A quote card of the passage that a place is in; nothing for what is not in a text. */
function PlaceCard({ place }: { place: GraphPlace }) {
	if (place.kind !== 'record' || place.editionId === undefined || place.ordinal === undefined) return null;
	return <QuoteCardButton recordId={place.id} range={{ editionId: place.editionId, ordinal: place.ordinal }} />;
}

/** Narrows the graph to what is so many steps from this. */
function AroundField({ id }: { id: string }) {
	const navigate = useNavigate();
	const { around, steps = 1 }: GraphSearch = useSearch({ strict: false });
	return (
		<Select
			label={message('graph.around-field')}
			value={around === id ? String(steps) : wholeGraph}
			onChange={(value) =>
				void navigate({
					to: '/graph',
					search: value === wholeGraph ? {} : { around: id, steps: Number(value) },
					hash: id,
				})
			}
			options={[
				{ value: wholeGraph, label: message('graph.around-all') },
				...Array.from({ length: mostSteps }, (_, at) => ({
					value: String(at + 1),
					label: message('graph.steps', { count: at + 1 }),
				})),
			]}
		/>
	);
}

function Links({ shown, chosen, onChoose }: NodeDetailsProps) {
	const groups = linkGroups(shown, chosen.id);
	if (groups.length === 0) return <p className={styles.soft}>{message('graph.no-links')}</p>;
	return groups.map(({ relation, rows }) => (
		<section key={relation} className={styles.part}>
			<h3 className={styles.heading}>
				{relation} <span className={styles.count}>{rows.length}</span>
			</h3>
			<ul aria-label={relation}>
				{rows.map((row) => (
					<LinkItem
						key={row.line.id}
						row={row}
						chosenTitle={nodeRow(chosen).title}
						things={shown.things}
						onChoose={onChoose}
					/>
				))}
			</ul>
		</section>
	));
}

const mostShown = 5;

interface LinkItemProps {
	row: LinkRow;
	/** Of what has this link. */
	chosenTitle: string;
	things: ShownGraph['things'];
	onChoose(id: string): void;
}

function LinkItem({ row: { line, other }, chosenTitle, things, onChoose }: LinkItemProps) {
	const { title, type, where } = nodeRow(other);
	const { edges } = line;
	/** The words of a passage are its title: once is enough. */
	const told = new Set([title, chosenTitle]);
	/** Of a folded group it is said which of its things are meant. */
	const memberOf = ({ fromId, toId }: GraphEdge) => {
		const member = other.node ? undefined : things.get(line.fromId === other.id ? fromId : toId);
		return member ? titleWords(member) : '';
	};
	return (
		<li className={styles.item}>
			<Button variant="quiet" className={styles.other} onPress={() => onChoose(other.id)}>
				<span dir="auto">{title}</span>
			</Button>
			<span className={styles.soft}>{type}</span>
			{where === '' ? null : (
				<span className={styles.soft} dir="auto">
					{where}
				</span>
			)}
			{edges.slice(0, mostShown).map((edge) => (
				<EdgeWords key={edge.id} edge={edge} member={memberOf(edge)} isTold={told.has(edge.words)} />
			))}
			{edges.length > mostShown ? (
				<span className={styles.soft}>{message('graph.more', { count: edges.length - mostShown })}</span>
			) : null}
		</li>
	);
}

interface EdgeWordsProps {
	edge: GraphEdge;
	member: string;
	/** Its words are in sight already. */
	isTold: boolean;
}

function EdgeWords({ edge: { words, origin, place }, member, isTold }: EdgeWordsProps) {
	// What an event says of its source may be anybody's words.
	const Words = origin === 'event' ? 'span' : 'q';
	return (
		<p className={styles.edge}>
			{member === '' ? null : (
				<span className={styles.member} dir="auto">
					{member}
				</span>
			)}
			{words === '' || isTold ? null : (
				<Words className={styles.quote} dir="auto">
					{words}
				</Words>
			)}
			<span className={styles.soft}>{originWords(origin)}</span>
			<PlaceLink place={place}>
				{message(`graph.source.${place.kind === 'record' && words !== '' ? 'words' : place.kind}`)}
			</PlaceLink>
			{words === '' ? null : <PlaceCard place={place} />}
		</p>
	);
}
