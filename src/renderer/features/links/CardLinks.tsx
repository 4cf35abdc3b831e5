import type { AnnotationId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CardLinks.module.css';
import { useLinksOf } from './card-links.ts';
import { LinkRow } from './LinkRow.tsx';

/** What an annotation is linked to, on its card. */
export function CardLinks({ annotationId }: { annotationId: AnnotationId }) {
	const links = useLinksOf(annotationId);
	if (links.length === 0) return null;
	return (
		<ul className={styles.links} aria-label={message('links.tab')}>
			{links.map((link) => (
				<LinkRow key={`${link.id} ${link.direction}`} link={link} isNamed />
			))}
		</ul>
	);
}
