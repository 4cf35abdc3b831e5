import { useNavigate } from '@tanstack/react-router';
import { Button } from '#renderer/ui/Button.tsx';
import { message } from '#shared/messages/messages.ts';
import { queryFields } from '#shared/search/query/query-tree.ts';
import { widenings } from '#shared/search/search-query.ts';
import styles from './SearchHelp.module.css';

export const helpedOperators = ['words', 'phrase', 'literal', 'or', 'not', 'group', 'prefix', 'near'] as const;

/**
 * Every operator and field with an example that can be tried, and by what a word matches.
 *
 * @param props.onAsk called when an example is tried
 */
export function QueryHelp({ onAsk }: { onAsk?(): void }) {
	const navigate = useNavigate();
	function ask(example: string): void {
		onAsk?.();
		void navigate({ to: '/search', search: { q: `${example} ` } });
	}
	return (
		<>
			<h2 className={styles.title}>{message('search.help')}</h2>
			<p className={styles.note}>{message('search.help.note')}</p>
			<dl className={styles.list}>
				{[...helpedOperators, ...queryFields].map((name) => (
					<div key={name} className={styles.row}>
						<dt>
							<Button
								variant="quiet"
								className={styles.example}
								onPress={() => ask(message(`search.help.${name}.example`))}
							>
								{message(`search.help.${name}.example`)}
							</Button>
						</dt>
						<dd>{message(`search.help.${name}`)}</dd>
					</div>
				))}
			</dl>
			<h2 className={styles.title}>{message('search.help.matches')}</h2>
			<p className={styles.note}>{message('search.help.matches.note')}</p>
			<dl className={styles.list}>
				{widenings.map((how) => (
					<Meaning key={how} word={message(`search.match.${how}`)} meaning={message(`search.match.note.${how}`)} />
				))}
				<Meaning word={message('search.close-only')} meaning={message('search.match.note.close')} />
			</dl>
		</>
	);
}

function Meaning({ word, meaning }: { word: string; meaning: string }) {
	return (
		<div className={styles.row}>
			<dt className={styles.word}>{word}</dt>
			<dd>{meaning}</dd>
		</div>
	);
}
