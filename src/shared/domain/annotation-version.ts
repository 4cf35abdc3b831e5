import type { Placement, Purpose } from './annotation.ts';
import type { LinkType } from './link.ts';

/** What was done to an annotation at one moment; only what was changed then is there. */
export interface AnnotationVersion {
	/** ISO 8601 UTC. */
	at: string;
	/** Who wrote it, as they were called then; '' where nobody noted that. */
	author: string;
	/** Last part of the catalogue key `history.step.<label>`; of one that was undone or redone, what was. */
	label: string;
	kind: 'do' | 'undo' | 'redo' | 'setup';
	purpose?: Purpose;
	body?: string;
	isResolved?: boolean;
	/** Names of tags that were put to it and taken from it. */
	tagsAdded?: string[];
	tagsRemoved?: string[];
	/** Where it was found or placed in other editions; empty where that was taken back. */
	places?: { placement: Placement; words: string }[];
	/** The first words of replies that came, and of those that went. */
	repliesAdded?: string[];
	repliesRemoved?: string[];
	linksAdded?: LinkedThing[];
	linksRemoved?: LinkedThing[];
	isRemoved?: boolean;
}

/** What a link joins an annotation to. */
export interface LinkedThing {
	type: LinkType;
	/** Whether the link goes out from the annotation. */
	isOutgoing: boolean;
	/** What the other end is called; '' where it is called nothing, or is gone. */
	title: string;
}
