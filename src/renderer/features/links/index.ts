export { CardLinks } from './CardLinks.tsx';
export { CardLinksContext, useLinksByAnnotation } from './card-links.ts';
export { LinkDialog } from './LinkDialog.tsx';
export { LinksTab } from './LinksTab.tsx';
export { removeLink } from './link-mutations.ts';
export { linkCountOf, startLinking, useLinkCount, useLinksView } from './links-store.ts';
export { showLinks, useLinkCounts } from './use-link-counts.ts';
