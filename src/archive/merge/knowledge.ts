import { clockZero } from '#shared/domain/clock.ts';

/** From its change with this clock on, a replica knew another one's changes up to `knownClock`. */
export interface KnownChange {
	replicaId: string;
	clock: string;
	knownReplicaId: string;
	knownClock: string;
}

const clockLength = 18;

/** The replica that gave out a clock. */
export function replicaOf(clock: string): string {
	return clock.slice(clockLength);
}

/** Answers which of two changes was made in sight of the other; nothing in it depends on a wall clock. */
export class Knowledge {
	/** By who knew and of whom, each in the order of clocks. */
	readonly #known = new Map<string, KnownChange[]>();

	constructor(known: Iterable<KnownChange>) {
		for (const each of known) {
			const key = `${each.replicaId} ${each.knownReplicaId}`;
			const list = this.#known.get(key);
			if (list) list.push(each);
			else this.#known.set(key, [each]);
		}
		for (const list of this.#known.values()) list.sort((a, b) => (a.clock < b.clock ? -1 : 1));
	}

	/** Whether whoever made the change `later` had the change `earlier` before them. What ships with the project all have. */
	isSeenBy(earlier: string, later: string): boolean {
		if (later === clockZero) return false;
		if (earlier === clockZero) return true;
		const [replica, writer] = [replicaOf(earlier), replicaOf(later)];
		if (replica === writer) return earlier < later;
		return earlier <= this.#knownAt(writer, later, replica);
	}

	/** Up to which of its changes a replica was known to another one when that made the change `at`; '' if not at all. */
	#knownAt(writer: string, at: string, replica: string): string {
		return this.#known.get(`${writer} ${replica}`)?.findLast(({ clock }) => clock <= at)?.knownClock ?? '';
	}
}
