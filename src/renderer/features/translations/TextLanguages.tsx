import { Link } from '@tanstack/react-router';
import { languageName } from '#renderer/lib/language-name.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './TextLanguages.module.css';
import { useKnownTranslation } from './use-known-translation.ts';

const textRoute = '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}';

/**
 * Under a text: the languages that there are, and of a translation by whom it is, so that nobody takes it for the original.
 * Nothing where there is one language.
 */
export function TextLanguages({ record, edition }: { record: RecordDetail; edition: Edition | null }) {
	const { id: recordId, editionId, editions, translationIds } = record;
	const isTranslation = edition?.kind === 'translation';
	// With the passages that are in another's translation.
	const known = useKnownTranslation(isTranslation ? recordId : undefined, edition?.language ?? '');
	const translations = translationIds.flatMap((id) => editions.find((each) => each.id === id) ?? []);
	if (!edition || (!isTranslation && translations.length === 0)) return null;
	const others = translations.filter(({ id }) => id !== edition.id);
	const shown = editions.find(({ id }) => id === editionId);
	const base = editions.find(({ id }) => id === edition.baseEditionId) ?? shown;
	const beside = isTranslation ? base : translations[0];
	const done = known?.editionId === edition.id ? known.translatedCount : edition.passageCount;
	return (
		<div className={styles.bar}>
			{isTranslation ? (
				<p className={styles.said}>{saidOf(edition, base, { done, isNow: translationIds.includes(edition.id) })}</p>
			) : null}
			<nav className={styles.links} aria-label={message('translations.texts')}>
				{isTranslation && base ? (
					<Link
						to={textRoute}
						params={{
							recordId,
							editionId: base.id === editionId ? undefined : base.id,
							ordinal: undefined,
							annotationId: undefined,
						}}
						search={{}}
					>
						{message('translations.original')}
					</Link>
				) : null}
				{others.length > 0 ? <span>{message('translations.also-in')}</span> : null}
				{others.map(({ id, language }) => (
					<Link
						key={id}
						to={textRoute}
						params={{ recordId, editionId: id, ordinal: undefined, annotationId: undefined }}
						search={{}}
					>
						{languageName(language)}
					</Link>
				))}
				{beside ? (
					<Link
						to="/beside/$recordId/{-$editionId}/{-$ordinal}"
						params={{ recordId, editionId: (isTranslation ? beside : edition).id, ordinal: undefined }}
						search={{ with: recordId, edition: (isTranslation ? edition : beside).id }}
					>
						{message('translations.beside')}
					</Link>
				) : null}
			</nav>
		</div>
	);
}

function saidOf(
	{ language: tag, maker }: Edition,
	base: Edition | undefined,
	{ done, isNow }: { done: number; isNow: boolean },
): string {
	const language = languageName(tag);
	const total = base?.passageCount ?? done;
	return [
		maker === ''
			? message('translations.by-nobody', { language })
			: message('translations.by', { language, translator: maker }),
		...(done < total ? [message('translations.done', { done, total })] : []),
		...(isNow ? [] : [message('translations.earlier')]),
	].join(' · ');
}
