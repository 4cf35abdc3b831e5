import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MarkedText } from '#renderer/features/search/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import styles from '#renderer/ui/review-page.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { type NameKind, nameKinds } from '#shared/domain/name.ts';
import type { CandidateExample, FoundCandidate } from '#shared/domain/name-suggestion.ts';
import { message } from '#shared/messages/messages.ts';
import { mainSpelling } from '#shared/name-suggestions/candidate-tally.ts';
import { acceptAsName, rejectSuggestion } from './suggestion-mutations.ts';

interface SuggestionItemProps {
	candidate: FoundCandidate;
	onFormOf(): void;
	/** Something is made of it, or it is no name: it goes from the list. */
	onSettled(): void;
}

const mostSpellings = 6;

/** Words that may be a name, where they stand, and what they can be made. */
export function SuggestionItem({ candidate, onFormOf, onSettled }: SuggestionItemProps) {
	const { spellings, evidence, count, examples, knownId } = candidate;
	const isReadOnly = useIsReadOnly();
	const [chosen, setChosen] = useState<NameKind | null>(null);
	// What is found later may tell the kind better.
	const kind = chosen ?? candidate.kind;
	/** Capitals tell that it is a name, not of what: until somebody chooses, the kind is a guess and says so. */
	const guessed = chosen === null && evidence === 'capitals' ? candidate.kind : null;
	const text = mainSpelling(candidate);
	const others = Object.keys(spellings).filter((spelling) => spelling !== text);
	const [example] = examples;
	return (
		<>
			<div className={styles.words}>
				<span className={styles.name} dir="auto">
					{text}
				</span>
				<Chip>{message(`names.suggestions.evidence.${evidence}`)}</Chip>
				<span className={styles.count}>{message('names.suggestions.found', { count })}</span>
				{others.length === 0 ? null : (
					<span className={styles.count} dir="auto">
						{others.slice(0, mostSpellings).join(' · ')}
					</span>
				)}
			</div>
			{example ? <Example example={example} /> : null}
			{isReadOnly ? null : (
				<div className={styles.actions}>
					{knownId ? null : (
						<div className={styles.kind}>
							<Select<NameKind>
								label={message('names.suggestions.kind', { name: text })}
								isLabelHidden
								isQuiet
								value={kind}
								onChange={setChosen}
								options={nameKinds.map((value) => ({ value, label: kindLabel(value, value === guessed) }))}
							/>
						</div>
					)}
					<Button
						aria-label={message('names.suggestions.accept-name', { name: text })}
						onPress={() => {
							onSettled();
							void acceptAsName(candidate, kind);
						}}
					>
						{message('names.suggestions.accept')}
					</Button>
					<Button aria-label={message('names.suggestions.form-of-name', { name: text })} onPress={onFormOf}>
						{message('names.suggestions.form-of')}
					</Button>
					<Button
						variant="quiet"
						aria-label={message('names.suggestions.reject-name', { name: text })}
						onPress={() => {
							onSettled();
							void rejectSuggestion(candidate);
						}}
					>
						{message('names.suggestions.reject')}
					</Button>
				</div>
			)}
		</>
	);
}

function kindLabel(value: NameKind, isGuess: boolean): string {
	const kind = message(`names.kind.${value}`);
	return isGuess ? message('names.suggestions.kind-guess', { kind }) : kind;
}

function Example({ example }: { example: CandidateExample }) {
	const { recordId, editionId, ordinal, number, recordTitle, language, context, start, end } = example;
	return (
		<p className={styles.example}>
			<span lang={language === 'und' ? '' : language} dir="auto">
				<MarkedText text={context} marks={[[start, end, 'exact']]} />
			</span>{' '}
			<Link
				to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
				params={{ recordId, editionId, ordinal: String(ordinal), annotationId: undefined }}
				search={{ q: `"${context.slice(start, end).replaceAll('"', ' ')}"` }}
				className={styles.source}
			>
				{number === null ? recordTitle : message('links.at-paragraph', { title: recordTitle, number })}
			</Link>
		</p>
	);
}
